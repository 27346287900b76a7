import { useEffect, useRef } from 'react';
import { articleIds, type Place, partsOfPlace } from '../../explain/learn/article.ts';
import { articleById } from '../../explain/learn/articles.ts';
import { Icon } from '../icon/icon.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { ArticleView } from './article-view.tsx';
import { CardList } from './card-list.tsx';
import styles from './help-view.module.css';

/** The help: a table of contents, and beside it the cards or one article. */
export function HelpView({ at }: { readonly at: Place | null }) {
  const store = usePanelStore();
  const place = at && partsOfPlace(at);
  return (
    <div className={styles.help} data-state="help">
      <nav className={styles.contents} aria-label="Help">
        <button type="button" className={styles.back} data-action="back" onClick={() => store.showRequests()}>
          <Icon name="close" />
          Close help
        </button>
        <ul>
          <Entry title="In short" to={null} isHere={place === null} />
          {articleIds.map((id) => (
            <Entry key={id} title={articleById(id).title} to={id} isHere={id === place?.article} />
          ))}
        </ul>
      </nav>
      {place === null ? (
        <InShort />
      ) : (
        <ArticleView key={at} article={articleById(place.article)} passage={place.passage} />
      )}
    </div>
  );
}

function Entry(props: { readonly title: string; readonly to: Place | null; readonly isHere: boolean }) {
  const { title, to, isHere } = props;
  const store = usePanelStore();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isHere) button.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  return (
    <li>
      <button
        ref={button}
        type="button"
        data-help={to ?? 'in-short'}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => store.showHelp(to)}
      >
        {title}
      </button>
    </li>
  );
}

function InShort() {
  return (
    <section className={styles.inShort} aria-label="In short" data-article="in-short">
      <h2>In short</h2>
      <CardList />
    </section>
  );
}
