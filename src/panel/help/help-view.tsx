import { useEffect, useRef } from 'react';
import { type ArticleId, articleIds, type Block } from '../../explain/learn/article.ts';
import { articleById } from '../../explain/learn/articles.ts';
import { Icon } from '../icon/icon.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './help-view.module.css';

/** The help articles: a table of contents, and one article. */
export function HelpView({ article: chosen }: { readonly article: ArticleId | null }) {
  const store = usePanelStore();
  const [first] = articleIds;
  const article = articleById(chosen ?? first);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (chosen !== null) heading.current?.focus();
  }, [chosen]);
  return (
    <div className={styles.help} data-state="help">
      <nav className={styles.contents} aria-label="Help">
        <button type="button" className={styles.back} data-action="back" onClick={() => store.showRequests()}>
          <Icon name="close" />
          Close help
        </button>
        <ul>
          {articleIds.map((id) => (
            <li key={id}>
              <button
                type="button"
                aria-current={id === article.id ? 'page' : undefined}
                onClick={() => store.showHelp(id)}
              >
                {articleById(id).title}
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <article className={styles.article} data-article={article.id}>
        <h2 ref={heading} tabIndex={-1}>
          {article.title}
        </h2>
        {article.blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one article have no other identity
          <ArticleBlock key={index} block={block} />
        ))}
        {article.links.length > 0 && (
          <p className={styles.links}>
            {article.links.map((link) => (
              <a key={link.url} href={link.url} target="_blank" rel="noreferrer">
                {link.label}
              </a>
            ))}
          </p>
        )}
        {article.seeAlso.length > 0 && (
          <p className={styles.links}>
            Read on:
            {article.seeAlso.map((id) => (
              <button key={id} type="button" onClick={() => store.showHelp(id)}>
                {articleById(id).title}
              </button>
            ))}
          </p>
        )}
      </article>
    </div>
  );
}

function ArticleBlock({ block }: { readonly block: Block }) {
  switch (block.kind) {
    case 'paragraph':
      return (
        <p>
          <RichTextView text={block.text} />
        </p>
      );
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of one list have no other identity
            <li key={index}>
              <RichTextView text={item} />
            </li>
          ))}
        </ul>
      );
    case 'code':
      return <pre>{block.lines.join('\n')}</pre>;
    case 'table':
      return (
        <table>
          <thead>
            <tr>
              {block.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map((row, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one table have no other identity
              <tr key={index}>
                {row.map((cell, column) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its column
                  <td key={column}>
                    <RichTextView text={cell} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
  }
}
