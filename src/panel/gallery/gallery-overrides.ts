import type { OverrideCommand } from '../../override/commands.ts';
import { type Override, type OverrideAnswer, type OverrideState, overrideLasts } from '../../override/override.ts';
import { mergePatches } from '../../override/patch.ts';
import type { OverrideHost } from '../host.ts';

/** No override is on, and one may be. */
export const overrideOff: OverrideState = {
  page: { origin: 'https://app.shop.test', isDevelopment: true },
  override: null,
  ended: null,
  developmentOrigins: [],
};

/** An override without a browser behind it: it becomes on and off as it is told, and changes nothing. */
export class GalleryOverrides implements OverrideHost {
  state: OverrideState;
  readonly #listeners = new Set<(state: OverrideState | null) => void>();

  constructor(state: OverrideState) {
    this.state = state;
  }

  onStateChange(listener: (state: OverrideState | null) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  command(command: OverrideCommand): Promise<OverrideAnswer> {
    const { page, override, developmentOrigins } = this.state;
    const now = Date.now();
    const on: Override = override ?? {
      tabId: 1,
      pageOrigin: page?.origin ?? 'null',
      startedAt: now,
      endsAt: now + overrideLasts,
      patches: [],
      ownRules: [],
    };
    switch (command.kind) {
      case 'start':
        return this.#set({ ...on, patches: mergePatches(on.patches, command.patches) });
      case 'extend':
        return this.#set({ ...on, endsAt: now + overrideLasts });
      case 'turn-off':
        return this.#set(null);
      case 'remove-target':
        return this.#set({ ...on, patches: on.patches.filter(({ target }) => target !== command.target) });
      case 'set-own-rules':
        return this.#set({ ...on, ownRules: command.ownRules });
      case 'add-development-origin':
        return this.#change({
          page: page && { ...page, isDevelopment: true },
          developmentOrigins: [...developmentOrigins, command.origin],
        });
      case 'remove-development-origin':
        return this.#change({ developmentOrigins: developmentOrigins.filter((origin) => origin !== command.origin) });
    }
  }

  #set(override: Override | null): Promise<OverrideAnswer> {
    const isOn = override !== null && override.patches.length + override.ownRules.length > 0;
    return this.#change({
      override: isOn ? override : null,
      ended: isOn ? null : { reason: 'turned-off', at: Date.now() },
    });
  }

  #change(changed: Partial<OverrideState>): Promise<OverrideAnswer> {
    this.state = { ...this.state, ...changed };
    for (const listener of this.#listeners) listener(this.state);
    return Promise.resolve({ done: true });
  }
}
