import type { Exchange, Hop, ObservedResponse } from '../../exchange/exchange.ts';
import { headersToText, textToHeaders } from './header-text.ts';

/** One answer of the server, as it can be edited. */
export interface EditableAnswer {
  readonly hop: number;
  readonly kind: 'preflight' | 'response';
  readonly status: number;
  /** One header per line. */
  readonly text: string;
}

/** Every answer that decides the verdict, as it was; one that did not come is made up: 200 without headers. */
export function editableAnswers(exchange: Exchange): EditableAnswer[] {
  return exchange.hops.flatMap((hop, index): EditableAnswer[] => [
    ...(hop.preflight ? [editable(index, 'preflight', hop.preflight.response)] : []),
    editable(index, 'response', hop.response),
  ]);
}

function editable(hop: number, kind: EditableAnswer['kind'], response: ObservedResponse | null): EditableAnswer {
  return { hop, kind, status: response?.status ?? 200, text: headersToText(response?.headers ?? []) };
}

/** The exchange as it would have been, had the server answered so. */
export function withAnswers(exchange: Exchange, answers: readonly EditableAnswer[]): Exchange {
  const { startedAt: at } = exchange;
  const hops = exchange.hops.map((hop, index): Hop => {
    const answer = (kind: EditableAnswer['kind']) => answers.find((each) => each.hop === index && each.kind === kind);
    const preflight = answer('preflight');
    const response = answer('response');
    return {
      ...hop,
      preflight:
        hop.preflight && preflight
          ? {
              ...hop.preflight,
              response: answered(hop.preflight.response, preflight, at),
              ending: { kind: 'completed', at },
            }
          : hop.preflight,
      requestHeaders: hop.requestHeaders ?? [['Origin', exchange.initiator.origin ?? 'null']],
      sentAt: hop.sentAt ?? at,
      response: response ? answered(hop.response, response, at) : hop.response,
    };
  });
  return { ...exchange, hops, ending: { kind: 'completed', at }, networkError: null, timingStatus: null };
}

function answered(seen: ObservedResponse | null, { status, text }: EditableAnswer, at: number): ObservedResponse {
  const before = seen ?? { at, statusText: '', fromCache: false };
  return { ...before, status, headers: textToHeaders(text), effectiveHeaders: null };
}
