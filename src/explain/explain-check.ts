import type { Check, CheckName } from '../cors/check.ts';
import type { Exchange } from '../exchange/exchange.ts';
import { sectionLink } from './check/check-section.ts';
import {
  allowCredentialsCheck,
  allowOriginCheck,
  headersCheck,
  methodCheck,
  syntaxCheck,
} from './check/header-check.ts';
import { preflightNeeded } from './check/preflight-needed.ts';
import { bad, code, good, marked } from './quote.ts';
import { type RichText, rich } from './rich-text.ts';
import { withoutPassword } from './situation.ts';
import type { CheckWords } from './words.ts';

/** One check in words, as a line of a list, with the bytes marked that failed or that fit. */
export function explainCheck(check: Check, exchange: Exchange): CheckWords {
  const text = check.status === 'not-reached' ? rich`Not reached: ${subjects[check.name]}` : checkText(check, exchange);
  return { text, link: sectionLink(check.name, check.anchor) };
}

/** What a check looks at, for one that was not made. */
const subjects: Readonly<Record<CheckName, RichText>> = {
  mode: rich`whether the request's mode lets it go to another origin`,
  scheme: rich`whether CORS works with the URL's scheme`,
  'local-network': rich`whether the page may reach this network`,
  'preflight-needed': rich`whether a preflight is needed`,
  'preflight-redirect': rich`whether the preflight is redirected`,
  'preflight-allow-origin': rich`the preflight's ${code('Access-Control-Allow-Origin')}`,
  'preflight-allow-credentials': rich`the preflight's ${code('Access-Control-Allow-Credentials')}`,
  'preflight-status': rich`the preflight's status`,
  'preflight-parse-methods': rich`whether ${code('Access-Control-Allow-Methods')} can be read`,
  'preflight-parse-headers': rich`whether ${code('Access-Control-Allow-Headers')} can be read`,
  'preflight-method': rich`whether the method is allowed`,
  'preflight-headers': rich`whether the request headers are allowed`,
  'redirect-scheme': rich`whether CORS works with the scheme of the redirect's URL`,
  'redirect-credentials': rich`whether the redirect's URL holds a user name or a password`,
  'allow-origin': rich`the response's ${code('Access-Control-Allow-Origin')}`,
  'allow-credentials': rich`the response's ${code('Access-Control-Allow-Credentials')}`,
};

function checkText(check: Check, exchange: Exchange): RichText {
  const passed = check.status === 'passed';
  const value = check.value ?? '';
  switch (check.name) {
    case 'mode':
      return passed ? rich`The mode ${good(value)} lets the request go to another origin` : modeFault(check);
    case 'scheme':
      return passed
        ? rich`CORS works with ${good(scheme(value))} URLs`
        : rich`CORS does not work with ${bad(scheme(value))} URLs`;
    case 'local-network':
      return passed ? rich`The page may reach the ${space(value)}` : rich`The page may not reach the ${space(value)}`;
    case 'preflight-needed':
      return preflightNeeded(check, exchange);
    case 'preflight-redirect':
      return passed
        ? rich`The preflight is not redirected`
        : rich`The preflight is redirected to ${bad(value)}, and a preflight may not be`;
    case 'preflight-allow-origin':
    case 'allow-origin':
      return allowOriginCheck(check);
    case 'preflight-allow-credentials':
    case 'allow-credentials':
      return allowCredentialsCheck(check);
    case 'preflight-status':
      return passed
        ? rich`Status ${good(value)} is ok (200 to 299)`
        : rich`Status ${bad(value)} is not ok (200 to 299)`;
    case 'preflight-parse-methods':
      return syntaxCheck(check, 'access-control-allow-methods');
    case 'preflight-parse-headers':
      return syntaxCheck(check, 'access-control-allow-headers');
    case 'preflight-method':
      return methodCheck(check);
    case 'preflight-headers':
      return headersCheck(check);
    case 'redirect-scheme':
      return passed
        ? rich`The redirect leads to a URL that CORS works with`
        : rich`The redirect leads to ${bad(value)}, and CORS does not work with that scheme`;
    case 'redirect-credentials':
      return passed
        ? rich`The redirect's URL holds no user name and no password`
        : rich`The redirect's URL ${userinfo(value)} holds a user name or a password`;
  }
}

function modeFault({ reason }: Check): RichText {
  return reason === 'NoCorsRedirectModeNotFollow'
    ? rich`The mode ${bad('no-cors')} does not go together with a redirect mode other than ${code('follow')}`
    : rich`The mode ${bad('same-origin')} does not let the request go to another origin`;
}

/** `https:` of a URL, of a scheme with its colon or of one without. */
function scheme(value: string): string {
  return /^[a-z][a-z0-9+.-]*(?=:|$)/i.exec(value)?.[0].concat(':') ?? value;
}

function space(value: string): RichText {
  return value === '' ? rich`network of the server` : rich`address space ${code(value)}`;
}

/** The URL with what stands in front of its host marked; the password itself is nobody's business. */
function userinfo(url: string): RichText {
  const shown = withoutPassword(url);
  const at = /^[a-z][a-z0-9+.-]*:\/\/([^/?#]*@)/i.exec(shown);
  if (at?.[1] === undefined) return [bad(shown)];
  const end = at[0].length;
  return marked(shown, [[end - at[1].length, end]]);
}
