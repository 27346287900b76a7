import { agreementPage } from './agreement-page.ts';
import { enginesPage } from './engines-page.ts';
import { readme } from './readme.ts';
import { reasonsPage } from './reasons-page.ts';

/** The pages of the documentation that are written from the code, at least in part, and what makes each. */
export const pages: Readonly<Record<string, () => string>> = {
  'README.md': readme,
  'docs/agreement.md': agreementPage,
  'docs/engines.md': enginesPage,
  'docs/reasons.md': reasonsPage,
};
