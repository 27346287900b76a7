import type { EngineName } from '../../cors/engine-name.ts';
import type { Observation } from '../../exchange/observation.ts';
import type { HostState, ObservationBatch, PanelHost } from '../host.ts';
import { GalleryOverrides, overrideOff } from './gallery-overrides.ts';
import type { GalleryState } from './gallery-state.ts';

/** A host without a browser behind it: it tells what it is given, and does the little that can be done without one. */
export class GalleryHost implements PanelHost {
  readonly engine: EngineName;
  readonly browser: string;
  readonly openSource = null;
  readonly file = null;
  readonly overrides: GalleryOverrides;
  state: HostState;
  #observations: Observation[];
  readonly #stateListeners = new Set<(state: HostState) => void>();
  readonly #receivers = new Set<(batch: ObservationBatch) => void>();

  constructor({ observations, host, engine = 'chromium', override }: GalleryState) {
    this.#observations = [...observations];
    this.engine = engine;
    this.browser = engine === 'firefox' ? 'Firefox 153' : 'Chromium 156';
    this.state = { access: 'granted', recording: 'on', dropped: 0, ...host };
    this.overrides = new GalleryOverrides(override?.() ?? overrideOff);
  }

  onStateChange(listener: (state: HostState) => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  subscribe(receive: (batch: ObservationBatch) => void): () => void {
    this.#receivers.add(receive);
    receive({ replace: true, observations: this.#observations });
    return () => this.#receivers.delete(receive);
  }

  /** Tells more observations, as a page that goes on would cause them. */
  tell(observations: readonly Observation[]): void {
    this.#observations.push(...observations);
    for (const receive of this.#receivers) receive({ replace: false, observations });
  }

  setRecording(on: boolean): void {
    this.#change({ recording: on ? 'on' : 'paused' });
  }

  clear(): void {
    this.#observations = [];
    for (const receive of this.#receivers) receive({ replace: true, observations: [] });
  }

  requestAccess(): Promise<void> {
    this.#change({ access: 'granted' });
    return Promise.resolve();
  }

  reloadPage(): void {
    this.tell([{ kind: 'navigated', url: 'https://app.shop.test/', at: Date.now() }]);
  }

  #change(changed: Partial<HostState>): void {
    this.state = { ...this.state, ...changed };
    for (const listener of this.#stateListeners) listener(this.state);
  }
}
