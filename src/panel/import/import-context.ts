import { createContext, useContext } from 'react';
import type { Import } from './use-import.ts';

const ImportContext = createContext<Import | null>(null);

export const ImportProvider = ImportContext.Provider;

/** The way of a file into the panel, for the parts that begin or end it. */
export function usePanelImport(): Import {
  const value = useContext(ImportContext);
  if (!value) throw new Error('A part of the panel is shown outside of it.');
  return value;
}
