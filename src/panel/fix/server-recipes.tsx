import { useState } from 'react';
import type { Exchange } from '../../exchange/exchange.ts';
import { detectServer } from '../../fix/detect-server.ts';
import type { HeadersFix } from '../../fix/fix.ts';
import { serverRecipe } from '../../fix/recipes/registry.ts';
import { type ServerId, serverIds } from '../../fix/recipes/server-id.ts';
import type { ServerPolicy } from '../../fix/server-policy.ts';
import { usePanelState, usePanelStore } from '../store/use-panel.tsx';
import { type Tab, Tabs } from '../tabs/tabs.tsx';
import { PlainHeaders } from './plain-headers.tsx';
import { RecipeView } from './recipe-view.tsx';
import styles from './server-recipes.module.css';

type Choice = ServerId | 'plain';

/** More servers than these are in a list behind the tabs. */
const tabCount = 6;

/** The fix written for each server, the detected one first, or as plain headers. */
export function ServerRecipes(props: {
  readonly exchange: Exchange;
  readonly fix: HeadersFix;
  /** Null where the server's address cannot stand in a configuration. */
  readonly policy: ServerPolicy | null;
}) {
  const { exchange, fix, policy } = props;
  const store = usePanelStore();
  const { server: usual } = usePanelState('settings').settings;
  const guesses = detectServer(answerLines(exchange));
  const [first] = guesses;
  const [chosen, choose] = useState<Choice | null>(null);
  const selected: Choice = policy === null ? 'plain' : (chosen ?? first?.id ?? usual ?? 'plain');
  function select(id: Choice): void {
    choose(id);
    if (id !== 'plain') store.changeSettings({ server: id });
  }

  const names =
    policy === null
      ? []
      : orderOf(
          guesses.map((guess) => guess.id),
          usual,
        );
  const inTabs = names.slice(0, tabCount);
  if (selected !== 'plain' && !inTabs.includes(selected)) inTabs[tabCount - 1] = selected;
  const tabs: Tab<Choice>[] = [{ id: 'plain', label: 'Plain headers' }, ...inTabs.map((id) => tabOf(id, first?.id))];
  const rest = names.filter((id) => !inTabs.includes(id));
  return (
    <Tabs
      label="Server"
      tabs={first ? [...tabs.slice(1, 2), ...tabs.slice(0, 1), ...tabs.slice(2)] : tabs}
      selected={selected}
      onSelect={select}
      more={
        rest.length > 0 && (
          <select
            className={styles.more}
            aria-label="More servers"
            value=""
            onChange={(event) => select(event.target.value as ServerId)}
          >
            <option value="" disabled>
              More…
            </option>
            {rest.map((id) => (
              <option key={id} value={id}>
                {nameOf(id)}
              </option>
            ))}
          </select>
        )
      }
    >
      {selected === 'plain' || policy === null ? (
        <PlainHeaders fix={fix} />
      ) : (
        <RecipeView recipe={serverRecipe(selected, policy)} />
      )}
    </Tabs>
  );
}

/** A policy that allows nothing: good enough to ask a recipe for its name. */
const noPolicy: ServerPolicy = {
  target: 'https://server.example',
  origins: [],
  anyOrigin: false,
  methods: [],
  requestHeaders: [],
  exposedHeaders: [],
  credentials: false,
  maxAge: 0,
  paths: ['/'],
  leftOut: [],
  credentialsUnknown: false,
};

function nameOf(id: ServerId): string {
  return serverRecipe(id, noPolicy).name;
}

function tabOf(id: ServerId, detected: ServerId | undefined): Tab<Choice> {
  return { id, label: nameOf(id), note: id === detected ? 'detected' : undefined };
}

/** Detected servers first, then the one that was used last, then the others. */
function orderOf(detected: readonly ServerId[], usual: ServerId | null): ServerId[] {
  return [...new Set([...detected, ...(usual === null ? [] : [usual]), ...serverIds])];
}

function answerLines({ hops }: Exchange) {
  return hops.flatMap((hop) => [...(hop.response?.headers ?? []), ...(hop.preflight?.response?.headers ?? [])]);
}
