import { basename } from 'node:path';

const STAMP = /\.v\d+-(\d{8}T\d{9}Z)\.bak$/;

/** What the copy of a ledger is called that is made before an upgrade from a version. */
export function upgradeCopyName(path: string, version: number, now: Date): string {
  return `${path}.v${version}-${now.toISOString().replace(/[-:.]/g, '')}.bak`;
}

/** The names among these that such copies of a ledger have, the oldest first. */
export function upgradeCopies(path: string, names: readonly string[]): string[] {
  const stampOf = (name: string) => STAMP.exec(name)?.[1] ?? '';
  return names
    .filter(name => name.startsWith(`${basename(path)}.v`) && STAMP.test(name))
    .sort((a, b) => (stampOf(a) < stampOf(b) ? -1 : 1));
}
