import { useState } from 'react';
import { Icon } from '../icon/icon.tsx';
import { Button, type ButtonKind } from './button.tsx';
import { copyText } from './copy-text.ts';

/** Copies a text, made when it is asked for, and says that it did. */
export function CopyButton({
  label,
  text,
  kind = 'plain',
}: {
  readonly label: string;
  readonly text: () => string;
  readonly kind?: ButtonKind;
}) {
  const [state, setState] = useState<'ready' | 'copied' | 'failed'>('ready');
  const shown = { ready: label, copied: 'Copied', failed: 'The browser did not copy it' }[state];
  return (
    <Button
      kind={kind}
      data-action={label}
      aria-live="polite"
      onClick={() => setState(copyText(text()) ? 'copied' : 'failed')}
      onBlur={() => setState('ready')}
      onPointerLeave={() => setState('ready')}
    >
      <Icon name="copy" />
      {shown}
    </Button>
  );
}
