import type { Exchange, Milliseconds } from '../../exchange/exchange.ts';
import { ExchangeLog } from '../../exchange/fold.ts';
import type { Observation } from '../../exchange/observation.ts';
import type { Place } from '../../explain/learn/article.ts';
import type { OverrideState } from '../../override/override.ts';
import type { ObservationBatch, PanelHost } from '../host.ts';
import type { ChipName } from '../list/chips.ts';
import { type ColumnName, nextSort } from '../list/sort.ts';
import { followPeriods } from '../override/periods.ts';
import { type DialogView, emptyLog, type PanelState, type Selection } from './panel-state.ts';
import { loadSettings, type Settings, saveSettings } from './settings.ts';

/**
 * What came in is shown at once after a pause, in a burst five times a second, and less often where showing takes long:
 * it is to cost a tenth of the panel's time at most, and in a flood, when the page's own work comes first, half of that.
 * In milliseconds.
 */
const showEvery = {
  atLeast: 200,
  usually: { timesItsCost: 10, atMost: 500 },
  inFlood: { timesItsCost: 20, atMost: 1_000 },
};

/** So many observations in one showing are a flood. */
const flood = 200;

/** The panel's one store: what the host tells, and what the person chose. For `useSyncExternalStore`. */
export class PanelStore {
  readonly host: PanelHost;
  readonly #storage: Storage;
  readonly #listeners = new Set<() => void>();
  #state: PanelState;
  #folding = new ExchangeLog();
  #waiting: Observation[] = [];
  #imported: Exchange[] = [];
  #replace = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #shownAt = Number.NEGATIVE_INFINITY;
  /** How long the last showing took, in milliseconds. */
  #cost = 0;
  #isFlood = false;
  #stop: (() => void)[] = [];

  constructor(host: PanelHost, storage: Storage) {
    this.host = host;
    this.#storage = storage;
    this.#state = {
      host: host.state,
      log: emptyLog,
      settings: loadSettings(storage),
      view: { kind: 'requests' },
      filter: '',
      chips: new Set(),
      selection: { kind: 'auto' },
      openGroups: new Set(),
      override: null,
      periods: [],
      dialog: null,
    };
  }

  /** Begins to listen to the host. Returns the way to stop. */
  readonly start = (): (() => void) => {
    this.#stop = [
      this.host.onStateChange((host) => this.#change({ host })),
      this.host.subscribe((batch) => this.#receive(batch)),
    ];
    // It may have changed since the store was made.
    this.#change({ host: this.host.state });
    const { overrides } = this.host;
    if (overrides) {
      this.#stop.push(overrides.onStateChange((state) => this.#follow(state)));
      this.#follow(overrides.state);
    }
    return () => {
      for (const stop of this.#stop.splice(0)) stop();
      clearTimeout(this.#timer);
      this.#timer = undefined;
    };
  };

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): PanelState => this.#state;

  setFilter(filter: string): void {
    this.#change({ filter });
  }

  toggleChip(chip: ChipName): void {
    this.#change({ chips: toggled(this.#state.chips, chip) });
  }

  clearFilters(): void {
    this.#change({ filter: '', chips: new Set() });
  }

  toggleGroup(key: string): void {
    this.#change({ openGroups: toggled(this.#state.openGroups, key) });
  }

  select(selection: Selection): void {
    this.#change({ selection });
  }

  /** Selects an exchange, whatever view or filter hides it. */
  showExchange(id: string): void {
    this.#change({ view: { kind: 'requests' }, filter: '', chips: new Set(), selection: { kind: 'row', key: id } });
  }

  sortBy(column: ColumnName): void {
    this.changeSettings({ sort: nextSort(this.#state.settings.sort, column) });
  }

  changeSettings(changed: Partial<Settings>): void {
    const settings = { ...this.#state.settings, ...changed };
    saveSettings(this.#storage, settings);
    this.#change({ settings });
  }

  /** @param at null for its first page */
  showHelp(at: Place | null): void {
    this.#change({ view: { kind: 'help', at } });
  }

  showRequests(): void {
    this.#change({ view: { kind: 'requests' } });
  }

  openDialog(dialog: DialogView): void {
    this.#change({ dialog });
  }

  closeDialog(): void {
    this.#change({ dialog: null });
  }

  /** Empties the log, here and at the host. */
  clear(): void {
    this.#receive({ replace: true, observations: [] });
    this.#change({ selection: { kind: 'auto' }, openGroups: new Set() });
    this.host.clear();
  }

  #follow(override: OverrideState | null): void {
    // While nobody tells, what was on may still be on.
    const periods = override ? followPeriods(this.#state.periods, override.override, Date.now()) : this.#state.periods;
    this.#change({ override, periods });
  }

  #receive({ replace, observations, exchanges = [] }: ObservationBatch): void {
    if (replace) {
      this.#replace = true;
      this.#waiting = [];
      this.#imported = [];
    }
    for (const exchange of exchanges) this.#imported.push(exchange);
    for (const observation of observations) this.#waiting.push(observation);
    const wait = Math.max(0, this.#shownAt + this.#pause - performance.now());
    if (replace || wait === 0) this.#show();
    else this.#timer ??= setTimeout(() => this.#show(), wait);
  }

  get #pause(): Milliseconds {
    const { timesItsCost, atMost } = this.#isFlood ? showEvery.inFlood : showEvery.usually;
    return Math.min(Math.max(showEvery.atLeast, timesItsCost * this.#cost), atMost);
  }

  #show(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#shownAt = performance.now();
    if (this.#replace) this.#folding = new ExchangeLog();
    this.#replace = false;
    this.#folding.take(this.#imported.splice(0));
    this.#isFlood = this.#waiting.length >= flood;
    this.#folding.add(this.#waiting.splice(0));
    const { exchanges, page, interruptions, dropped } = this.#folding;
    this.#change({ log: { exchanges, page, interruptions, dropped } });
    // React draws in what comes before the next task.
    setTimeout(() => {
      this.#cost = performance.now() - this.#shownAt;
    });
  }

  #change(changed: Partial<PanelState>): void {
    this.#state = { ...this.#state, ...changed };
    for (const listener of this.#listeners) listener();
  }
}

function toggled<Item>(set: ReadonlySet<Item>, item: Item): ReadonlySet<Item> {
  const next = new Set(set);
  if (!next.delete(item)) next.add(item);
  return next;
}
