import { code } from '../explain/quote.ts';
import { joinSentences, type RichText, rich } from '../explain/rich-text.ts';
import type { AdviceName } from '../fix/advice-name.ts';
import { headerNames } from '../fix/header-names.ts';
import type { Cannot, Obstacle, Wanted } from './plan.ts';

/** What stays in the way of a request that goes to the page's own server instead, and from there to the API. */
const proxyIsNoHelp: readonly AdviceName[] = [
  'redirect-mode-error',
  'redirect-invalid',
  'redirect-loop',
  'network-trouble',
  'no-secure-connection',
  'invalid-answer',
  'offline',
  'blocked-by-extension',
  'preflight-unanswered',
  'another-cause',
];

/** @param status of the preflight, where that is the obstacle */
export function cannot(wanted: Wanted, obstacle: Obstacle, status = 0): Cannot {
  return {
    exchangeId: wanted.exchange.id,
    obstacle,
    text: textOf(wanted, obstacle, status),
    proxyHelps: doesProxyHelp(wanted, obstacle),
  };
}

function textOf({ exchange, fix }: Wanted, obstacle: Obstacle, status: number): RichText {
  switch (obstacle) {
    case 'not-by-headers':
      return joinSentences(fix.kind === 'nothing-to-fix' ? [] : fix.advice.map(({ text }) => text));
    case 'preflight-status':
      return rich`The preflight was answered with status ${code(String(status))}. A browser's rules can change headers, not a status, so no override gets this request through.`;
    case 'preflight-redirect':
      return rich`The preflight was answered with a redirect. A browser's rules can change headers, not a redirect, so no override gets this request through.`;
    case 'conflict':
      return rich`This request needs ${code('Access-Control-Allow-Origin: *')}, and another one to the same server includes credentials, which ${code('*')} does not cover. A rule can say only one of the two. Override them one after the other.`;
    case 'no-tab':
      return rich`A shared worker or a service worker made this request. It belongs to no tab, so an override for this tab does not reach it.`;
    case 'sent-twice':
      return rich`The headers are right now, and still Firefox refuses. It counts the lines of ${code(headerNames.allowOrigin)} that the server sent, and two are too many, whatever a rule makes of them. Keep one of the two on the server.`;
    case 'not-development':
      return rich`A frame of ${code(exchange.initiator.origin ?? 'null')} made this request, and that is no development origin.`;
    case 'nothing-to-fix':
      return rich`Nothing has to change for this request.`;
  }
}

function doesProxyHelp({ fix }: Wanted, obstacle: Obstacle): boolean {
  switch (obstacle) {
    case 'not-by-headers':
      return fix.kind === 'not-by-headers' && !fix.advice.some(({ name }) => proxyIsNoHelp.includes(name));
    case 'preflight-status':
    case 'preflight-redirect':
    case 'conflict':
    case 'no-tab':
    case 'sent-twice':
      return true;
    case 'not-development':
    case 'nothing-to-fix':
      return false;
  }
}
