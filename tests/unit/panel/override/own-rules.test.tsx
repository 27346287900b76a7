// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { overrideOff } from '../../../../src/panel/gallery/gallery-overrides.ts';
import { OwnRules } from '../../../../src/panel/override/own-rules.tsx';
import { madeExchange, madeJudged } from '../made.ts';
import { renderPart } from './render-panel.tsx';

const all = [madeJudged({}, madeExchange())];

function write(label: string, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

function press(name: string): void {
  fireEvent.click(screen.getByRole('button', { name }));
}

test('a header is added, changed and removed', async () => {
  const overrides = renderPart(<OwnRules all={all} />);
  press('Add a header');
  write('Name', 'X-Api-Key');
  write('Value', 'dev-4711');
  press('Add');
  await waitFor(() => screen.getByText('X-Api-Key: dev-4711'));
  expect(overrides.state.override?.ownRules).toEqual([
    {
      target: 'https://api.test',
      direction: 'request',
      action: { operation: 'set', name: 'X-Api-Key', value: 'dev-4711' },
    },
  ]);
  press('Edit X-Api-Key');
  write('Header of', 'response');
  write('What to do', 'remove');
  press('Change');
  await waitFor(() => screen.getByText('X-Api-Key'));
  expect(overrides.state.override?.ownRules).toEqual([
    { target: 'https://api.test', direction: 'response', action: { operation: 'remove', name: 'X-Api-Key' } },
  ]);
  press('Remove X-Api-Key');
  await waitFor(() => expect(overrides.state.override).toBeNull());
});

test.each([
  { name: 'a name with a space', fields: { Name: 'X Api', Value: '1' }, words: /no header name/, field: 'Name' },
  { name: 'no value', fields: { Name: 'X-Api', Value: '' }, words: /needs a value/, field: 'Value' },
  { name: 'a header that is not ours', fields: { Name: 'Origin', Value: 'x' }, words: /misleads/, field: 'Name' },
  {
    name: 'a path',
    fields: { Name: 'X-A', Value: '1', Server: 'https://api.test/v1' },
    words: /scheme/,
    field: 'Server',
  },
])('$name is refused, with the reason and at its field, once it was tried to be added', ({ fields, words, field }) => {
  const overrides = renderPart(<OwnRules all={all} />);
  press('Add a header');
  for (const [label, value] of Object.entries(fields)) write(label, value);
  expect(screen.queryByText(words)).toBeNull();
  press('Add');
  expect(document.querySelector('[data-problem]')?.textContent).toMatch(words);
  expect(screen.getByLabelText(field).getAttribute('aria-invalid')).toBe('true');
  expect(overrides.state.override).toBeNull();
});

test('no header can be added on a page that is no development page', () => {
  renderPart(<OwnRules all={all} />, {
    ...overrideOff,
    page: { origin: 'https://shop.example', isDevelopment: false },
  });
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add a header' }).disabled).toBe(true);
});
