import type { Assumption, Verdict } from '../../judge/verdict.ts';
import { code } from '../quote.ts';
import { type RichText, rich } from '../rich-text.ts';

/** What was taken to be so, and why. */
export function assumptionSentence(assumption: Assumption, verdict: Verdict): RichText {
  if (assumption.fact === 'outcome' && assumption.basis === 'default') return outcomeByHeaders(assumption.value);
  const because = bases[assumption.basis];
  const taken = facts[assumption.fact](assumption.value, verdict);
  return because.length === 0 ? rich`${taken}.` : rich`${taken}, because ${because}.`;
}

/** Nobody told how it ended, so what the headers say is all there is. */
function outcomeByHeaders(value: boolean | null): RichText {
  const untold = rich`The browser did not tell how this request ended.`;
  if (value === null) return untold;
  return value ? rich`${untold} By its headers it passed.` : rich`${untold} By its headers it was blocked.`;
}

const facts: Readonly<Record<Assumption['fact'], (value: boolean | null, verdict: Verdict) => RichText>> = {
  credentials: (value) => {
    if (value === null) return rich`Whether the request carried credentials is not known`;
    return value ? rich`The request was made with credentials` : rich`The request was made without credentials`;
  },
  mode: (value, { mode }) => {
    if (value === null) return rich`The request's mode is not known, and taken to be ${code(mode)}`;
    return rich`The request's mode is taken to be ${code(mode)}`;
  },
  'cached-preflight': (value) => {
    if (value === null) return rich`Whether the browser used an earlier preflight's answer is not known`;
    return value
      ? rich`The browser used an earlier preflight's answer from its cache`
      : rich`The browser did not use an earlier preflight's answer`;
  },
  outcome: (value) => {
    if (value === null) return rich`Whether the page could read the answer is not known`;
    return value ? rich`The page could read the answer` : rich`The page could not read the answer`;
  },
};

const bases: Readonly<Record<Assumption['basis'], RichText>> = {
  'cookie-sent': rich`it carried a cookie`,
  'storage-access-header': rich`it carried ${code('Sec-Fetch-Storage-Access')}, which browsers send only with credentials`,
  'no-storage-access-header': rich`it carried neither a cookie nor ${code('Sec-Fetch-Storage-Access')}`,
  'sec-fetch-mode': rich`the request's ${code('Sec-Fetch-Mode')} says so`,
  'origin-header': rich`of the request's ${code('Origin')} header`,
  'resource-type': rich`that is how browsers load this kind of resource`,
  outcome: rich`only that agrees with how the request ended`,
  'resource-timing': rich`the page's resource timing says so`,
  'no-preflight-seen': rich`the request needs a preflight and none was seen`,
  default: rich`that is the default`,
  undecided: rich`everything that was seen fits both`,
};
