import { sql } from 'kysely';
import { numbersOf } from '../cases/former-number-store.ts';
import { addParty, type PartyRow, presentParties, wordsOf } from '../cases/party-store.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { missingParties } from './merge-rules.ts';

/** The parties that a merged dispute brings to the one that stays. */
export function broughtParties(db: Db, from: number, into: number): PartyRow[] {
  return missingParties(presentParties(db, from), presentParties(db, into));
}

/** Enters them there; each names the move that merged the two. */
export function carryParties(db: Db, from: number, into: number, moveId: number): void {
  for (const party of broughtParties(db, from, into)) addParty(db, into, party.role, wordsOf(party), moveId);
}

/** The disputes that were merged into one, in the order of merging. */
export function mergedInto(db: Db, id: number) {
  return rows(
    db,
    selectFrom('move')
      .innerJoin('cases', 'cases.id', 'move.case_id')
      .innerJoin('dispute', 'dispute.id', 'cases.id')
      .select(['cases.id', 'cases.number', 'cases.registered_on', 'cases.unit_id', 'dispute.title', 'dispute.visit_id'])
      .select(['move.on_day as merged_on', 'move.reason'])
      .where('move.name', '=', 'merge')
      .where(sql<string>`json_extract(move.details, '$.into')`, 'in', numbersOf(db, id))
      .orderBy('move.id'),
  );
}

export type MergedDispute = ReturnType<typeof mergedInto>[number];

/** The same with those that had been merged into them. */
export function allMergedInto(db: Db, id: number): MergedDispute[] {
  return mergedInto(db, id).flatMap(merged => [...allMergedInto(db, merged.id), merged]);
}
