import type { EngineName } from '../../cors/engine-name.ts';
import type { Exchange } from '../../exchange/exchange.ts';
import type { HarContents } from '../../exchange/har-reading.ts';
import type { HostState, ImportedFile, ObservationBatch, PanelHost } from '../host.ts';

/** Exchanges that are handed over at once, and the milliseconds until the next ones: each has to be judged. */
const portion = 400;
const pause = 50;

const engineLabels: Readonly<Record<EngineName, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'Safari',
};

/** The host of a panel that shows an imported file: everything is there already, and nothing more will come. */
export class FileHost implements PanelHost {
  readonly engine: EngineName;
  readonly browser: string;
  readonly file: ImportedFile;
  readonly state: HostState = { access: 'granted', recording: 'gone', dropped: 0 };
  readonly openSource = null;
  readonly overrides = null;
  readonly #exchanges: readonly Exchange[];

  constructor(name: string, { engine, exchanges, writer, tellsErrors, problems, dropped }: HarContents) {
    this.engine = engine;
    this.browser = `Judged as ${engineLabels[engine]}`;
    this.file = { name, writer, tellsErrors, problems, dropped };
    this.#exchanges = exchanges;
  }

  onStateChange(): () => void {
    return () => {};
  }

  subscribe(receive: (batch: ObservationBatch) => void): () => void {
    let from = 0;
    const tell = () => {
      receive({ replace: from === 0, observations: [], exchanges: this.#exchanges.slice(from, from + portion) });
      from += portion;
      if (from < this.#exchanges.length) timer = setTimeout(tell, pause);
    };
    let timer = setTimeout(tell, 0);
    return () => clearTimeout(timer);
  }

  setRecording(): void {}

  clear(): void {}

  requestAccess(): Promise<void> {
    return Promise.resolve();
  }

  reloadPage(): void {}
}
