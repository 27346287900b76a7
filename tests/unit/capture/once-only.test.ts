import { expect, test } from 'vitest';
import { OnceOnly } from '../../../src/capture/once-only.ts';
import { observe, started } from '../exchange/observe.ts';

test('what two listeners hear is let through once, also much later', () => {
  const once = new OnceOnly();
  const ids = Array.from({ length: 4_000 }, (_, index) => String(index));
  expect(ids.filter((id) => once.isNew(observe(id, started)))).toHaveLength(4_000);
  const again = ids.map((id) => [observe(`next ${id}`, started), observe(id, started)] as const);
  expect(again.filter(([next]) => once.isNew(next))).toHaveLength(4_000);
  expect(again.filter(([, old]) => once.isNew(old))).toHaveLength(0);
});

test('what is remembered is bounded', () => {
  const once = new OnceOnly();
  const first = observe('first', started);
  once.isNew(first);
  for (let index = 0; index < 10_000; index += 1) once.isNew(observe(String(index), started));
  expect(once.isNew(first)).toBe(true);
});
