import type { Plugin } from 'vite';

/** What the help consists of. The cards of an empty list are of it, and show it at once. */
const help = ['src/panel/help/help-view.tsx', 'src/panel/help/card-list.tsx'];

/**
 * Puts what the panel loads after it has opened into two files: the help, and all the rest. One by one, the parts that
 * `src/panel/parts.ts` names share so much that they become two dozen, which weigh a tenth more and are slower to load.
 */
export function panelChunks(): Plugin {
  let opening: ReadonlySet<string> = new Set();
  let ofHelp: ReadonlySet<string> = new Set();
  const split = {
    includeDependenciesRecursively: false,
    groups: [
      {
        debugName: 'parts',
        test: /\/src\//,
        name: (id: string) => (opening.has(id) ? null : ofHelp.has(id) ? 'help' : 'later'),
      },
    ],
  };
  return {
    name: 'panel-chunks',
    apply: 'build',
    buildEnd() {
      const ids = [...this.getModuleIds()];
      const importedBy = (id: string) => this.getModuleInfo(id)?.importedIds ?? [];
      const entries = ids.filter((id) => this.getModuleInfo(id)?.isEntry);
      opening = reached(entries, importedBy);
      ofHelp = reached(
        ids.filter((id) => help.some((file) => id.endsWith(file))),
        importedBy,
      );
    },
    config: () => ({
      build: { rolldownOptions: { preserveEntrySignatures: 'allow-extension', output: { codeSplitting: split } } },
    }),
  };
}

/** What these modules import at once, and they themselves. */
function reached(from: readonly string[], importedBy: (id: string) => readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const wanted = [...from];
  for (let id = wanted.pop(); id !== undefined; id = wanted.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    wanted.push(...importedBy(id));
  }
  return found;
}
