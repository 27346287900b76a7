import { readdirSync } from 'node:fs';
import { relative } from 'node:path';
import type { Plugin } from 'vite';

const ending = '.module.css';

/**
 * Short class names for what ships, and no tables of them: each stands as a constant where a component uses it.
 *
 * @param folder with the style sheets. Their names in order decide the class names, so that a build can be repeated.
 */
export function classNames(folder: string): Plugin[] {
  const sheets = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending));
  const prefixes = new Map(sheets.sort().map((sheet, at) => [sheet, letters(at)]));
  const given = new Map<string, string[]>();
  const generateScopedName = (name: string, file: string) => {
    const sheet = relative(folder, file.split('?')[0] ?? file);
    const names = given.get(sheet) ?? [];
    given.set(sheet, names);
    if (!names.includes(name)) names.push(name);
    return `${prefixes.get(sheet)}${names.indexOf(name)}`;
  };
  return [
    {
      name: 'class-names',
      apply: 'build',
      enforce: 'pre',
      config: () => ({ css: { modules: { generateScopedName } } }),
      transform: {
        filter: { id: /\.tsx$/, code: ending },
        // A namespace's members become constants; those of an object, which is what a default import gives, do not.
        handler: (code) => ({
          code: code.replaceAll(/^import (\w+) from (?='[^']+\.module\.css';$)/gm, 'import * as $1 from '),
          map: null,
        }),
      },
    },
    {
      name: 'class-names:keep-sheets',
      apply: 'build',
      enforce: 'post',
      transform: {
        filter: { id: /\.module\.css$/ },
        // Vite drops a style sheet whose names nobody asks for any more, as is so of all whose names became constants.
        handler: (code) => ({ code, map: null, moduleSideEffects: 'no-treeshake' }),
      },
      writeBundle(_, bundle) {
        const css = Object.values(bundle).map((file) =>
          file.type === 'asset' && file.fileName.endsWith('.css') ? file.source.toString() : '',
        );
        for (const sheet of given.keys()) {
          const rule = new RegExp(`\\.${prefixes.get(sheet)}0\\b`);
          if (!css.some((text) => rule.test(text))) this.error(`The build has lost ${folder}/${sheet}.`);
        }
      },
    },
  ];
}

/** @param at from 0 on: a, b, … z, aa, ab, … */
function letters(at: number): string {
  const last = String.fromCodePoint(97 + (at % 26));
  return at < 26 ? last : `${letters(Math.floor(at / 26) - 1)}${last}`;
}
