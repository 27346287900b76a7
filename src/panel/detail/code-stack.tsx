import type { CodeLocation } from '../../exchange/exchange.ts';
import { RawText } from '../text/raw-text.tsx';
import { CodeLink } from './code-link.tsx';
import styles from './code-stack.module.css';

/** The page's call stack, innermost first. */
export function CodeStack({
  stack,
  openSource,
}: {
  readonly stack: readonly CodeLocation[];
  readonly openSource: ((location: CodeLocation) => void) | null;
}) {
  return (
    <ol className={styles.stack}>
      {stack.map((location, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one place may occur twice in a stack
        <li key={depth}>
          <RawText text={location.functionName || '(anonymous)'} />
          <CodeLink location={location} openSource={openSource} />
        </li>
      ))}
    </ol>
  );
}
