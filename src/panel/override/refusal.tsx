import type { OverrideAnswer } from '../../override/override.ts';
import { Notice } from '../detail/notice.tsx';
import { RawText } from '../text/raw-text.tsx';
import { refusalWords } from './words.ts';

/** Why a change of the override was not made. */
export function Refusal({ refused }: { readonly refused: Extract<OverrideAnswer, { done: false }> | null }) {
  return (
    <div role="alert">
      {refused && (
        <Notice tone="bad" name={refused.refusal}>
          {refusalWords[refused.refusal]} {refused.detail !== '' && <RawText text={refused.detail} />}
        </Notice>
      )}
    </div>
  );
}
