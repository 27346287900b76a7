import { expect, test } from 'vitest';
import { defaultSettings, loadSettings, type Settings, saveSettings } from '../../../src/panel/store/settings.ts';

function storageWith(text: string | null) {
  let held = text;
  return {
    getItem: () => held,
    setItem: (_key: string, value: string) => {
      held = value;
    },
  };
}

test('what was saved is loaded again', () => {
  const settings: Settings = {
    sort: { column: 'time', descending: true },
    widths: { requestShare: 0.3, pixels: { mark: 26, method: 70, from: 140, preflight: 90, type: 40, time: 80 } },
    preserveLog: true,
    groupRepeats: false,
    server: 'nginx',
  };
  const storage = storageWith(null);
  saveSettings(storage, settings);
  expect(loadSettings(storage)).toEqual(settings);
});

test('no order at all is remembered too', () => {
  const storage = storageWith(null);
  saveSettings(storage, { ...defaultSettings, sort: null });
  expect(loadSettings(storage).sort).toBeNull();
});

test.each([
  { name: 'nothing was saved', text: null },
  { name: 'it is no JSON', text: '{' },
  { name: 'it is no object', text: '7' },
  { name: 'a column is unknown', text: '{"sort":{"column":"colour","descending":false}}' },
  { name: 'the widths are none', text: '{"widths":{"requestShare":7,"pixels":{"from":-1,"type":"wide"}}}' },
  { name: 'a flag is no flag', text: '{"preserveLog":"yes"}' },
])('the defaults hold when $name', ({ text }) => {
  expect(loadSettings(storageWith(text))).toEqual(defaultSettings);
});
