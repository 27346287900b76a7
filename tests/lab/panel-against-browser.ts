import { type Reason, reasons } from '../../src/cors/reason.ts';
import { reasonTable } from '../../src/cors/reason-table.ts';
import type { BrowserDriver, DrivenPage, DrivenPanel } from '../browsers/browser-driver.ts';
import { filterRows, type PanelRow, readRows } from '../browsers/panel-rows.ts';
import { until } from '../browsers/until.ts';
import { originOfInitiator } from '../truth/case-to-request.ts';
import type { TruthCase, TruthOrigins, TruthVerdict } from '../truth/truth-case.ts';
import type { CaseServer } from './case-server.ts';
import { recordCase } from './record-driven.ts';

/** A case whose requests ran in the real browser, with the panel open. */
export interface Comparison {
  readonly truthCase: TruthCase;
  readonly truth: readonly TruthVerdict[];
  readonly rows: readonly PanelRow[];
  /** Requests that the panel and the browser were compared on. */
  readonly compared: number;
  /** Of those, the ones where the panel named two reasons, one of them the browser's. */
  readonly either: number;
  /** The ones where nothing observable tells, and the panel showed both outcomes, one of them the browser's. */
  readonly open: number;
  /** How many were left out, because the browser keeps from every extension what it decided by. */
  readonly hidden: number;
  readonly mismatches: readonly Mismatch[];
}

export interface Mismatch {
  readonly kind: 'outcome' | 'reason';
  readonly browser: string;
  readonly panel: string;
}

/**
 * Runs one batch of cases and compares; the panel's list is emptied first.
 *
 * @param patience milliseconds that the panel gets to show them all
 */
export async function comparePanel(
  browser: BrowserDriver,
  page: DrivenPage,
  panel: DrivenPanel,
  server: CaseServer,
  batch: readonly TruthCase[],
  patience?: number,
): Promise<Comparison[]> {
  await panel.click('button[aria-label^=Clear]');
  const truths: TruthVerdict[][] = [];
  for (const truthCase of batch) {
    server.add(truthCase);
    truths.push(await recordCase(browser, page, truthCase, server));
  }
  await filterRows(panel, '');
  const expected = batch.map((truthCase, index) =>
    (truths[index] ?? []).filter((truth) => isListed(truthCase, truth, server.origins)),
  );
  const linesOf = (rows: readonly PanelRow[], { id }: TruthCase) =>
    rows.filter(({ url }) => url.includes(`case=${id}`));
  const rows = await until(
    async () => {
      const all = await readRows(panel);
      // Case by case: one that has more lines than it needs must not stand in for one that is still to come.
      const areThere = batch.every((truthCase, index) => {
        const lines = linesOf(all, truthCase);
        return lines.length >= (expected[index] ?? []).length && lines.every(({ outcome }) => outcome !== 'pending');
      });
      return areThere ? all : undefined;
    },
    `${expected.flat().length} lines in the panel`,
    patience,
  ).catch(() => readRows(panel));
  return batch.map((truthCase, index) =>
    compare(browser.engine, truthCase, expected[index] ?? [], linesOf(rows, truthCase)),
  );
}

/** Whether the request reached a server that is not of its page's origin: else the panel need not show it. */
function isListed({ initiator }: TruthCase, truth: TruthVerdict, origins: TruthOrigins): boolean {
  if (truth.outcome === 'invalid-request' || truth.outcome === 'timeout') return false;
  const page = originOfInitiator(initiator, origins);
  const hosts = (truth.sent ?? []).map((line) => line.split(' | ')[1]);
  return hosts.some((host) => `http://${host}` !== page);
}

function compare(
  engine: BrowserDriver['engine'],
  truthCase: TruthCase,
  truth: readonly TruthVerdict[],
  rows: readonly PanelRow[],
): Comparison {
  if (engine === 'firefox' && hidesALine(truthCase)) {
    return { truthCase, truth, rows, compared: 0, either: 0, open: 0, hidden: truth.length, mismatches: [] };
  }
  const left = [...rows];
  const mismatches: Mismatch[] = [];
  let either = 0;
  let open = 0;
  for (const told of truth) {
    const one = asFarAsTold(truthCase, told);
    const row = take(left, (candidate) => agrees(engine, one, candidate)) ?? take(left, () => true);
    const browserWords = `${one.outcome} ${one.reason ?? ''}`.trim();
    if (row === undefined) {
      mismatches.push({ kind: 'outcome', browser: browserWords, panel: 'no line' });
      continue;
    }
    const panelWords = [row.outcome, row.reason, row.otherReason, row.notCors]
      .filter((word) => word !== null)
      .join(' ');
    if (leavesOpen(engine, truthCase, one, row)) open += 1;
    else if (!sameOutcome(one, row)) mismatches.push({ kind: 'outcome', browser: browserWords, panel: panelWords });
    else if (!agrees(engine, one, row)) mismatches.push({ kind: 'reason', browser: browserWords, panel: panelWords });
    else if (row.otherReason !== null) either += 1;
  }
  return { truthCase, truth, rows, compared: truth.length, either, open, hidden: 0, mismatches };
}

function take<T>(from: T[], test: (one: T) => boolean): T | undefined {
  const index = from.findIndex(test);
  return index < 0 ? undefined : from.splice(index, 1)[0];
}

/**
 * A redirect status without a `Location` is an answer like any other, but for redirect mode `manual`: nobody tells an
 * extension that mode, and where there was nothing to follow, no event gives it away.
 */
function asFarAsTold({ server }: TruthCase, verdict: TruthVerdict): TruthVerdict {
  const leads = [...(server.hops ?? []), server.response].some(({ headers }) =>
    headers.some(([name]) => name.toLowerCase() === 'location'),
  );
  return verdict.outcome === 'opaqueredirect' && !leads ? { ...verdict, outcome: 'allowed' } : verdict;
}

const outcomeInPanel: Readonly<Record<TruthVerdict['outcome'], string>> = {
  allowed: 'allowed',
  blocked: 'blocked',
  opaque: 'opaque',
  opaqueredirect: 'opaque',
  sent: 'allowed',
  'network-error': 'not-cors',
  'invalid-request': '',
  timeout: '',
  skipped: '',
};

/** Which of the two an engine calls a failure is its own way of telling: both are refused. */
function sameOutcome({ outcome, reason }: TruthVerdict, row: PanelRow): boolean {
  // A beacon is sent with CORS or without: the page that sends it cannot tell.
  if (outcome === 'sent' && row.outcome === 'opaque') return true;
  const refused = ['blocked', 'not-cors'];
  // Firefox does not tell `redirect: 'manual'` from 'error', and the panel's words name both.
  if (outcome === 'opaqueredirect' && row.notCors === 'redirect-mode-error') return true;
  return outcomeInPanel[outcome] === row.outcome || (isNameless(outcome, reason) && refused.includes(row.outcome));
}

/** Refused without a word about why. */
function isNameless(outcome: TruthVerdict['outcome'], reason: string | null | undefined): boolean {
  return outcome === 'network-error' || (outcome === 'blocked' && (reason ?? '') === '');
}

function agrees(engine: BrowserDriver['engine'], truth: TruthVerdict, row: PanelRow): boolean {
  if (!sameOutcome(truth, row)) return false;
  if (truth.outcome !== 'blocked' || isNameless(truth.outcome, truth.reason)) return true;
  return [row.reason, row.otherReason].some(
    (name) => isReason(name) && namesOf(engine, name).includes(truth.reason ?? ''),
  );
}

/**
 * Firefox completes a worker's XMLHttpRequest whether or not it was refused, and no document's timing has it. Where the
 * verdict depends on credentials, the panel shows both.
 */
function leavesOpen(
  engine: BrowserDriver['engine'],
  { initiator, api }: TruthCase,
  { outcome, reason }: TruthVerdict,
  row: PanelRow,
): boolean {
  if (engine !== 'firefox' || !/worker$/.test(initiator) || api !== 'xhr' || row.outcome !== 'unknown') return false;
  const named = isReason(row.otherReason) ? namesOf(engine, row.otherReason) : [];
  return outcome === 'allowed' || (outcome === 'blocked' && named.includes(reason ?? ''));
}

/**
 * Of two `Access-Control-Allow-Origin` lines Firefox counts both, but drops an empty one before it tells an extension of
 * them; resource timing has status 200 all the same.
 */
function hidesALine({ server }: TruthCase): boolean {
  const steps = [...(server.hops ?? []), server.response];
  return [server.preflight, ...steps, ...steps.map(({ preflight }) => preflight)].some((answer) => {
    const lines = answer?.headers.filter(([name]) => name.toLowerCase() === 'access-control-allow-origin') ?? [];
    return lines.length > 1 && lines.some(([, value]) => value.trim() === '');
  });
}

function isReason(name: string | null): name is Reason {
  return reasons.some((reason) => reason === name);
}

function namesOf(engine: BrowserDriver['engine'], reason: Reason): (string | null)[] {
  if (engine === 'chromium') return [reason];
  // Several values in one line are a mismatch in Firefox; only several lines are "multiple".
  const several = /MultipleAllowOriginValues$/.test(reason) ? ['CORSAllowOriginNotMatchingOrigin'] : [];
  return [reasonTable[reason].firefox, ...several];
}
