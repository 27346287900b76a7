import type { Plugin } from 'vite';
import { panelScripts } from './panel-scripts.ts';

/** What the panel's JavaScript may weigh, in bytes of gzip. The second is little above what it is: growth shall be noticed. */
const budgets = { opening: 126_000, everything: 216_500 };

/** Prints what the panel's JavaScript weighs, and fails a build that is over its budget. */
export function panelSize(): Plugin {
  return {
    name: 'panel-size',
    apply: 'build',
    writeBundle({ dir = '' }) {
      const { opening, everything } = panelScripts(dir);
      this.info(
        [
          "The panel's JavaScript, gzip:",
          line('loaded on opening', opening, budgets.opening),
          line('everything', everything, budgets.everything),
        ].join('\n'),
      );
      if (opening > budgets.opening || everything > budgets.everything) {
        this.error("The panel's JavaScript is over its budget (scripts/panel-size.ts).");
      }
    },
  };
}

function line(name: string, bytes: number, budget: number): string {
  return `  ${name.padEnd(20)}${kilobytes(bytes)} of at most ${kilobytes(budget)}`;
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`.padStart(8);
}
