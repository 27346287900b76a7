import { bad, code } from '../quote.ts';
import { rich } from '../rich-text.ts';
import { redirectTarget, type Situation, schemeOf } from '../situation.ts';
import type { ReasonWords } from '../words.ts';

export function disallowedByMode({ server }: Situation): ReasonWords {
  return {
    fault: rich`the request's mode is ${bad('same-origin')}, and ${code(server)} is another origin`,
    said: [
      rich`Your code asked for ${code("mode: 'same-origin'")}, which refuses every other origin.`,
      rich`To reach another origin, leave the mode at ${code('cors')} and let that server allow your page's origin.`,
    ],
  };
}

export function disabledScheme(situation: Situation): ReasonWords {
  const { verdict } = situation;
  const scheme = schemeOf(situation);
  const named = scheme === '' ? rich`this scheme` : rich`${bad(`${scheme}:`)}`;
  return {
    fault:
      verdict.stage === 'redirect'
        ? rich`the server redirected the request to ${named}, which CORS does not work with`
        : rich`CORS does not work with ${named}`,
    said: [rich`A page can read from another origin only over ${code('https:')} and ${code('http:')}.`],
  };
}

export function redirectWithCredentials({ hop, response, server }: Situation): ReasonWords {
  const target = hop && response ? redirectTarget(hop, response) : null;
  const userinfo = target === null ? '' : (/^[a-z][a-z0-9+.-]*:\/\/([^/?#]*)@/i.exec(target)?.[1] ?? '');
  return {
    fault: rich`the redirect's URL contains a user name or a password`,
    said: [
      rich`${code(server)} redirected the request to a URL with ${userinfo.includes(':') ? 'a user name and password' : 'a user name'} in front of the host.`,
      rich`Browsers do not follow such a redirect to another origin. Remove that part from the server's ${code('Location')}.`,
    ],
  };
}

export function noCorsRedirectMode(): ReasonWords {
  return {
    fault: rich`a request in the mode ${code('no-cors')} must follow redirects`,
    said: [
      rich`Your code combines ${code("mode: 'no-cors'")} with a ${code('redirect')} other than ${code('follow')}, and browsers refuse that.`,
    ],
  };
}

export function invalidResponse({ server }: Situation): ReasonWords {
  return {
    fault: rich`the response of ${code(server)} is not valid`,
    said: [rich`The browser could not make sense of the server's answer.`],
  };
}
