import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import packageJson from '../../../package.json' with { type: 'json' };

const pages = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.md'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((path) => path !== '' && existsSync(path));

/** What stands between fences is an example, not a link. */
function prose(page: string): string {
  return readFileSync(page, 'utf8').replace(/^```.*?^```/gms, '');
}

/** The places of a page that a link can point to, named as GitHub names them. */
function anchorsOf(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

function linksOf(page: string): string[] {
  return [...prose(page).matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset|href)="([^"]+)"/g)].map(
    ([, inText, inHtml]) => inText ?? inHtml ?? '',
  );
}

describe.each(pages)('%s', (page) => {
  test('every link within the project leads somewhere', () => {
    const broken = linksOf(page)
      .filter((link) => !/^[a-z]+:/.test(link))
      .filter((link) => {
        const [path = '', anchor] = link.split('#');
        const target = path === '' ? page : join(dirname(page), path);
        return !existsSync(target) || (anchor !== undefined && !anchorsOf(target).includes(anchor));
      });
    expect(broken).toEqual([]);
  });

  test('every address outside is a whole one, over https', () => {
    const outside = linksOf(page).filter((link) => /^[a-z]+:/.test(link));
    expect(outside.filter((link) => !link.startsWith('https://') || !URL.canParse(link))).toEqual([]);
  });

  test('every npm script that it names exists', () => {
    const text = readFileSync(page, 'utf8');
    const named = [...text.matchAll(/\bnpm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([]);
  });

  test('every file that it names exists', () => {
    const named = [...prose(page).matchAll(/`((?:src|tests|docs|scripts|playground)\/[\w./-]*)`/g)];
    const missing = named.map(([, path = '']) => path).filter((path) => !existsSync(path));
    expect(missing).toEqual([]);
  });

  test('no em dash', () => {
    expect(readFileSync(page, 'utf8')).not.toContain('\u2014');
  });
});
