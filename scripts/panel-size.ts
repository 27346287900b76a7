import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the panel's JavaScript may weigh, in bytes of gzip. */
const budget = 130_000;

type Bundle = Parameters<Extract<Plugin['generateBundle'], (...values: never[]) => unknown>>[1];

/** Prints what the panel's JavaScript weighs, lazy chunks and workers included, against the budget. */
export function panelSize(): Plugin {
  return {
    name: 'panel-size',
    apply: 'build',
    writeBundle(_, bundle) {
      const files = scriptsOf(bundle, /\/panel\.html$/);
      const gzip = files.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
      const share = `${kilobytes(gzip)} gzip of ${kilobytes(budget)}`;
      this.info(
        `The panel's JavaScript: ${share}, in ${files.length} files${gzip > budget ? '. That is too much.' : '.'}`,
      );
    },
  };
}

/** The code of an entry, of all that it imports, now or later, and of the workers that it starts. */
function scriptsOf(bundle: Bundle, entry: RegExp): string[] {
  const found = new Set<string>();
  const wanted = Object.values(bundle).flatMap((file) =>
    file.type === 'chunk' && entry.test(file.facadeModuleId ?? '') ? [file.fileName] : [],
  );
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const file = bundle[name];
    if (found.has(name) || file?.type !== 'chunk') continue;
    found.add(name);
    wanted.push(...file.imports, ...file.dynamicImports);
  }
  return [...Object.values(bundle)].flatMap((file) => {
    if (file.type === 'chunk') return found.has(file.fileName) ? [file.code] : [];
    return /-worker[^/]*\.js$/.test(file.fileName) ? [String(file.source)] : [];
  });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
