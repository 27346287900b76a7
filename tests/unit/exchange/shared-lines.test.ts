import { expect, test } from 'vitest';
import { sharedLine, sharedLines } from '../../../src/exchange/shared-lines.ts';

test('the same name and value are the same line', () => {
  expect(sharedLine('Vary', 'Origin')).toBe(sharedLine('Vary', 'Origin'));
  expect(sharedLines([['Vary', 'Origin']])[0]).toBe(sharedLine('Vary', 'Origin'));
});

test('what differs in case or in spaces is another line', () => {
  expect(sharedLine('vary', 'Origin')).toEqual(['vary', 'Origin']);
  expect(sharedLine('Vary', 'origin')).toEqual(['Vary', 'origin']);
  expect(sharedLine('Vary', ' Origin')).toEqual(['Vary', ' Origin']);
  expect(sharedLine('constructor', '__proto__')).toEqual(['constructor', '__proto__']);
});

test('values without end fill no memory, and stay what they are', () => {
  const first = sharedLine('x-request-id', 'first');
  for (let number = 0; number < 20_000; number += 1) {
    expect(sharedLine('x-request-id', String(number))).toEqual(['x-request-id', String(number)]);
  }
  const again = sharedLine('x-request-id', 'first');
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
});

test('a long value or name is not kept', () => {
  const long = 'a'.repeat(64_000);
  for (const [name, value] of [
    ['x-long', long],
    [long, 'value'],
  ] as const) {
    expect(sharedLine(name, value)).not.toBe(sharedLine(name, value));
    expect(sharedLine(name, value)).toEqual([name, value]);
  }
});
