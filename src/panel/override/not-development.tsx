import { Button } from '../button/button.tsx';
import { Notice } from '../detail/notice.tsx';
import { usePanelState } from '../store/use-panel.tsx';
import { RawText } from '../text/raw-text.tsx';
import { Refusal } from './refusal.tsx';
import { useOverrideCommand } from './use-override.ts';

/** Why no override may be on for the page of this tab, and how to allow it all the same. Nothing where it may. */
export function NotDevelopment() {
  const { override } = usePanelState('override');
  const { send, isBusy, refused } = useOverrideCommand();
  if (override === null) {
    return (
      <Notice tone="warn" name="unreachable">
        The background of the extension has not answered yet.
      </Notice>
    );
  }
  const { page } = override;
  if (page === null) {
    return (
      <Notice tone="warn" name="page-unknown">
        The browser does not tell which page this tab shows. Reload the page.
      </Notice>
    );
  }
  if (page.isDevelopment) return null;
  const origin = (
    <code>
      <RawText text={page.origin} />
    </code>
  );
  return (
    <>
      <Notice tone="warn" name="not-development">
        <p>
          {origin} is not a development origin, so no override can be on here. Overrides are for pages on{' '}
          <code>localhost</code>, on private addresses, and on names such as <code>app.test</code>.
        </p>
        <p>
          On a live site an override lets the page’s scripts read answers that the server keeps from them, with your
          cookies where credentials are included. Add the origin only if it is your own development or test site. It
          then counts in every tab, until you remove it under Override.
        </p>
        {page.origin !== 'null' && (
          <Button
            data-action="add-development-origin"
            disabled={isBusy}
            onClick={() => void send({ kind: 'add-development-origin', origin: page.origin })}
          >
            Add it to my development origins
          </Button>
        )}
      </Notice>
      <Refusal refused={refused} />
    </>
  );
}
