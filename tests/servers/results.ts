import { writeFileSync } from 'node:fs';
import { markdownTable } from '../../scripts/docs/markdown-table.ts';
import { proxyRecipes } from '../../src/fix/recipes/dev-proxies/proxy-registry.ts';
import { serverRecipes } from '../../src/fix/recipes/registry.ts';

/** What became of one recipe. */
export interface Result {
  readonly kind: 'server' | 'proxy';
  readonly id: string;
  /** What it ran on; null where it was not run. */
  readonly version: string | null;
  readonly outcome: 'works' | 'fails' | 'not run';
  readonly detail: string;
}

/** The recipes in the order in which the panel offers them. */
function inOrder(results: readonly Result[]): Result[] {
  const order = [...Object.keys(serverRecipes), ...Object.keys(proxyRecipes)];
  return results.toSorted((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
}

/** The results as a Markdown table. */
export function table(results: readonly Result[]): string {
  const rows = inOrder(results).map(({ kind, id, version, outcome, detail }) => [
    kind === 'server' ? id : `${id} (development proxy)`,
    version ?? '',
    detail === '' ? outcome : `${outcome}: ${detail}`,
  ]);
  return markdownTable(['Recipe', 'Tried on', 'Result'], rows);
}

const document = new URL('../../docs/recipes.md', import.meta.url);

/** Writes the table into the documentation. */
export function writeDocument(results: readonly Result[]): void {
  const ran = results.filter(({ outcome }) => outcome !== 'not run');
  const text = `# Recipes on real servers

Written by \`npm run test:servers -- --write\`; do not edit.

Each server recipe that can run here was tried like this, with the real server and a page in real Chromium:

1. The server starts without CORS. A \`GET\` with credentials and a \`PUT\` with a JSON body and a header of its own are blocked.
2. CORS Lens reads what the server answered and writes the recipe. The server starts again with the recipe exactly as written.
3. The page reads both answers, its cookie arrives, a hidden response header is readable, and so are a 404 and a 500. Behind a
   reverse proxy the proxy's own error answer is readable too. \`Vary: Origin\` is there.
4. A page of another origin is still blocked, with and without a preflight.

A development proxy has to let its own page through, with credentials where it can, and no page of another origin.

${ran.filter(({ outcome }) => outcome === 'works').length} of ${ran.length} recipes that ran work; ${results.length - ran.length} were not run.

${table(results)}
`;
  writeFileSync(document, text);
}
