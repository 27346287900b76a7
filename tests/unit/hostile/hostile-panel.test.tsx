// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { fromChromium } from '../../../src/capture/chromium-events.ts';
import { foldObservations } from '../../../src/exchange/fold.ts';
import { ExchangeDetail } from '../../../src/panel/detail/exchange-detail.tsx';
import { GalleryHost } from '../../../src/panel/gallery/gallery-host.ts';
import { RequestRow } from '../../../src/panel/list/request-row.tsx';
import { PanelStore } from '../../../src/panel/store/panel-store.ts';
import { PanelStoreProvider } from '../../../src/panel/store/use-panel.tsx';
import { judged } from '../../../src/panel/verdict/judged.ts';
import { hostileEvents } from './hostile-values.ts';

const inputs = 100;

afterEach(cleanup);

/** Elements that load, run or send something: no part of the panel has one. */
const acting = 'script, img, iframe, object, embed, link, style, form, base, meta, audio, video, [style*="url("]';

/** What a reader cannot see, or what turns the words around it; line breaks and tabs apart. */
const unseen = /(?![\n\t])[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Variation_Selector}]/u;

test('in the panel a hostile request is text: no element, attribute or link comes out of it, and nothing in it is unseen', () => {
  const complaints = vi.spyOn(console, 'error').mockImplementation(() => {});
  const host = new GalleryHost({ id: 'test', title: 'A test', observations: [] });
  const store = new PanelStore(host, localStorage);
  let shown = 0;
  for (const events of fc.sample(hostileEvents, { numRuns: inputs, seed: 1 })) {
    const [exchange] = foldObservations(events.flatMap(([name, details]) => fromChromium(name, details)));
    if (exchange === undefined) continue;
    const one = judged(exchange, 'chromium');
    const row = { key: exchange.id, judged: one, count: 1, group: null, inGroup: false };
    const { container } = render(
      <PanelStoreProvider value={store}>
        <table>
          <tbody>
            <RequestRow row={row} index={0} selected onSelect={() => {}} onOpen={() => {}} onToggleGroup={() => {}} />
          </tbody>
        </table>
        <ExchangeDetail judged={one} all={[one]} engine="chromium" openSource={null} />
      </PanelStoreProvider>,
    );
    const elements = [...container.querySelectorAll('*')];
    expect(container.querySelectorAll(acting)).toHaveLength(0);
    const names = elements.flatMap((element) => element.getAttributeNames());
    expect(names.filter((name) => /^on/i.test(name))).toEqual([]);
    const links = [...container.querySelectorAll('a')].map((link) => link.getAttribute('href') ?? '');
    expect(links.filter((link) => !link.startsWith('https://'))).toEqual([]);
    const hiding = elements.filter((element) => {
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      const texts = [...own.map(({ textContent }) => textContent), element.getAttribute('title')];
      return texts.some((text) => unseen.test(text ?? ''));
    });
    expect(hiding.map(({ outerHTML }) => outerHTML.slice(0, 200))).toEqual([]);
    cleanup();
    shown += 1;
  }
  expect(complaints).not.toHaveBeenCalled();
  expect(shown).toBeGreaterThan(inputs / 2);
  console.log(`${shown} hostile requests shown`);
});
