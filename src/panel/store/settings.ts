import { type ServerId, serverIds } from '../../fix/recipes/server-id.ts';
import { type ColumnWidths, defaultWidths, readWidths } from '../list/column-widths.ts';
import { type ColumnName, columnNames, faultsFirst, type Sort } from '../list/sort.ts';

/** What the panel remembers from one time to the next. */
export interface Settings {
  readonly sort: Sort;
  readonly widths: ColumnWidths;
  readonly preserveLog: boolean;
  readonly groupRepeats: boolean;
  /** The server that was last chosen for a recipe; null before any was. */
  readonly server: ServerId | null;
}

export const defaultSettings: Settings = {
  sort: faultsFirst,
  widths: defaultWidths,
  preserveLog: false,
  groupRepeats: true,
  server: null,
};

const storageKey = 'cors-lens-settings';

/** The remembered settings. What is missing or not understood gets its default. */
export function loadSettings(storage: Pick<Storage, 'getItem'>): Settings {
  const stored = parse(storage.getItem(storageKey));
  return {
    sort: 'sort' in stored ? readSort(stored.sort) : defaultSettings.sort,
    widths: readWidths(stored.widths),
    preserveLog: readFlag(stored.preserveLog, defaultSettings.preserveLog),
    groupRepeats: readFlag(stored.groupRepeats, defaultSettings.groupRepeats),
    server: serverIds.find((id) => id === stored.server) ?? defaultSettings.server,
  };
}

export function saveSettings(storage: Pick<Storage, 'setItem'>, settings: Settings): void {
  storage.setItem(storageKey, JSON.stringify(settings));
}

function parse(text: string | null): Record<string, unknown> {
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

function readFlag(value: unknown, otherwise: boolean): boolean {
  return typeof value === 'boolean' ? value : otherwise;
}

function readSort(value: unknown): Sort {
  if (value === null) return null;
  if (typeof value !== 'object' || !('column' in value) || !('descending' in value)) return defaultSettings.sort;
  const column = columnNames.find((name: ColumnName) => name === value.column);
  return column && typeof value.descending === 'boolean'
    ? { column, descending: value.descending }
    : defaultSettings.sort;
}
