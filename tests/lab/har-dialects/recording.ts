import type { Har } from 'har-format';

/** An archive, and what the browser itself said of the scenarios that it refused. */
export interface Recording {
  readonly har: Har;
  readonly said: readonly Said[];
}

export interface Said {
  readonly scenario: string;
  /** Chromium's code, or the class of WebKit's message. */
  readonly reason: string;
}

/** The scenario of the playground that an address belongs to. */
export function scenarioOf(url: string): string {
  return new URL(url).pathname.split('/')[1] ?? '';
}
