import { Button } from '../button/button.tsx';
import { FullMessage } from '../states/full-message.tsx';
import { whyMissing } from './part.ts';

/** Stands for a part of the panel whose code is gone: most likely the extension was updated meanwhile. */
export function PartMissing() {
  return (
    <FullMessage name="part-missing" title="This part of the panel could not be loaded">
      <p>{whyMissing}</p>
      <Button kind="primary" data-action="reload-panel" onClick={() => location.reload()}>
        Reload the panel
      </Button>
    </FullMessage>
  );
}
