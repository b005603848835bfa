import { sql } from 'kysely';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { VOID } from './case.ts';
import { numbersOf } from './former-number-store.ts';
import type { Dependent } from './voiding.ts';

const others = () =>
  selectFrom('cases').select(['cases.kind', 'cases.number']).where('cases.status', '<>', VOID).orderBy('cases.id');

/** How many petitions repeat one. */
export function repeatsOf(db: Db, id: number): number {
  const repeating = others().innerJoin('petition', 'petition.id', 'cases.id').where('petition.repeat_of', '=', id);
  return rows(db, repeating).length;
}

/** The cases that refer to one: a petition that was referred to it, disputes that were merged into it, its repeats. */
export function dependentsOf(db: Db, id: number): Dependent[] {
  const ofPetitions = others().innerJoin('petition', 'petition.id', 'cases.id');
  const into = sql<string | null>`json_extract(move.details, '$.into')`;
  const merged = others()
    .innerJoin('move', 'move.case_id', 'cases.id')
    .where('cases.status', '=', 'merged')
    .where('move.name', '=', 'merge')
    .where(into, 'in', numbersOf(db, id));
  return [
    ...rows(db, ofPetitions.where('petition.dispute_id', '=', id)).map(found => ({
      ...found,
      link: 'referral' as const,
    })),
    ...rows(db, merged).map(found => ({ ...found, link: 'merger' as const })),
    ...rows(db, ofPetitions.where('petition.repeat_of', '=', id)).map(found => ({ ...found, link: 'repeat' as const })),
  ];
}
