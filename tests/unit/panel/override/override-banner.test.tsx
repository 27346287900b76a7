// @vitest-environment happy-dom
import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { type OverrideState, overrideLasts } from '../../../../src/override/override.ts';
import { overrideOff } from '../../../../src/panel/gallery/gallery-overrides.ts';
import { clock } from '../../../../src/panel/override/countdown.tsx';
import { EndedBanner } from '../../../../src/panel/override/ended-banner.tsx';
import { OverrideBanner } from '../../../../src/panel/override/override-banner.tsx';
import { renderPart } from './render-panel.tsx';

function on(left: number): OverrideState {
  const now = Date.now();
  return {
    ...overrideOff,
    override: {
      tabId: 1,
      pageOrigin: 'http://localhost:5173',
      startedAt: now,
      endsAt: now + left,
      patches: [
        {
          target: 'https://api.test',
          initiator: 'http://localhost:5173',
          sparedHosts: [],
          actions: [
            { operation: 'set', name: 'Access-Control-Allow-Origin', value: 'http://localhost:5173' },
            { operation: 'set', name: 'Access-Control-Max-Age', value: '0' },
          ],
        },
      ],
      ownRules: [],
    },
  };
}

test('it says what is on, for whom, and that a try is due', () => {
  renderPart(<OverrideBanner all={[]} />, on(60_000));
  const words = document.querySelector('[data-banner=override]')?.textContent;
  expect(words).toContain(
    'A header override is on, for this tab only: 2 headers for api.test, from http://localhost:5173.',
  );
  expect(words).toMatch(/Now repeat the request, or\s?Reload the page/);
});

test('the time runs for the eye; a screen reader is told at a few minutes only', () => {
  vi.useFakeTimers({ now: 1_000_000 });
  try {
    renderPart(<OverrideBanner all={[]} />, on(5 * 60_000 + 2_000));
    const timer = screen.getByRole('timer');
    expect(timer.getAttribute('aria-live')).toBe('off');
    expect(timer.textContent).toBe('5:02');
    expect(timer.nextElementSibling?.textContent).toBe('');
    act(() => {
      vi.advanceTimersByTime(2_000);
    });
    expect(timer.textContent).toBe('5:00');
    expect(timer.nextElementSibling?.textContent).toBe('The header override ends in 5 minutes.');
  } finally {
    vi.useRealTimers();
  }
});

test('Extend gives the whole time again, Turn off ends it', async () => {
  const overrides = renderPart(<OverrideBanner all={[]} />, on(60_000));
  fireEvent.click(screen.getByText('Extend'));
  await waitFor(() => expect(overrides.state.override?.endsAt).toBeGreaterThan(Date.now() + overrideLasts - 60_000));
  fireEvent.click(screen.getByText('Turn off'));
  await waitFor(() => expect(document.querySelector('[data-banner=override]')).toBeNull());
});

test('an end that nobody asked for is said until it is read', async () => {
  renderPart(<EndedBanner />, { ...overrideOff, ended: { reason: 'time', at: 1 } });
  expect(document.querySelector('[data-ended=time]')?.textContent).toContain('its time was over');
  fireEvent.click(screen.getByText('OK'));
  await waitFor(() => expect(document.querySelector('[data-ended]')).toBeNull());
});

test('an end by hand needs no banner', () => {
  renderPart(<EndedBanner />, { ...overrideOff, ended: { reason: 'turned-off', at: 1 } });
  expect(document.querySelector('[data-ended]')).toBeNull();
});

test.each([
  { left: 0, text: '0:00' },
  { left: 400, text: '0:01' },
  { left: 59_000, text: '0:59' },
  { left: 60_000, text: '1:00' },
  { left: 1_781_000, text: '29:41' },
  { left: 3_723_000, text: '1:02:03' },
])('$left ms are left: $text', ({ left, text }) => {
  expect(clock(left)).toBe(text);
});
