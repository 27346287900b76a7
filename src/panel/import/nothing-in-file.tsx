import { FullMessage } from '../states/full-message.tsx';

/** The imported file holds nothing that CORS decides about. */
export function NothingInFile() {
  return (
    <FullMessage name="nothing-in-file" title="No cross-origin requests">
      <p>The file holds no request that left its page’s origin. Requests of one origin are not subject to CORS.</p>
    </FullMessage>
  );
}
