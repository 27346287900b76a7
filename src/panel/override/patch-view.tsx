import type { HeaderAction, Patch } from '../../override/override.ts';
import { hostOf } from '../../override/patch.ts';
import { RawText } from '../text/raw-text.tsx';
import styles from './patch-view.module.css';

const operations: Readonly<Record<HeaderAction['operation'], string>> = {
  set: 'set',
  append: 'added',
  remove: 'removed',
};

/** What is done to the answers of one server, header by header. */
export function PatchView({ patch }: { readonly patch: Patch }) {
  return (
    <table className={styles.patch} data-patch={patch.target}>
      <caption className={styles.caption}>
        Answers of <Code text={patch.target} /> to <Code text={askingLabel(patch.initiator)} />, preflights included
      </caption>
      <tbody>
        {patch.actions.map((action) => (
          <ActionRow key={`${action.operation} ${action.name}`} action={action} />
        ))}
      </tbody>
    </table>
  );
}

/** One header, and what becomes of it. */
function ActionRow({ action }: { readonly action: HeaderAction }) {
  return (
    <tr data-operation={action.operation}>
      <th scope="row">
        <RawText text={action.name} />
      </th>
      <td className={styles.value}>{action.operation !== 'remove' && <RawText text={action.value} />}</td>
      <td className={styles.operation}>{operations[action.operation]}</td>
    </tr>
  );
}

/** Rules match the host of who asks, not its port or scheme. */
function askingLabel(initiator: string): string {
  return hostOf(initiator) ?? 'null';
}

function Code({ text }: { readonly text: string }) {
  return (
    <code>
      <RawText text={text} />
    </code>
  );
}
