import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { panelScripts } from '../../scripts/panel-scripts.ts';
import { exact, type Figure } from './figure.ts';
import { builtExtension } from './page-load.ts';

/** The bytes of the built extension that are code: what the browser reads before it can do anything. */
export function benchSize(): Figure[] {
  const files = readdirSync(builtExtension, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(?:js|css|html)$/.test(name),
  );
  const bytesOf = (wanted: RegExp) =>
    files.filter((name) => wanted.test(name)).map((name) => readFileSync(join(builtExtension, name)));
  const size = (name: string, wanted: RegExp): Figure[] => {
    const all = bytesOf(wanted);
    const sum = (of: (bytes: Buffer) => number) => all.reduce((total, bytes) => total + of(bytes), 0) / 1_000;
    return [
      exact(
        { part: 'size', name, unit: 'kB' },
        sum((bytes) => bytes.length),
      ),
      exact(
        { part: 'size', name: `${name}, gzipped`, unit: 'kB' },
        sum((bytes) => gzipSync(bytes).length),
      ),
    ];
  };
  const { opening, everything } = panelScripts(builtExtension);
  return [
    ...size('all code, styles and pages', /./),
    exact(
      { part: 'size', name: 'JavaScript loaded when the panel is opened, gzipped', unit: 'kB', atMost: 130 },
      opening / 1_000,
    ),
    exact({ part: 'size', name: 'all JavaScript of the panel, gzipped', unit: 'kB' }, everything / 1_000),
  ];
}
