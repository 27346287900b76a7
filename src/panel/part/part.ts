/** Why a part cannot be loaded, and what to do then. */
export const whyMissing =
  'CORS Lens was probably updated or removed since the panel was opened. Close DevTools and open them again.';

const parts: Part<unknown>[] = [];

/**
 * A part of the panel that opening it does not need: its code is loaded when it is first asked for, or ahead of that
 * by `fetchPartsAhead`.
 */
export class Part<Value> {
  readonly #import: () => Promise<Value>;
  #value: Value | null = null;
  #loading: Promise<Value> | null = null;

  /** @param load the `import()` of it */
  constructor(load: () => Promise<Value>) {
    this.#import = load;
    parts.push(this);
  }

  /** Null until it is loaded. */
  get value(): Value | null {
    return this.#value;
  }

  /** @throws {Error} whose message says what to do, when its code is not there any more */
  load(): Promise<Value> {
    this.#loading ??= this.#import().then(
      (value) => {
        this.#value = value;
        return value;
      },
      (cause: unknown) => {
        this.#loading = null;
        throw new Error(whyMissing, { cause });
      },
    );
    return this.#loading;
  }
}

/** Loads every part, one after the other, whenever the browser is idle, so that nobody waits for one. */
export async function fetchPartsAhead(): Promise<void> {
  // A part may bring further parts: they are loaded, too.
  for (const part of parts) {
    await new Promise((resolve) => requestIdleCallback(resolve));
    await part.load().catch(() => {
      // Whoever asks for it is told.
    });
  }
}
