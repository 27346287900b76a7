import type { AnswerFix, HeaderChange, HeadersFix } from '../../fix/fix.ts';
import { CodeBlock } from './code-block.tsx';
import styles from './recipe-view.module.css';

const remarks: Readonly<Record<HeaderChange['needed'], string>> = {
  always: '',
  'if-credentialed': 'if the request includes credentials',
  advisable: 'advisable',
};

/** The headers to send, for whoever writes the configuration by hand. */
export function PlainHeaders({ fix }: { readonly fix: HeadersFix }) {
  return fix.hops.map((hop) => (
    <div key={hop.hop}>
      {hop.preflight && <AnswerBlock title={`Answer to OPTIONS ${hop.url}`} answer={hop.preflight} />}
      {hop.response && <AnswerBlock title={`Answer to ${hop.needs.method} ${hop.url}`} answer={hop.response} />}
    </div>
  ));
}

function AnswerBlock({ title, answer }: { readonly title: string; readonly answer: AnswerFix }) {
  const set = answer.headers.filter((change) => change.value !== null);
  const gone = answer.headers.filter((change) => change.value === null);
  const status = answer.status === null ? [] : [{ text: `HTTP status ${answer.status}`, marked: true, remark: '' }];
  const lines = set.map((change) => ({
    text: `${change.name}: ${change.value}`,
    marked: change.needed === 'always',
    remark: remarks[change.needed],
  }));
  return (
    <>
      <CodeBlock title={title} lines={[...status, ...lines]} />
      {gone.length > 0 && (
        <p className={styles.note}>Remove {gone.map((change) => change.name).join(', ')} from this answer.</p>
      )}
    </>
  );
}
