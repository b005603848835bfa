import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

const SRC = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every TypeScript file of src, by its path from there. */
export const FILES: readonly string[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map(path => path.replaceAll('\\', '/'))
  .filter(path => path.endsWith('.ts'))
  .sort();

const texts = new Map(FILES.map(file => [file, readFileSync(join(SRC, file), 'utf8')]));

export const textOf = (file: string): string => texts.get(file) ?? '';

/** The text without its comments. */
export const codeOf = (file: string): string => textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '');

/** The area that a file belongs to: its first folder, or the file itself where it has none. */
export const areaOf = (file: string): string => file.split('/')[0] ?? file;

export interface Import {
  readonly from: string;
  readonly to: string;
  /** Loaded when it is called. */
  readonly lazy: boolean;
  readonly typesOnly: boolean;
}

export const IMPORTS: readonly Import[] = FILES.flatMap(from => {
  const text = textOf(from);
  const resolved = (path = '') => normalize(join(dirname(from), path)).replaceAll('\\', '/');
  const eager = [...text.matchAll(/^import (type )?(?:([^;']*?) from )?'(\.{1,2}\/[^']+)'/gm)];
  const lazy = [...text.matchAll(/import\(\s*'(\.{1,2}\/[^']+)'/g)];
  return [
    ...eager.map(([, type, names = '', path]) => ({
      from,
      to: resolved(path),
      lazy: false,
      typesOnly: type !== undefined || /^\{(\s*type \w+( as \w+)?,?)+\s*\}$/.test(names),
    })),
    ...lazy.map(([, path]) => ({ from, to: resolved(path), lazy: true, typesOnly: false })),
  ];
});

/** The files that import each other, directly or through others, in groups. */
export function importCycles(imports: readonly Import[]): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to } of imports) targets.set(from, [...(targets.get(from) ?? []), to]);
  const reached = new Map(FILES.map(file => [file, reachedFrom(file, targets)]));
  const groups = FILES.map(file => [...(reached.get(file) ?? [])].filter(other => reached.get(other)?.has(file)));
  return [...new Set(groups.filter(group => group.length > 0).map(group => group.sort().join(' ')))].map(group =>
    group.split(' '),
  );
}

function reachedFrom(file: string, targets: ReadonlyMap<string, readonly string[]>): Set<string> {
  const reached = new Set<string>();
  const waiting = [...(targets.get(file) ?? [])];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (reached.has(next)) continue;
    reached.add(next);
    waiting.push(...(targets.get(next) ?? []));
  }
  return reached;
}
