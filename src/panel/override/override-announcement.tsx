import { usePanelState } from '../store/use-panel.tsx';
import { endWords } from './words.ts';

/** Says to a screen reader when an override begins and when it ends: the banners only come with the news. */
export function OverrideAnnouncement() {
  const { override } = usePanelState('override');
  const ended = override?.ended ?? null;
  return (
    <span className="visually-hidden" role="status">
      {override?.override ? 'A header override is on for this tab.' : ended && endWords[ended.reason]}
    </span>
  );
}
