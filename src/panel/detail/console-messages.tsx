import type { EngineName } from '../../cors/engine-name.ts';
import { browserNames, ownFirst } from '../../explain/browser-names.ts';
import type { BrowserMessage } from '../../explain/words.ts';
import { judgeInEachEngine } from '../../judge/each-engine.ts';
import { Icon } from '../icon/icon.tsx';
import { RawText } from '../text/raw-text.tsx';
import type { Judged } from '../verdict/judged.ts';
import styles from './console-messages.module.css';
import { Section } from './section.tsx';

/**
 * What the browsers write into their consoles about this fault: the one at hand first, with its own page about it; the
 * others where they name the same fault.
 */
export function ConsoleMessages({
  judged,
  engine,
  messages,
}: {
  readonly judged: Judged;
  readonly engine: EngineName;
  readonly messages: Readonly<Record<EngineName, BrowserMessage | null>>;
}) {
  const { exchange, verdict } = judged;
  if (verdict.reason === null) return null;
  const verdicts = judgeInEachEngine(exchange, engine);
  const written = ownFirst(engine).flatMap((name) => {
    const message = messages[name];
    return message === null || verdicts[name].reason !== verdict.reason ? [] : [{ name, message }];
  });
  if (written.length === 0) return null;
  return (
    <Section title="In the browser’s console">
      <dl className={styles.messages}>
        {written.map(({ name, message: { text, link } }) => (
          <div key={name} className={styles.message} data-console={name}>
            <dt>{browserNames[name]}</dt>
            <dd>
              <q>
                <RawText text={text} />
              </q>{' '}
              {link !== null && (
                <a href={link.url} target="_blank" rel="noreferrer" title={link.url}>
                  {link.label} <Icon name="link" />
                </a>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
