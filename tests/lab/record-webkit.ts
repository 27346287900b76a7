import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { openVirtualDisplay } from '../browsers/virtual-display.ts';
import type { TruthCase, TruthVerdict } from '../truth/truth-case.ts';
import type { CaseServer } from './case-server.ts';
import { truthOf } from './engine-words.ts';
import { type LabStep, stepsOf } from './lab-step.ts';
import { readConsole } from './mini-browser.ts';
import type { ScriptSaw } from './script-saw.ts';
import { classOfWebkitMessage } from './webkit-messages.ts';

/** Runs the cases by a page that makes one request after the other; its console is read. On a screen that nobody sees. */
export async function recordWebkit(
  program: string,
  cases: readonly TruthCase[],
  server: CaseServer,
  progress: (done: number) => void,
): Promise<{ version: string; verdicts: Map<string, TruthVerdict> }> {
  const verdicts = new Map<string, TruthVerdict>();
  const steps = cases.flatMap(stepsOf);
  const take = ({ caseId, request }: LabStep, saw: ScriptSaw, messages: readonly string[]) => {
    const reason = messages.map(classOfWebkitMessage).find((name) => name !== null) ?? null;
    const verdict = truthOf('webkit', request.mode, saw, server.takeSent(caseId), { reason, parameter: '', error: '' });
    const first = verdicts.get(caseId);
    verdicts.set(caseId, first ? { ...first, second: verdict } : verdict);
    progress(verdicts.size);
  };
  const { url, next } = server.serveSteps(steps);
  const display = await openVirtualDisplay();
  try {
    const environment = { ...process.env, DISPLAY: display.name };
    const { stdout } = await promisify(execFile)(program, ['--version'], { env: environment });
    await readConsole(program, url, environment, stepReader(steps, take, next));
    return { version: stdout.trim(), verdicts };
  } finally {
    await display.close();
  }
}

/** Takes the console line by line; gives true after the last step. */
function stepReader(
  steps: readonly LabStep[],
  take: (step: LabStep, saw: ScriptSaw, messages: readonly string[]) => void,
  next: () => void,
): (message: string) => boolean {
  let at = 0;
  let messages: string[] = [];
  return (message) => {
    if (message.startsWith('LOG LAB-ERROR')) throw new Error(message);
    const marker = /LAB-STEP (\{.*\})$/.exec(message);
    if (marker === null) {
      messages.push(message);
      return false;
    }
    const step = steps[at];
    if (step) take(step, JSON.parse(marker[1] ?? '') as ScriptSaw, messages);
    messages = [];
    at += 1;
    next();
    return at === steps.length;
  };
}
