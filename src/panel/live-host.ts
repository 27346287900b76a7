import { allSites, browser, isFirefox } from '../browser.ts';
import type { EngineName } from '../cors/engine-name.ts';
import type { CodeLocation } from '../exchange/exchange.ts';
import {
  accessChannelName,
  channelName,
  type KeeperState,
  overridePortName,
  type Request,
  readMessage,
} from '../messages.ts';
import type { Access, HostState, ObservationBatch, OverrideHost, PanelHost } from './host.ts';
import { browserName } from './live/browser-name.ts';
import { LogStream } from './live/log-stream.ts';
import { OverrideLink } from './live/override-link.ts';

/** Chromium's, which the polyfill's types lack. Line and column start at 0. */
interface ResourceOpener {
  openResource?(url: string, line: number, column: number, done: () => void): void;
}

/** The tab that this page is to show: the one inspected, or the one named by `?tabId=`; null when there is none. */
export function liveTabId(): number | null {
  const inspected = browser.devtools?.inspectedWindow?.tabId;
  if (inspected !== undefined) return inspected;
  const named = Number.parseInt(new URLSearchParams(location.search).get('tabId') ?? '', 10);
  return Number.isNaN(named) ? null : named;
}

/**
 * The host of a panel that shows a tab live, in DevTools or in an ordinary tab of the extension.
 *
 * @param tabId as given by `liveTabId`
 */
export function createLiveHost(tabId: number): PanelHost {
  return new LiveHost(tabId);
}

class LiveHost implements PanelHost {
  readonly engine: EngineName = isFirefox ? 'firefox' : 'chromium';
  readonly browser: string;
  readonly openSource = findSourceOpener();
  readonly file = null;
  readonly overrides: OverrideHost;
  readonly #tabId: number;
  readonly #stream: LogStream;
  readonly #stateListeners = new Set<(state: HostState) => void>();
  readonly #receivers = new Set<(batch: ObservationBatch) => void>();
  #isGranted = true;
  /** Null while there is none. Until it is heard of, nothing is said to be wrong. */
  #keeper: KeeperState | null = { recording: 'on', forbidden: false, dropped: 0 };
  #state: HostState = { access: 'granted', recording: 'on', dropped: 0 };

  constructor(tabId: number) {
    this.#tabId = tabId;
    const { userAgentData, userAgent } = navigator as NavigatorWithBrands;
    this.browser = browserName(userAgentData?.brands, userAgent);
    this.overrides = new OverrideLink(tabId, () => browser.runtime.connect({ name: overridePortName }));
    this.#stream = new LogStream(
      new BroadcastChannel(channelName(tabId)),
      (batch) => {
        for (const receive of this.#receivers) receive(batch);
      },
      (state) => {
        this.#keeper = state;
        this.#update();
      },
    );
    this.#followAccess();
  }

  get state(): HostState {
    return this.#state;
  }

  onStateChange(listener: (state: HostState) => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  subscribe(receive: (batch: ObservationBatch) => void): () => void {
    this.#receivers.add(receive);
    this.#stream.replay();
    return () => this.#receivers.delete(receive);
  }

  setRecording(on: boolean): void {
    this.#stream.send({ kind: 'set-recording', on });
  }

  clear(): void {
    this.#stream.send({ kind: 'clear' });
  }

  async requestAccess(): Promise<void> {
    // Before anything is awaited: the browser wants to see the click.
    if (browser.permissions?.request) this.#setGranted(await browser.permissions.request(allSites));
    else await browser.runtime.sendMessage({ kind: 'open-access-page' } satisfies Request);
  }

  reloadPage(): void {
    if (browser.devtools) void browser.devtools.inspectedWindow.reload();
    else void browser.tabs.reload(this.#tabId);
  }

  #followAccess(): void {
    if (browser.permissions?.contains) {
      const look = async () => this.#setGranted(await browser.permissions.contains(allSites));
      browser.permissions.onAdded.addListener(() => void look());
      browser.permissions.onRemoved.addListener(() => void look());
      void look();
      return;
    }
    // Firefox gives a panel no permissions API: the background tells.
    const take = (data: unknown) => {
      const change = readMessage('access', data);
      if (change) this.#setGranted(change.granted);
    };
    new BroadcastChannel(accessChannelName).addEventListener('message', ({ data }) => take(data));
    void browser.runtime.sendMessage({ kind: 'get-access' } satisfies Request).then(take);
  }

  #setGranted(isGranted: boolean): void {
    this.#isGranted = isGranted;
    this.#update();
  }

  #update(): void {
    const state: HostState = {
      access: this.#access(),
      recording: this.#keeper?.recording ?? 'gone',
      dropped: this.#keeper?.dropped ?? this.#state.dropped,
    };
    const { access, recording, dropped } = this.#state;
    if (state.access === access && state.recording === recording && state.dropped === dropped) return;
    this.#state = state;
    for (const listener of this.#stateListeners) listener(state);
  }

  #access(): Access {
    if (this.#keeper?.forbidden) return 'forbidden';
    return this.#isGranted ? 'granted' : 'missing';
  }
}

type NavigatorWithBrands = Navigator & {
  readonly userAgentData?: { readonly brands: readonly { readonly brand: string; readonly version: string }[] };
};

function findSourceOpener(): ((location: CodeLocation) => void) | null {
  const panels = browser.devtools?.panels as ResourceOpener | undefined;
  if (!panels?.openResource) return null;
  return ({ url, line, column }) => panels.openResource?.(url, line - 1, column - 1, () => {});
}
