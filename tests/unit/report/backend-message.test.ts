import { expect, test } from 'vitest';
import { engineNames } from '../../../src/cors/engine-name.ts';
import { reasons } from '../../../src/cors/reason.ts';
import type { Exchange } from '../../../src/exchange/exchange.ts';
import { judge, judgeAsIf } from '../../../src/judge/judge.ts';
import { backendMessage } from '../../../src/report/backend-message.ts';
import type { Document } from '../../../src/report/document.ts';
import { toMarkdown, toPlainText } from '../../../src/report/document-text.ts';
import { caseToExchange } from '../../truth/case-to-exchange.ts';
import { truthFiles } from '../../truth/truth-files.ts';
import { answer, blockedPut, hop, refused } from './sample-exchange.ts';

function messageOn(exchange: Exchange): Document {
  const verdict = judge(exchange, 'chromium');
  const known = verdict.credentialed === null ? {} : { credentialed: verdict.credentialed };
  const elsewhere = engineNames.filter((name) => name !== 'chromium').map((name) => judgeAsIf(exchange, name, known));
  return backendMessage(exchange, verdict, { elsewhere });
}

const isReason = (name: string) => (reasons as readonly string[]).includes(name);

/** One recorded refusal for each reason of Chromium. */
function oneOfEach(): { reason: string; exchange: Exchange }[] {
  const byReason = new Map<string, Exchange>();
  for (const file of truthFiles()) {
    for (const truthCase of file.cases) {
      const recorded = file.truth[truthCase.id]?.chromium;
      if (recorded?.outcome !== 'blocked' || !recorded.reason || byReason.has(recorded.reason)) continue;
      // Chromium gave some of them no reason but a net error.
      if (!isReason(recorded.reason)) continue;
      const exchange = caseToExchange(truthCase, recorded, file.origins, 'chromium');
      if (exchange !== null) byReason.set(recorded.reason, exchange);
    }
  }
  return [...byReason].map(([reason, exchange]) => ({ reason, exchange }));
}

const samples = oneOfEach();

test('there is a sample for every reason that a header can cure', () => {
  expect(samples.length).toBeGreaterThanOrEqual(18);
});

test.each(samples)('the message on $reason says what fails, why, what to change and how to see it', ({ exchange }) => {
  const text = toMarkdown(messageOn(exchange));
  const [first] = exchange.hops;
  expect(text).toMatch(/^## CORS: pages of `[^`]+` cannot use `[A-Za-z]+ http/);
  for (const heading of ['Why', 'What was sent and answered', 'What to change', 'See it yourself', 'The rule']) {
    expect(text).toContain(`\n### ${heading}\n`);
  }
  expect(text).toContain(new URL(first?.url ?? '').host);
  expect(text).toMatch(/Access-Control-|do not help here/);
  expect(text).toContain('curl --include');
  expect(text).toMatch(/https:\/\/fetch\.spec\.whatwg\.org\/#[a-z-]+/);
  expect(text).not.toMatch(/undefined|\[object|\byour (page|code)\b|NaN/i);
  expect(text).not.toMatch(/`[^`\n]+``[^`\n]+`/);
});

test('a message on a request that passes says what is to be improved', () => {
  const sandboxed = hop({
    requestHeaders: [['Origin', 'null']],
    response: answer(200, [['Access-Control-Allow-Origin', 'null']]),
  });
  const text = toMarkdown(messageOn(refused([sandboxed], { ending: { kind: 'completed', at: 1 } })));
  expect(text).toContain('There is something to improve all the same:\n\n- The server allows the origin `null`.');
});

test('a server that allows another origin today is told to keep that one', () => {
  const other = answer(200, [['Access-Control-Allow-Origin', 'https://shop.test']]);
  expect(toMarkdown(messageOn(refused([hop({ response: other })])))).toContain('`https://shop.test` is allowed today.');
});

test('a redirect that the browser refused to follow is told with where it led, and with what helps', () => {
  const to = 'https://api.test/moved';
  const redirect = hop({
    url: 'https://app.test/items',
    requestHeaders: [['Sec-Fetch-Mode', 'same-origin']],
    response: answer(302, [['Location', to]]),
    redirectedTo: to,
  });
  const text = toMarkdown(messageOn(refused([redirect])));
  expect(text).toContain('`api.test` is another origin');
  expect(text).toContain("Remove `mode: 'same-origin'`");
});

test('a redirect without the header is told to send the header, not another address', () => {
  const redirect = hop({
    requestHeaders: [['Origin', 'https://app.test']],
    response: answer(302, [['Location', 'https://files.test/a']]),
    redirectedTo: null,
  });
  const text = toMarkdown(messageOn(refused([redirect])));
  expect(text).toContain('#   Access-Control-Allow-Origin: https://app.test');
  expect(text).not.toContain('#   Location:');
});

test.each<{ name: string; error: string; sent: boolean; url?: string; says: RegExp; rule: RegExp | null }>([
  {
    name: 'a Content Security Policy',
    error: 'net::ERR_BLOCKED_BY_CSP',
    sent: false,
    says: /Add the API to `connect-src`/,
    rule: /w3\.org\/TR\/CSP3/,
  },
  {
    name: 'mixed content',
    error: 'net::ERR_FAILED',
    sent: false,
    url: 'http://api.test/items',
    says: /Offer the API over https too/,
    rule: /w3\.org\/TR\/mixed-content/,
  },
  {
    name: 'a certificate',
    error: 'net::ERR_CERT_DATE_INVALID',
    sent: true,
    says: /correct the certificate/,
    rule: null,
  },
  {
    name: 'a secure connection that failed',
    error: 'net::ERR_SSL_PROTOCOL_ERROR',
    sent: true,
    says: /speaks https on this port/,
    rule: null,
  },
  { name: 'no network', error: 'net::ERR_INTERNET_DISCONNECTED', sent: false, says: /nothing to change/, rule: null },
])('the message on $name names the cure and the rule that was followed', ({ error, sent, url, says, rule }) => {
  const only = hop({ ...(url && { url }), sentAt: sent ? 1 : null, response: null });
  const text = toMarkdown(messageOn(refused([only], { ending: { kind: 'failed', at: 2, error } })));
  expect(text).toMatch(/^## Pages of /);
  expect(text).toMatch(says);
  expect(text).toContain(sent ? 'No answer was seen.' : 'The request, which was not sent:');
  expect(text).not.toContain('fetch.spec.whatwg.org');
  if (rule) expect(text).toMatch(rule);
  else expect(text).not.toContain('The rule');
});

test('no secret leaves with a message', () => {
  const message = messageOn(blockedPut());
  expect(toMarkdown(message) + toPlainText(message)).not.toMatch(/s3cret/);
  expect(toMarkdown(messageOn(refused([hop()])))).not.toMatch(/s3cret/);
});

test('the recipe is the one for the server that answered, and the guess is shown', () => {
  const text = toMarkdown(messageOn(refused([hop({ response: answer(200, [['X-Powered-By', 'Express']]) })])));
  expect(text).toContain('which the header `X-Powered-By: Express` suggests');
  expect(text).toContain("import cors from 'cors';");
});

test('what a server sends cannot become markup', () => {
  const hostile = '</code>\n```\n# pwned\n[x](javascript:alert(1))<img src=x>';
  const exchange = refused([
    hop({
      response: answer(200, [
        ['Access-Control-Allow-Origin', hostile],
        ['Server', `nginx ${hostile}`],
      ]),
    }),
  ]);
  const text = toMarkdown(messageOn(exchange));
  const outsideOfCode = text.replace(/^(`{3,})[\s\S]*?^\1$/gm, '').replace(/(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\1(?!`)/g, '');
  expect(outsideOfCode).not.toMatch(/pwned|javascript:|<img/);
});
