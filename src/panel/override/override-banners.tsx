import type { Judged } from '../verdict/judged.ts';
import { EndedBanner } from './ended-banner.tsx';
import { OverrideBanner } from './override-banner.tsx';

/** That an override is on, or has ended. */
export function OverrideBanners({ all }: { readonly all: readonly Judged[] }) {
  return (
    <>
      <OverrideBanner all={all} />
      <EndedBanner />
    </>
  );
}
