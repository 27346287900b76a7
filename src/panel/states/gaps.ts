import type { EngineName } from '../../cors/engine-name.ts';
import type { Interruption } from '../../exchange/fold.ts';
import { timeLabel } from '../list/request-parts.ts';

/** What the person has to know of the times in which the browser was not heard; null where there was none. */
export function gapsInWords(interruptions: readonly Interruption[], lost: number, engine: EngineName): string | null {
  const pauses = interruptions.filter(({ cause }) => cause === 'pause');
  const stops = interruptions.filter(({ cause }) => cause !== 'pause');
  const sentences = [...pauseInWords(pauses), ...stopInWords(stops, engine)];
  if (sentences.length === 0) return null;
  if (lost > 0) sentences.push(`${lost === 1 ? 'One request was' : `${lost} requests were`} left without an end.`);
  return sentences.join(' ');
}

function pauseInWords(pauses: readonly Interruption[]): string[] {
  if (pauses.length === 0) return [];
  return [`Recording was paused for ${spanInWords(pauses)}. Requests made in that time are not in the list.`];
}

/** What DevTools' own record leaves out differs from browser to browser. */
const leftOut: Readonly<Record<EngineName, string>> = {
  chromium: 'Requests of shared and service workers may be missing.',
  firefox: 'Requests whose preflight was refused, and those of shared and service workers, may be missing.',
  webkit: 'Requests made in that time may be missing.',
};

function stopInWords(stops: readonly Interruption[], engine: EngineName): string[] {
  if (stops.length === 0) return [];
  return [
    `The browser stopped the recorder for ${spanInWords(stops)}.`,
    `That time is filled in from DevTools’ own record. ${leftOut[engine]}`,
  ];
}

/** "1.20 s, between 14:03:10 and 14:03:12" */
function spanInWords(gaps: readonly Interruption[]): string {
  const total = gaps.reduce((sum, { from, at }) => sum + (at - from), 0);
  const from = Math.min(...gaps.map((gap) => gap.from));
  const to = Math.max(...gaps.map((gap) => gap.at));
  return `${timeLabel(total)}, between ${clock(from)} and ${clock(to)}`;
}

function clock(time: number): string {
  return new Date(time).toLocaleTimeString('en-GB');
}
