import { useId, useState } from 'react';
import { Button } from '../button/button.tsx';
import type { Listing } from '../store/use-listing.ts';
import { usePanelStore } from '../store/use-panel.tsx';
import styles from './export-form.module.css';
import { type ExportFormat, exportFormats, exportText } from './export-text.ts';
import { exportFileName } from './file-name.ts';
import { saveFile } from './save-file.ts';

type Scope = 'all' | 'shown' | 'selected';

const formatLabels: Readonly<Record<ExportFormat, string>> = {
  report: 'Report (JSON)',
  har: 'HAR',
  markdown: 'Markdown',
};

/** Which exchanges are saved, and as what. Secrets are masked unless the person wants them. */
export function ExportForm({ listing, onSaved }: { readonly listing: Listing; readonly onSaved: () => void }) {
  const { browser } = usePanelStore().host;
  const id = useId();
  const [chosen, choose] = useState<Scope>('all');
  const [withSecrets, setWithSecrets] = useState(false);
  const { all, passing, selected } = listing;
  const scopes = { all, shown: passing, selected: selected === null ? [] : [selected.judged] };
  const scope = scopes[chosen].length === 0 ? 'all' : chosen;
  const labels: Readonly<Record<Scope, string>> = {
    all: `All ${all.length.toLocaleString('en')}`,
    shown: `The ${passing.length.toLocaleString('en')} that the filters show`,
    selected: 'The selected one',
  };
  function save(format: ExportFormat): void {
    const judged = scopes[scope];
    saveFile(exportFileName(format, judged, new Date()), exportText(format, judged, { browser, withSecrets }));
    onSaved();
  }
  return (
    <div className={styles.form}>
      <fieldset>
        <legend>Which requests</legend>
        {(['all', 'shown', 'selected'] as const).map((name) => (
          <label key={name}>
            <input
              type="radio"
              name={id}
              checked={scope === name}
              disabled={scopes[name].length === 0}
              onChange={() => choose(name)}
            />
            {labels[name]}
          </label>
        ))}
      </fieldset>
      <label>
        <input
          type="checkbox"
          data-action="with-secrets"
          checked={withSecrets}
          onChange={(event) => setWithSecrets(event.target.checked)}
        />
        Include secrets
      </label>
      <p>
        {withSecrets
          ? 'Cookies, tokens and passwords will be in the file. Keep it to yourself.'
          : 'Cookies, tokens and passwords are masked.'}
      </p>
      <div className={styles.buttons}>
        {exportFormats.map((format) => (
          <Button key={format} data-action={`export-${format}`} onClick={() => save(format)}>
            {formatLabels[format]}
          </Button>
        ))}
      </div>
    </div>
  );
}
