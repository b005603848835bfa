import { dirname, join } from 'node:path';
import { namesIn } from '../disk/names-in.ts';
import { namesOfBackups } from './backup-name-rules.ts';
import { looksWhole } from './header.ts';
import { upgradeCopies } from './upgrade-copy-rules.ts';

/** The latest copy of a ledger in its folder or in the backups beside it, of those that are whole as far as can be seen. */
export function goodCopyOf(path: string): string | undefined {
  const folder = dirname(path);
  const places = [join(folder, 'backups'), folder];
  const backups = places.flatMap(place => inPlace(place, namesOfBackups(path, namesIn(place))));
  const copies = inPlace(folder, upgradeCopies(path, namesIn(folder)));
  // A backup goes before a copy from before an upgrade, since it is of the same version as a rule.
  return backups.reverse().find(looksWhole) ?? copies.reverse().find(looksWhole);
}

const inPlace = (folder: string, names: readonly string[]) => names.map(name => join(folder, name));
