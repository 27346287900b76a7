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
  { name: 'a flag is no flag', text: '{"preserveLog":"yes"}' },
])('the defaults hold when $name', ({ text }) => {
  expect(loadSettings(storageWith(text))).toEqual(defaultSettings);
});
