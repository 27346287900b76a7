import { originsFrom } from './origins.js';
import { addressesOf } from './scenario.js';
import { scenarios } from './scenarios.js';

/** @import { Seen } from './requests.js' */

const origins = originsFrom(Number(location.port));
let runs = 0;

/**
 * Runs a scenario and shows what the script saw.
 *
 * @param {string} id
 * @returns {Promise<Seen[]>} One for each of its requests, once all of them have ended.
 */
async function run(id) {
  const scenario = scenarios.find((candidate) => candidate.id === id);
  if (scenario === undefined) throw new Error(`There is no scenario ${id}`);
  const item = itemOf(id);
  item.ariaBusy = 'true';
  const at = addressesOf(id, origins, `${Date.now().toString(36)}-${++runs}`);
  const seen = [await scenario.run(at)].flat();
  item.ariaBusy = 'false';
  item.querySelector('output')?.replaceChildren(...seen.map(line));
  return seen;
}

async function runAll() {
  const progress = find('#progress');
  for (const [index, { id }] of scenarios.entries()) {
    progress.textContent = `${index + 1} of ${scenarios.length}`;
    await run(id);
  }
  progress.textContent = `All ${scenarios.length} have run`;
}

/** Runs the scenario that the URL names: `#/scenario-id`. */
async function runNamed() {
  const id = location.hash.slice('#/'.length);
  if (!scenarios.some((scenario) => scenario.id === id)) return;
  itemOf(id).scrollIntoView({ block: 'center' });
  await run(id);
}

const marks = { answer: '✓ Answer', opaque: '○ Opaque', error: '✕ Error', sent: '↗ Sent' };

/** @param {Seen} seen */
function line({ saw, text }) {
  const paragraph = document.createElement('p');
  paragraph.className = saw;
  const mark = document.createElement('strong');
  mark.textContent = marks[saw];
  const code = document.createElement('code');
  code.textContent = text;
  paragraph.append(mark, ' ', code);
  return paragraph;
}

function show() {
  const names = { page: 'This page', api: 'API', sameSite: 'API on the same site', other: 'Third server' };
  for (const [server, name] of Object.entries(names)) {
    const entry = copyOf('server');
    find('dt', entry).textContent = name;
    find('dd', entry).textContent = origins[/** @type {keyof typeof names} */ (server)];
    find('#servers').append(entry);
  }
  for (const [index, group] of [...new Set(scenarios.map((scenario) => scenario.group))].entries()) {
    const section = copyOf('group');
    section.id = `group-${index}`;
    find('h2', section).textContent = group;
    const members = scenarios.filter((scenario) => scenario.group === group);
    find('ol', section).append(...members.map(itemFor));
    find('#scenarios').append(section);

    const link = document.createElement('a');
    link.href = `#${section.id}`;
    link.textContent = group;
    const entry = document.createElement('li');
    entry.append(link);
    find('#groups').append(entry);
  }
}

/** @param {typeof scenarios[number]} scenario */
function itemFor({ id, title, expect }) {
  const item = copyOf('scenario');
  item.id = `/${id}`; // so that the browser itself scrolls to #/id
  const link = /** @type {HTMLAnchorElement} */ (find('a', item));
  link.textContent = title;
  link.href = `#/${id}`;
  find('h3 code', item).textContent = `#/${id}`;
  find('.expect', item).textContent = expect;
  const button = find('button', item);
  button.ariaLabel = `Run: ${title}`;
  button.addEventListener('click', () => void run(id));
  return item;
}

/**
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {HTMLElement}
 */
function find(selector, within = document) {
  const element = within.querySelector(selector);
  if (!(element instanceof HTMLElement)) throw new Error(`The page has no ${selector}`);
  return element;
}

/** @param {string} id */
function itemOf(id) {
  return find(`[id="/${id}"]`);
}

/** @param {'server' | 'group' | 'scenario'} template */
function copyOf(template) {
  const { content } = /** @type {HTMLTemplateElement} */ (find(`#${template}`));
  return find('*', document.importNode(content, true));
}

show();
find('#run-all').addEventListener('click', () => void runAll());
addEventListener('hashchange', () => void runNamed());
// For tests, and for anyone at the console.
Object.assign(window, { playground: { run } });
void runNamed();
