import { FullMessage } from './full-message.tsx';

/** The browser keeps extensions away from its own pages and from its store. */
export function ForbiddenPage() {
  return (
    <FullMessage name="forbidden" title="Extensions may not look at this page">
      <p>
        The browser keeps every extension away from its own pages and from its extension store. Open the page that you
        want to examine, and CORS Lens starts by itself.
      </p>
    </FullMessage>
  );
}
