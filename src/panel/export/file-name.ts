import { originLabel } from '../list/request-parts.ts';
import type { Judged } from '../verdict/judged.ts';
import type { ExportFormat } from './export-text.ts';

const endings: Readonly<Record<ExportFormat, string>> = { report: 'json', har: 'har', markdown: 'md' };

/** A name that says whose requests they are and when they were saved: `cors-app.test-2026-11-24-0905.har`. */
export function exportFileName(format: ExportFormat, judged: readonly Judged[], now: Date): string {
  const origins = new Set(judged.map(({ exchange }) => exchange.initiator.origin));
  const [only] = origins.size === 1 ? [...origins] : [];
  const host = originLabel(only ?? null).replace(/[^a-z0-9.-]+/gi, '-');
  const two = (part: number) => String(part).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const parts = ['cors', host, day, `${two(now.getHours())}${two(now.getMinutes())}`];
  return `${parts.filter((part) => part !== '').join('-')}.${endings[format]}`;
}
