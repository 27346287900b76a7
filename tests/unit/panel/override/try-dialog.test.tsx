// @vitest-environment happy-dom
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { judge } from '../../../../src/judge/judge.ts';
import { wantedOf } from '../../../../src/panel/fix/fix-of.ts';
import { overrideOff } from '../../../../src/panel/gallery/gallery-overrides.ts';
import { TryDialog } from '../../../../src/panel/override/try-dialog.tsx';
import { judged } from '../../../../src/panel/verdict/judged.ts';
import { madeExchange, madePreflight, madeResponse } from '../made.ts';
import { renderPart } from './render-panel.tsx';

const failed = { kind: 'failed', at: 1100, error: 'net::ERR_FAILED' } as const;

/** Blocked: the answer has no header at all. */
const missing = judged(
  madeExchange(
    { id: 'missing', ending: failed },
    { requestHeaders: [['Origin', 'https://app.test']], sentAt: 1000, response: madeResponse() },
  ),
  'chromium',
);

/** Blocked: the preflight was answered with 405, which no header cures. */
const refused = judged(
  madeExchange(
    { id: 'refused', ending: failed },
    {
      method: 'PUT',
      url: 'https://api.test/upload',
      preflight: madePreflight({
        requestHeaders: [
          ['Origin', 'https://app.test'],
          ['Access-Control-Request-Method', 'PUT'],
        ],
        response: madeResponse({ status: 405 }),
      }),
    },
  ),
  'chromium',
);

const start = () => screen.getByRole<HTMLButtonElement>('button', { name: 'Start for 30 minutes', hidden: true });

test('the samples are blocked', () => {
  expect([missing, refused].map(({ exchange }) => judge(exchange, 'chromium').outcome)).toEqual(['blocked', 'blocked']);
});

test('says which headers of which server it will change for whom, and does that', async () => {
  const overrides = renderPart(<TryDialog wanted={wantedOf(missing)} blocked={[missing]} />);
  const table = document.querySelector('[data-patch="https://api.test"]');
  expect(table?.textContent).toContain('Answers of https://api.test to app.test, preflights included');
  expect(table?.textContent).toContain('Access-Control-Allow-Originhttps://app.testset');
  expect(table?.textContent).toContain('Access-Control-Max-Age0set');
  fireEvent.click(start());
  await waitFor(() =>
    expect(overrides.state.override?.patches.map(({ target }) => target)).toEqual(['https://api.test']),
  );
});

test('on a live site it says why not, and starts only once the origin was added', async () => {
  const live = { ...overrideOff, page: { origin: 'https://shop.example', isDevelopment: false } };
  const overrides = renderPart(<TryDialog wanted={wantedOf(missing)} blocked={[missing]} />, live);
  expect(document.querySelector('[data-notice=not-development]')?.textContent).toContain('https://shop.example');
  expect(start().disabled).toBe(true);
  fireEvent.click(screen.getByText('Add it to my development origins'));
  await waitFor(() => expect(start().disabled).toBe(false));
  expect(overrides.state.developmentOrigins).toEqual(['https://shop.example']);
  expect(overrides.state.override).toBeNull();
});

test('for all blocked requests at once it lists which will go through and which cannot', () => {
  renderPart(<TryDialog wanted={null} blocked={[missing, refused]} />);
  expect([...document.querySelectorAll('[data-cure]')].map((each) => each.textContent)).toEqual([
    'GET api.test/v1/items?page=2',
  ]);
  const cannot = document.querySelector('[data-cannot=preflight-status]');
  expect(cannot?.textContent).toContain('PUT api.test/upload: The preflight was answered with status 405');
  expect(cannot?.querySelector('[data-action=use-proxy]')).not.toBeNull();
});

test('what the browser refuses is said, and the dialog stays', async () => {
  const overrides = renderPart(<TryDialog wanted={wantedOf(missing)} blocked={[missing]} />);
  overrides.command = () => Promise.resolve({ done: false, refusal: 'refused', detail: 'Rule 1 is wrong' });
  fireEvent.click(start());
  await waitFor(() => screen.getByText('Rule 1 is wrong'));
  expect(document.querySelector('[data-notice=refused]')?.textContent).toMatch(/^The browser refused the rules/);
});
