import { explainVerdict } from '../../explain/explain-verdict.ts';
import { Button } from '../button/button.tsx';
import { Notice } from '../detail/notice.tsx';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import type { Judged } from '../verdict/judged.ts';
import { ownAnswers } from './own-answers.ts';
import { overrideDuring } from './periods.ts';
import { nextTryOf, triesOf } from './tries.ts';

/** What an override has to do with a request: that it changed its answer, or what became of the request with it. */
export function OverrideNotes({ judged, all }: { readonly judged: Judged; readonly all: readonly Judged[] }) {
  const { periods } = usePanelState('periods');
  const during = overrideDuring(periods, judged.exchange);
  const own = ownAnswers(judged);
  if (own) {
    return (
      <Notice tone="warn" name="overridden">
        {during ? 'The header override' : 'A header rule of the browser'} changed what the page got. By the headers that
        the server itself sent: <RichTextView text={explainVerdict(own.exchange, own.verdict).headline} />
      </Notice>
    );
  }
  if (during) {
    return (
      <Notice tone="warn" name="override-was-on">
        The header override was on for this request
        {judged.verdict.engine === 'firefox' &&
          '. Firefox tells only the changed headers, so what the server itself sent is not known'}
        .
      </Notice>
    );
  }
  const period = periods.at(-1);
  const next = period ? nextTryOf(judged, triesOf(period, all)) : null;
  return next && <NextTry next={next} />;
}

function NextTry({ next }: { readonly next: Judged }) {
  const store = usePanelStore();
  const { outcome } = next.verdict;
  const isThrough = outcome === 'allowed' || outcome === 'opaque';
  return (
    <Notice tone={isThrough ? 'good' : 'bad'} name={isThrough ? 'fix-works' : 'fix-fails'}>
      {isThrough
        ? 'On its next try, with the header override on, this request went through. The server needs the same headers.'
        : `On its next try, with the header override on, this request was ${outcome === 'blocked' ? 'blocked again' : 'stopped by something else'}.`}{' '}
      <Button kind="quiet" data-action="show-next-try" onClick={() => store.showExchange(next.exchange.id)}>
        Show that try
      </Button>
    </Notice>
  );
}
