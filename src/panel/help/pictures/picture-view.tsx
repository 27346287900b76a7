import { describePicture, type Picture } from '../../../explain/learn/picture.ts';
import { AnatomyPicture } from './anatomy-picture.tsx';
import { ComparisonPicture } from './comparison-picture.tsx';
import { LearnSequence } from './learn-sequence.tsx';
import styles from './picture-view.module.css';
import { ScreenPicture } from './screen-picture.tsx';
import { SourcesPicture } from './sources-picture.tsx';

/** Pictures side by side where there is room, each with its caption. */
export function PictureRow({ pictures }: { readonly pictures: readonly Picture[] }) {
  return (
    <div className={styles.row}>
      {pictures.map((picture) => (
        <figure key={describePicture(picture)} className={styles.figure} data-kind={picture.kind}>
          {picture.caption !== null && <figcaption>{picture.caption}</figcaption>}
          <PictureView picture={picture} />
        </figure>
      ))}
    </div>
  );
}

/** One small picture. */
export function PictureView({ picture }: { readonly picture: Picture }) {
  const label = describePicture(picture);
  switch (picture.kind) {
    case 'anatomy':
      return <AnatomyPicture pieces={picture.pieces} label={label} />;
    case 'comparison':
      return <ComparisonPicture page={picture.page} others={picture.others} label={label} />;
    case 'sequence':
      return <LearnSequence sequence={picture.sequence} label={label} />;
    case 'screen':
      return <ScreenPicture lines={picture.lines} label={label} />;
    case 'sources':
      return <SourcesPicture sources={picture.sources} result={picture.result} label={label} />;
  }
}
