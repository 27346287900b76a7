import type { EngineName } from '../../cors/engine-name.ts';
import { engineNames } from '../../cors/engine-name.ts';
import type { Verdict } from '../../judge/verdict.ts';
import { toMarkdown } from '../../report/document-text.ts';
import { harOf } from '../../report/har.ts';
import { jsonText } from '../../report/json-text.ts';
import { listDocument } from '../../report/list-document.ts';
import { type JudgedExchange, reportOf } from '../../report/report.ts';
import type { Judged } from '../verdict/judged.ts';
import { verdictsElsewhere } from '../verdict/verdicts-elsewhere.ts';

export const exportFormats = ['report', 'har', 'markdown'] as const;
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportOptions {
  /** Name and version of the browser that saw the exchanges. */
  readonly browser: string;
  readonly withSecrets: boolean;
}

/** Exchanges with their verdicts as the text of a file. */
export function exportText(format: ExportFormat, judged: readonly Judged[], options: ExportOptions): string {
  switch (format) {
    case 'report':
      return jsonText(reportOf(judged.map(withEveryVerdict), options));
    case 'har':
      return jsonText(
        harOf(
          judged.map(({ exchange }) => exchange),
          options,
        ),
      );
    case 'markdown':
      return toMarkdown(listDocument(judged, options));
  }
}

function withEveryVerdict(judged: Judged): JudgedExchange {
  const { exchange, verdict } = judged;
  const verdicts = new Map<EngineName, Verdict>([[verdict.engine, verdict]]);
  for (const elsewhere of verdictsElsewhere(judged)) verdicts.set(elsewhere.engine, elsewhere);
  const entries = engineNames.map((name) => [name, verdicts.get(name) ?? verdict] as const);
  return {
    exchange,
    own: verdict.engine,
    verdicts: Object.fromEntries(entries) as Record<EngineName, Verdict>,
  };
}
