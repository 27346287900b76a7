import { useState } from 'react';
import { LinkButton } from '../button/link-button.tsx';
import { RawText } from './raw-text.tsx';

/** Longer values are cut here until they are asked for: about five lines of the detail view. */
const shownAtFirst = 400;

/** Foreign text that may be very long: the beginning, and a button for the rest. */
export function ClippedText({ text }: { readonly text: string }) {
  const [whole, setWhole] = useState(false);
  if (whole || text.length <= shownAtFirst) return <RawText text={text} />;
  return (
    <>
      <RawText text={text.slice(0, shownAtFirst)} />…{' '}
      <LinkButton onClick={() => setWhole(true)}>Show all {text.length.toLocaleString('en')} characters</LinkButton>
    </>
  );
}
