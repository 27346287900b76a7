import type { EngineName } from '../../../src/cors/engine-name.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { compareOrigins } from '../../../src/explain/compare-origins.ts';
import { explainCheck } from '../../../src/explain/explain-check.ts';
import { explainNotCors } from '../../../src/explain/explain-not-cors.ts';
import { explainVerdict } from '../../../src/explain/explain-verdict.ts';
import { explainWarning } from '../../../src/explain/explain-warning.ts';
import { fixFor, needsOf } from '../../../src/fix/fix-exchange.ts';
import { proxyPlan } from '../../../src/fix/recipes/dev-proxies/proxy-plan.ts';
import { proxyIds, proxyRecipe } from '../../../src/fix/recipes/dev-proxies/proxy-registry.ts';
import { partText, type Recipe } from '../../../src/fix/recipes/recipe.ts';
import { serverRecipe } from '../../../src/fix/recipes/registry.ts';
import { serverIds } from '../../../src/fix/recipes/server-id.ts';
import { mergeFixes } from '../../../src/fix/server-policy.ts';
import { judge } from '../../../src/judge/judge.ts';
import type { Verdict } from '../../../src/judge/verdict.ts';
import { exportFormats, exportText } from '../../../src/panel/export/export-text.ts';
import { judged } from '../../../src/panel/verdict/judged.ts';
import { verdictsElsewhere } from '../../../src/panel/verdict/verdicts-elsewhere.ts';
import { backendMessage } from '../../../src/report/backend-message.ts';
import { copyAsCurl } from '../../../src/report/copy-as-curl.ts';
import { toMarkdown, toPlainText } from '../../../src/report/document-text.ts';
import { shells } from '../../../src/report/shell-quote.ts';

/** Everything that the panel may show or hand out about an exchange. */
export interface HandedOut {
  readonly verdict: Verdict;
  /** What is explained, as JSON. */
  readonly words: string;
  /** Markdown of the message to the backend and of the list. */
  readonly markdown: readonly string[];
  readonly plainText: string;
  /** curl for sh, for cmd and for PowerShell. */
  readonly commands: readonly string[];
  /** Configurations for servers and proxies. */
  readonly recipes: readonly string[];
  /** The exported files that are JSON. */
  readonly files: readonly string[];
}

export function everythingAbout(exchange: Exchange, engine: EngineName): HandedOut {
  const verdict = judge(exchange, engine);
  const elsewhere = verdictsElsewhere(judged(exchange, engine));
  const message = backendMessage(exchange, verdict, { elsewhere });
  const options = { browser: 'Chromium 156', withSecrets: true };
  const [report = '', har = '', list = ''] = exportFormats.map((format) =>
    exportText(format, [judged(exchange, engine)], options),
  );
  return {
    verdict,
    words: JSON.stringify([
      explainVerdict(exchange, verdict),
      verdict.checks.map((check) => explainCheck(check, exchange)),
      verdict.warnings.map((warning) => explainWarning(warning, exchange, verdict)),
      verdict.notCors === null ? null : explainNotCors(verdict.notCors, exchange),
      compareOrigins(exchange.initiator.origin ?? '', exchange.hops[0]?.url ?? '')?.summary,
    ]),
    markdown: [toMarkdown(message), list],
    plainText: toPlainText(message),
    commands: shells.flatMap((shell) =>
      (['preflight', 'request'] as const).flatMap((what) => copyAsCurl(exchange, verdict, what, { shell }) ?? []),
    ),
    recipes: recipesFor(exchange, verdict).flatMap(({ parts, install }) => [...parts.map(partText), install ?? '']),
    files: [report, har],
  };
}

function recipesFor(exchange: Exchange, verdict: Verdict): Recipe[] {
  const fix = fixFor(exchange, verdict);
  const page = needsOf(exchange, verdict, 0)?.origin ?? '';
  return mergeFixes(fix.kind === 'headers' ? [fix] : []).flatMap((policy) => {
    const plan = proxyPlan(policy, page);
    const proxies = plan === null ? [] : proxyIds.map((id) => proxyRecipe(id, plan));
    return [...serverIds.map((id) => serverRecipe(id, policy)), ...proxies];
  });
}
