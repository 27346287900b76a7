import type { EngineName } from '../cors/engine-name.ts';
import type { CodeLocation, Exchange } from '../exchange/exchange.ts';
import type { Observation } from '../exchange/observation.ts';
import type { OverrideCommand } from '../override/commands.ts';
import type { OverrideAnswer, OverrideState } from '../override/override.ts';

/**
 * - `granted`: the extension may look at every site
 * - `missing`: the person has not allowed it yet
 * - `forbidden`: extensions may not look at this page (the browser's own pages, the stores)
 */
export type Access = 'granted' | 'missing' | 'forbidden';

/** What happened since the last batch. A batch that starts with `replace` holds the whole log. */
export interface ObservationBatch {
  readonly replace: boolean;
  readonly observations: readonly Observation[];
  /** Exchanges that were folded elsewhere: those of an imported file. */
  readonly exchanges?: readonly Exchange[];
}

/** What the panel says of the file that it shows. */
export interface ImportedFile {
  readonly name: string;
  /** Who wrote it, as far as the file tells: "Playwright, chromium 156". */
  readonly writer: string;
  /** Whether it says which answers the browser refused. */
  readonly tellsErrors: boolean;
  /** What could not be read, in sentences; empty where all was. */
  readonly problems: readonly string[];
  /** How many of its first entries were left out for want of room. */
  readonly dropped: number;
}

/** Whether observations are coming in. `gone`: DevTools of that tab were closed, or the extension was reloaded. */
export type Recording = 'on' | 'paused' | 'reconnecting' | 'gone';

/** What the host can change without being asked. */
export interface HostState {
  readonly access: Access;
  readonly recording: Recording;
  /** How many of the oldest observations the log had to drop; 0 while it has room. */
  readonly dropped: number;
}

/**
 * The override of the tab that the panel shows. What it would do is planned without a host, by `planOverride`; a person's
 * own rule is checked by `checkOwnRule`.
 */
export interface OverrideHost {
  /** Null until it is known, and while the background cannot be reached. */
  readonly state: OverrideState | null;
  onStateChange(listener: (state: OverrideState | null) => void): () => void;
  /** Must be called from a click. Never rejects. When it is done, `state` says so already. */
  command(command: OverrideCommand): Promise<OverrideAnswer>;
}

/**
 * All that the panel needs of the place it runs in. Live DevTools, an ordinary tab, an imported file and the gallery
 * each bring their own, so the panel itself touches no extension API.
 */
export interface PanelHost {
  readonly engine: EngineName;
  /** Name and version as the status bar shows it: "Chromium 156". */
  readonly browser: string;
  readonly state: HostState;
  onStateChange(listener: (state: HostState) => void): () => void;
  /** Calls back with the whole log first, then with what comes. Returns the way to stop. */
  subscribe(receive: (batch: ObservationBatch) => void): () => void;
  setRecording(on: boolean): void;
  /** Empties the log everywhere. */
  clear(): void;
  /** Asks for access to sites. Must be called from a click. */
  requestAccess(): Promise<void>;
  reloadPage(): void;
  /** Null where the place cannot show sources. */
  readonly openSource: ((location: CodeLocation) => void) | null;
  /** Null where the panel shows a tab. */
  readonly file: ImportedFile | null;
  /** Null where there is no tab to override anything in: an imported file. */
  readonly overrides: OverrideHost | null;
}
