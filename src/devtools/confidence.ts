/**
 * Whether the inspected page may be listened to sparingly while it is busy: as long as all goes well, and DevTools' own record
 * of each request has what is then not heard.
 */
export class Confidence {
  readonly #hasRecord: boolean;
  readonly #tell: (isConfident: boolean) => void;
  #isInDoubt = false;

  /**
   * @param hasRecord whether this browser's record can stand in for what is not heard: Firefox's lacks too much
   * @param tell is told of each change
   */
  constructor(hasRecord: boolean, tell: (isConfident: boolean) => void) {
    this.#hasRecord = hasRecord;
    this.#tell = tell;
  }

  get isGiven(): boolean {
    return this.#hasRecord && !this.#isInDoubt;
  }

  /** Something failed, or has no record of its own: each request of this page counts from now on. */
  doubt(): void {
    this.#set(true);
  }

  /** Another page, another chance. */
  beginPage(): void {
    this.#set(false);
  }

  #set(isInDoubt: boolean): void {
    const before = this.isGiven;
    this.#isInDoubt = isInDoubt;
    if (this.isGiven !== before) this.#tell(this.isGiven);
  }
}
