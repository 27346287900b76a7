import { Button } from '../button/button.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { FullMessage } from './full-message.tsx';

/** The filters let nothing through. */
export function NoMatch({ total }: { readonly total: number }) {
  const store = usePanelStore();
  return (
    <FullMessage name="no-match" title="No request matches">
      <p>{total === 1 ? 'One request is' : `${total.toLocaleString('en')} requests are`} hidden by the filter.</p>
      <Button data-action="clear-filters" onClick={() => store.clearFilters()}>
        Show all
      </Button>
    </FullMessage>
  );
}
