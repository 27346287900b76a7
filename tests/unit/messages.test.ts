import { expect, test } from 'vitest';
import { readMessage } from '../../src/messages.ts';

test.each([
  { name: 'a message of this way', data: { kind: 'hello', panel: 'x' }, taken: true },
  { name: 'one that lacks a field', data: { kind: 'hello' }, taken: false },
  { name: 'one with a field of another type', data: { kind: 'set-recording', on: 'yes' }, taken: false },
  { name: 'one of another way', data: { kind: 'goodbye' }, taken: false },
  { name: 'one of another version', data: { kind: 'sing' }, taken: false },
  { name: 'a name that every object has', data: { kind: 'toString' }, taken: false },
  { name: 'text', data: 'hello', taken: false },
  { name: 'null', data: null, taken: false },
  { name: 'nothing', data: undefined, taken: false },
])('$name', ({ data, taken }) => {
  expect(readMessage('panel', data)).toBe(taken ? data : null);
});
