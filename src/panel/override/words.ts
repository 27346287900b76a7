import type { EndReason, Refusal } from '../../override/override.ts';

/** How an override ended, in a sentence. */
export const endWords: Readonly<Record<EndReason, string>> = {
  time: 'The header override has ended: its time was over.',
  'turned-off': 'The header override is off.',
  'devtools-closed': 'The header override ended when DevTools were closed.',
  'tab-closed': 'The header override ended when its tab was closed.',
  'left-origin': 'The header override has ended: the tab left the origin that it was started for.',
  'access-lost': 'The header override has ended: CORS Lens may not look at sites any more.',
  interrupted:
    'The browser stopped the extension in the middle of a change, so the header override was taken back. Start it again.',
};

/** Why something was not done, in a sentence or two. */
export const refusalWords: Readonly<Record<Refusal, string>> = {
  'not-development': 'This page is not on a development origin, so no override was started.',
  'page-unknown': 'The browser does not tell which page this tab shows. Reload the page, then try again.',
  'devtools-closed': 'DevTools of that tab are closed. An override lives only as long as they are open.',
  'no-access': 'CORS Lens may not look at this page’s requests. Allow that first.',
  'no-override': 'The override has ended. Start it again.',
  'nothing-to-do': 'There is nothing to change.',
  invalid: 'One of these entries is not what it should be.',
  refused: 'The browser refused the rules, so nothing was changed.',
  unreachable: 'The background of the extension does not answer. Close DevTools and open them again.',
};
