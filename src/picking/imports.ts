import { timeIn } from '../kernel/zone.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Candidate, Scene } from './candidate.ts';

/** Imports that were not undone, the last first, by their files. */
export function imports({ db, only, zone }: Scene): readonly Candidate[] {
  const all = selectFrom('import').select(['id', 'at', 'file', 'added']);
  const query = only ? all.where('id', 'in', only.map(Number)) : all.where('undone_at', 'is', null);
  return rows(db, query.orderBy('id', 'desc')).map(({ id, at, file, added }) => ({
    value: String(id),
    title: file,
    people: [],
    about: [timeIn(zone, at), `+${added}`],
  }));
}
