import type { Insertable } from 'kysely';
import { notFound } from '../kernel/failure.ts';
import { changesBetween, recordChanges, type Stamp } from '../ledger/events.ts';
import { insertRow, rows, run, selectFrom, updateTable, value } from '../ledger/query.ts';
import type { PartyTable } from '../ledger/schema/cases.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { PartyWords, Role } from './party.ts';

/** Every party that a case has or had, in the order in which they were entered. */
function partiesOf(db: Db, caseId: number) {
  return rows(
    db,
    selectFrom('party')
      .leftJoin('household', 'household.id', 'party.household_id')
      .selectAll('party')
      .select('household.code as household_code')
      .where('party.case_id', '=', caseId)
      .orderBy('party.id'),
  );
}

export type PartyRow = ReturnType<typeof partiesOf>[number];

/** The parties without those who were removed: as commands number them. */
export function presentParties(db: Db, caseId: number): PartyRow[] {
  return partiesOf(db, caseId).filter(party => party.removed_on === null);
}

/** What is kept of a party, as it is entered. */
export function wordsOf(party: PartyRow): PartyWords {
  const { name, phone, id_number: id, household_code, sex, birth, ethnicity, ...rest } = party;
  const { kind, occupation, address, representative, authority, language } = rest;
  return {
    ...{ name, phone, id, household: household_code ?? '', kind, sex, birth, ethnicity },
    ...{ occupation, address, representative, authority, language },
  };
}

/** Enters a party; a household is named by its code, which must be known. Returns the party's id. */
export function addParty(
  db: Db,
  case_id: number,
  role: Role,
  words: PartyWords,
  move_id: number | null = null,
): number {
  return insertRow(db, 'party', { case_id, role, move_id, ...columnsOf(db, words) } as NewParty);
}

type NewParty = Insertable<PartyTable>;

/** The columns of what is said of a party: a household by its id. */
function columnsOf(db: Db, { id, household, ...words }: Partial<PartyWords>): Partial<NewParty> {
  return {
    ...(words as Partial<NewParty>),
    ...(id === undefined ? {} : { id_number: id }),
    ...(household === undefined ? {} : { household_id: householdId(db, household) }),
  };
}

/** Changes the given values of a party; the old values stay in the history. */
export function changeParty(db: Db, party: PartyRow, words: Partial<PartyWords>, stamp: Stamp): number {
  const changes = changesBetween(wordsOf(party), words);
  if (changes.length > 0) run(db, updateTable('party').set(columnsOf(db, words)).where('id', '=', party.id));
  recordChanges(db, 'party', party.id, changes, stamp);
  return changes.length;
}

/** Takes a party off a case; the record stays. */
export function removeParty(db: Db, party: PartyRow, stamp: Stamp): void {
  run(db, updateTable('party').set({ removed_on: stamp.on }).where('id', '=', party.id));
  recordChanges(db, 'party', party.id, [{ field: 'removed_on', old: null, new: stamp.on }], stamp);
}

export function hasHousehold(db: Db, code: string): boolean {
  return value(db, selectFrom('household').select('id').where('code', '=', code)) !== undefined;
}

function householdId(db: Db, code: string): number | null {
  return code === '' ? null : knownHousehold(db, code);
}

/** The household with a code. Throws a not-found Failure. */
export function knownHousehold(db: Db, code: string): number {
  const id = value(db, selectFrom('household').select('id').where('code', '=', code));
  return id ?? notFound({ zh: '户', en: 'households', one: 'household', list: 'household list' }, code);
}
