import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TruthCase, TruthVerdict } from '../truth/truth-case.ts';
import type { CaseServer } from './case-server.ts';
import { truthOf } from './engine-words.ts';
import { type LabStep, stepsOf } from './lab-step.ts';
import type { ScriptSaw } from './script-saw.ts';
import { classOfWebkitMessage } from './webkit-messages.ts';

/** WebKitGTK's own small browser. It runs no extension; it tells what WebKit decides. It needs a display. */
const miniBrowsers = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

export function findMiniBrowser(): string | undefined {
  return miniBrowsers.find(existsSync);
}

/** Runs the cases by a page that makes one request after the other; its console is read. */
export async function recordWebkit(
  program: string,
  cases: readonly TruthCase[],
  server: CaseServer,
  progress: (done: number) => void,
): Promise<Map<string, TruthVerdict>> {
  const recorded = new Map<string, TruthVerdict>();
  const steps = cases.flatMap(stepsOf);
  const take = ({ caseId }: LabStep, saw: ScriptSaw, messages: readonly string[]) => {
    const reason = messages.map(classOfWebkitMessage).find((name) => name !== null) ?? null;
    const verdict = truthOf('webkit', saw, server.takeSent(caseId), { reason, parameter: '', error: '' });
    const first = recorded.get(caseId);
    recorded.set(caseId, first ? { ...first, second: verdict } : verdict);
    progress(recorded.size);
  };
  await runInMiniBrowser(program, server.serveSteps(steps), stepReader(steps, take));
  return recorded;
}

/** Takes the console line by line; gives true after the last step. */
function stepReader(
  steps: readonly LabStep[],
  take: (step: LabStep, saw: ScriptSaw, messages: readonly string[]) => void,
): (line: string) => boolean {
  let at = 0;
  let messages: string[] = [];
  return (line) => {
    const message = /CONSOLE \S+ \S+ (.*)$/.exec(line)?.[1];
    if (message === undefined) return false;
    const marker = /LAB-STEP (\{.*\})$/.exec(message);
    if (marker === null) {
      messages.push(message);
      return false;
    }
    const step = steps[at];
    if (step) take(step, JSON.parse(marker[1] ?? '') as ScriptSaw, messages);
    messages = [];
    at += 1;
    return at === steps.length;
  };
}

function runInMiniBrowser(program: string, url: string, readLine: (line: string) => boolean): Promise<void> {
  const words = ['--', program, '--enable-write-console-messages-to-stdout=true', url];
  const child = spawn('dbus-run-session', words, {
    detached: true, // a group of processes, to end all of them
    env: { ...process.env, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  return new Promise((resolve, reject) => {
    let text = '';
    const read = (chunk: Buffer) => {
      text += chunk;
      const lines = text.split('\n');
      text = lines.pop() ?? '';
      if (!lines.some(readLine)) return;
      resolve();
      if (child.pid !== undefined) process.kill(-child.pid);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read); // here they come, whatever the option's name says
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`WebKit ended before the last case (exit code ${code})`)));
  });
}
