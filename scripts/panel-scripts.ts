import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const panelPage = 'src/panel/panel.html';

/** What a built panel's JavaScript weighs, in bytes of gzip. */
export interface PanelScripts {
  /** What the page loads before it can show anything: its script, and all that this imports. */
  readonly opening: number;
  /** That, what is loaded when it is needed, and the workers. */
  readonly everything: number;
}

/** @param folder the built extension's */
export function panelScripts(folder: string): PanelScripts {
  const assets = join(folder, 'assets');
  const names = readdirSync(assets).filter((name) => name.endsWith('.js'));
  const codes = new Map(names.map((name) => [name, readFileSync(join(assets, name), 'utf8')]));
  const page = readFileSync(join(folder, panelPage), 'utf8');
  const weigh = (isUsed: (code: string, name: string) => boolean): number => {
    const wanted = names.filter((name) => page.includes(name));
    const found = new Set<string>();
    for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
      if (found.has(name)) continue;
      found.add(name);
      const code = codes.get(name) ?? '';
      wanted.push(...names.filter((other) => isUsed(code, other)));
    }
    return [...found].reduce((sum, name) => sum + gzipSync(codes.get(name) ?? '', { level: 9 }).length, 0);
  };
  return { opening: weigh(imports), everything: weigh((code, name) => code.includes(name)) };
}

/** Whether a minified script needs another one at once: `from"./name.js"` or `import"./name.js"`. */
function imports(code: string, name: string): boolean {
  return ['"', "'", '`'].some((quote) =>
    ['from', 'import'].some((word) => code.includes(`${word}${quote}./${name}${quote}`)),
  );
}
