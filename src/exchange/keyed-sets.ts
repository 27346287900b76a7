/** Sets of values by key, each in the order in which it was filled. A key without values takes no room. */
export class KeyedSets<Value> {
  readonly #sets = new Map<string, Set<Value>>();

  get(key: string): Iterable<Value> {
    return this.#sets.get(key) ?? [];
  }

  add(key: string, value: Value): void {
    const set = this.#sets.get(key);
    if (set) set.add(value);
    else this.#sets.set(key, new Set([value]));
  }

  delete(key: string, value: Value): void {
    const set = this.#sets.get(key);
    set?.delete(value);
    if (set?.size === 0) this.#sets.delete(key);
  }
}
