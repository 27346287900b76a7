import type { ReactNode } from 'react';
import { useRef } from 'react';
import { usePanelImport } from './import-context.ts';

/** A button that asks for a HAR file and imports it. */
export function ImportButton({
  className,
  label,
  children,
}: {
  readonly className?: string | undefined;
  /** Its name, where its content is only a picture. */
  readonly label?: string;
  readonly children: ReactNode;
}) {
  const { open } = usePanelImport();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        title="Import a HAR file, or drop one here"
        data-action="import"
        onClick={() => input.current?.click()}
      >
        {children}
      </button>
      <input
        ref={input}
        type="file"
        accept=".har,.json,application/json"
        aria-label="HAR file"
        hidden
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          // The same file may be chosen again, after it was changed.
          target.value = '';
          if (file) open(file);
        }}
      />
    </>
  );
}
