import type { CodeLocation } from '../../exchange/exchange.ts';
import { visible } from '../../explain/visible.ts';
import { LinkButton } from '../button/link-button.tsx';
import { RawText } from '../text/raw-text.tsx';

/** A place in the page's code, as DevTools writes it: the file's name and the line. Opens Sources where it can. */
export function CodeLink({
  location,
  openSource,
}: {
  readonly location: CodeLocation;
  readonly openSource: ((location: CodeLocation) => void) | null;
}) {
  const label = `${fileName(location.url)}:${location.line}`;
  const title = visible(`${location.url}:${location.line}:${location.column}`);
  if (!openSource) {
    return (
      <span title={title}>
        <RawText text={label} />
      </span>
    );
  }
  return (
    <LinkButton title={title} onClick={() => openSource(location)}>
      <RawText text={label} />
    </LinkButton>
  );
}

function fileName(url: string): string {
  const path = url.replace(/[?#].*$/s, '');
  return path.slice(path.lastIndexOf('/') + 1) || url;
}
