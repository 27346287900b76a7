// @vitest-environment happy-dom
import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { UnlessBroken } from '../../../src/panel/states/unless-broken.tsx';

function Broken(): never {
  throw new Error('no such hop');
}

test('what can be shown is shown', () => {
  render(<UnlessBroken>a verdict</UnlessBroken>);
  expect(screen.getByText('a verdict')).toBeDefined();
});

test('what cannot be shown is said, with the error, and its neighbours stay', () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  render(
    <>
      <UnlessBroken>
        <Broken />
      </UnlessBroken>
      <p>the list</p>
    </>,
  );
  expect(screen.getByRole('heading').textContent).toBe('This request could not be shown');
  expect(screen.getByText('Error: no such hop')).toBeDefined();
  expect(screen.getByText('the list')).toBeDefined();
});
