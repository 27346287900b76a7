import type { Recipe } from '../../fix/recipes/recipe.ts';
import { RichTextView } from '../text/rich-text-view.tsx';
import { CodeBlock } from './code-block.tsx';
import styles from './recipe-view.module.css';

/** A configuration for one server or proxy: what to install, where each part goes, what to mind. */
export function RecipeView({ recipe }: { readonly recipe: Recipe }) {
  return (
    <div data-recipe={recipe.id}>
      {recipe.install !== null && <CodeBlock title="Install" lines={[{ text: recipe.install, marked: false }]} />}
      {recipe.parts.map((part) => (
        <CodeBlock key={part.where} title={`Put this ${part.where}`} lines={part.lines} />
      ))}
      {recipe.notes.map((note, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the notes of one recipe have no other identity
        <p key={index} className={styles.note}>
          <RichTextView text={note} />
        </p>
      ))}
      <p className={styles.note}>
        <a href={recipe.docs} target="_blank" rel="noreferrer">
          {recipe.name} documentation
        </a>
      </p>
    </div>
  );
}
