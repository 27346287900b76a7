import type { BrowserContext, Page } from 'playwright';
import type { OwnVerdict } from './browser-driver.ts';

interface LoadingFailed {
  requestId: string;
  type: string;
  errorText: string;
  blockedReason?: string;
  corsErrorStatus?: { corsError: string; failedParameter: string };
}

interface IssueAdded {
  issue: {
    code: string;
    details: {
      corsIssueDetails?: {
        isWarning: boolean;
        request: { requestId?: string; url: string };
        corsErrorStatus: { corsError: string; failedParameter: string };
      };
    };
  };
}

interface Message {
  id?: number;
  method?: string;
  params?: Record<string, unknown>;
}

type Send = (method: string, params?: object) => void;

/**
 * Collects what Chromium itself decided, from the page and from its frames and workers in other processes. Those
 * are attached the old way (messages inside messages), the only one that a Playwright session can carry.
 */
export async function collectOwnVerdicts(context: BrowserContext, page: Page): Promise<OwnVerdict[]> {
  const verdicts: OwnVerdict[] = [];
  const session = await context.newCDPSession(page);
  const send: Send = (method, params = {}) => {
    session.send(method as 'Network.enable', params).catch(() => {}); // the page may be gone
  };
  const receive = receiver(verdicts, send);
  for (const method of observed) session.on(method, (params: unknown) => receive({ method, params: params as never }));
  await session.send('Network.enable');
  await session.send('Audits.enable');
  await session.send('Target.setAutoAttach', autoAttach);
  return verdicts;
}

const autoAttach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: false };

const observed = [
  'Network.requestWillBeSent',
  'Network.loadingFailed',
  'Audits.issueAdded',
  'Target.attachedToTarget',
  'Target.receivedMessageFromTarget',
] as const;

function receiver(verdicts: OwnVerdict[], send: Send): (message: Message) => void {
  const urls = new Map<string, string>();
  /** Told by an issue that came before the events of its request. */
  const told = new Set<string>();
  const children = new Map<string, (message: Message) => void>();
  let lastId = 0;

  function attach(sessionId: string): void {
    const sendToChild: Send = (method, params = {}) => {
      lastId += 1;
      send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id: lastId, method, params }) });
    };
    children.set(sessionId, receiver(verdicts, sendToChild));
    sendToChild('Network.enable');
    sendToChild('Audits.enable');
    sendToChild('Target.setAutoAttach', autoAttach);
    sendToChild('Runtime.runIfWaitingForDebugger');
  }

  return ({ method, params = {} }) => {
    if (method === 'Network.requestWillBeSent') {
      const { requestId, request } = params as { requestId: string; request: { url: string } };
      // A redirect keeps the id: the address that the page asked for is the first.
      if (!urls.has(requestId)) urls.set(requestId, request.url);
    } else if (method === 'Network.loadingFailed') {
      const { requestId, type, errorText, blockedReason, corsErrorStatus } = params as unknown as LoadingFailed;
      // What became of a preflight is told by the request that it was for.
      if (told.has(requestId) || type === 'Preflight') return;
      verdicts.push({
        url: urls.get(requestId) ?? '',
        reason: corsErrorStatus?.corsError ?? null,
        parameter: corsErrorStatus?.failedParameter ?? '',
        error: blockedReason === undefined ? errorText : errorWithReason(errorText, blockedReason),
      });
    } else if (method === 'Audits.issueAdded') {
      const { code, details } = (params as unknown as IssueAdded).issue;
      const cors = details.corsIssueDetails;
      if (code !== 'CorsIssue' || cors === undefined || cors.isWarning) return;
      // A request that went out is told by `loadingFailed`. This is the only word on one that never left the page.
      if (urls.has(cors.request.requestId ?? '')) return;
      told.add(cors.request.requestId ?? '');
      const { corsError, failedParameter } = cors.corsErrorStatus;
      verdicts.push({ url: cors.request.url, reason: corsError, parameter: failedParameter, error: '' });
    } else if (method === 'Target.attachedToTarget') {
      attach((params as { sessionId: string }).sessionId);
    } else if (method === 'Target.receivedMessageFromTarget') {
      const { sessionId, message } = params as { sessionId: string; message: string };
      children.get(sessionId)?.(JSON.parse(message) as Message);
    }
  };
}

/** Where the renderer refuses, there is no error of the network. Nor is there a name for why it refuses a local file. */
function errorWithReason(errorText: string, blockedReason: string): string {
  if (errorText === '' && blockedReason === 'other') return '';
  return `${errorText || 'net::ERR_ABORTED'} (${blockedReason})`;
}
