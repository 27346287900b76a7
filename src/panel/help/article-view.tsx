import { type RefObject, useEffect, useRef } from 'react';
import type { Article, Block, Passage } from '../../explain/learn/article.ts';
import { articleById } from '../../explain/learn/articles.ts';
import { LinkButton } from '../button/link-button.tsx';
import { usePanelStore } from '../store/use-panel.tsx';
import { RichTextView } from '../text/rich-text-view.tsx';
import styles from './article-view.module.css';
import { PictureRow } from './pictures/picture-view.tsx';

/** The passage that was asked for: its name, and its element once it is there. */
interface Wanted {
  readonly name: string | null;
  readonly element: RefObject<HTMLElement | null>;
}

/**
 * One help article. What led to it gets the focus there: the passage if one was meant, else the heading.
 *
 * @param passage null where the whole article is meant
 */
export function ArticleView({ article, passage }: { readonly article: Article; readonly passage: string | null }) {
  const store = usePanelStore();
  const heading = useRef<HTMLHeadingElement>(null);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    element.current?.scrollIntoView({ block: 'center' });
    (element.current ?? heading.current)?.focus({ preventScroll: true });
  }, []);
  return (
    <article className={styles.article} data-article={article.id}>
      <h2 ref={heading} tabIndex={-1}>
        {article.title}
      </h2>
      {article.blocks.map((block, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the blocks of one article have no other identity
        <ArticleBlock key={index} block={block} wanted={{ name: passage, element }} />
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
            <LinkButton key={id} onClick={() => store.showHelp(id)}>
              {articleById(id).title}
            </LinkButton>
          ))}
        </p>
      )}
    </article>
  );
}

function ArticleBlock({ block, wanted }: { readonly block: Block; readonly wanted: Wanted }) {
  switch (block.kind) {
    case 'paragraph':
      return <PassageView as="p" passage={block} wanted={wanted} />;
    case 'list':
      return (
        <ul>
          {block.items.map((item, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the items of one list have no other identity
            <PassageView key={index} as="li" passage={item} wanted={wanted} />
          ))}
        </ul>
      );
    case 'code':
      return <pre>{block.lines.join('\n')}</pre>;
    case 'table':
      return <ArticleTable block={block} />;
    case 'pictures':
      return <PictureRow pictures={block.pictures} />;
  }
}

function PassageView(props: { readonly as: 'p' | 'li'; readonly passage: Passage; readonly wanted: Wanted }) {
  const { as: Element, passage, wanted } = props;
  if (passage.name === null || passage.name !== wanted.name) {
    return (
      <Element data-passage={passage.name ?? undefined}>
        <RichTextView text={passage.text} />
      </Element>
    );
  }
  const take = (element: HTMLElement | null) => {
    wanted.element.current = element;
  };
  return (
    <Element ref={take} tabIndex={-1} className={styles.here} data-passage={passage.name} data-here="">
      <RichTextView text={passage.text} />
    </Element>
  );
}

function ArticleTable({ block: { head, rows } }: { readonly block: Extract<Block, { kind: 'table' }> }) {
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell) => (
            <th key={cell} scope="col">
              {cell}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
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
