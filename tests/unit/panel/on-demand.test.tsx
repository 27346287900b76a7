// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { onDemand } from '../../../src/panel/part/on-demand.tsx';
import { Part } from '../../../src/panel/part/part.ts';

afterEach(cleanup);

const view = ({ name }: { readonly name: string }) => <p>This is {name}</p>;

test('a view is loaded when it is first shown, and once', async () => {
  let loads = 0;
  const View = onDemand(async () => {
    loads += 1;
    return view;
  });
  expect(loads).toBe(0);
  const { container } = render(<View name="one" />);
  expect(container.textContent).toBe('');
  expect(await screen.findByText('This is one')).toBeTruthy();
  render(<View name="two" />);
  // It is there at once: nothing was waited for.
  expect(screen.getByText('This is two')).toBeTruthy();
  expect(loads).toBe(1);
});

test('a view whose code is gone says what to do', async () => {
  const View = onDemand<{ name: string }>(() => Promise.reject(new TypeError('Failed to fetch')));
  render(<View name="one" />);
  expect(await screen.findByText('This part of the panel could not be loaded')).toBeTruthy();
  expect(screen.getByText(/Close DevTools and open them again/)).toBeTruthy();
});

test('a part that could not be loaded is tried again', async () => {
  let isThere = false;
  const part = new Part(() => (isThere ? Promise.resolve('code') : Promise.reject(new Error('gone'))));
  await expect(part.load()).rejects.toThrow('Close DevTools and open them again.');
  expect(part.value).toBeNull();
  isThere = true;
  expect(await part.load()).toBe('code');
  expect(part.value).toBe('code');
});
