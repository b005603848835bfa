import { hiddenAddress } from '../kernel/hiding.ts';
import type { Known } from '../kernel/view.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

/** Persons only: the name of a company is no secret. */
function persons() {
  return selectFrom('party').where('party.kind', '=', 'person');
}

const WORDS = ['party.name', 'party.phone', 'party.id_number', 'party.representative', 'party.address'] as const;

/** What is known of the persons who are or were parties of a case, and what was known of them before a correction. */
export function partyWordsOf(db: Db, caseId: number): string[] {
  const now = rows(db, persons().select(WORDS).where('case_id', '=', caseId)).flatMap(wordsOf);
  const before = rows(
    db,
    persons()
      .innerJoin('event', join => join.onRef('event.record_id', '=', 'party.id').on('event.noun', '=', 'party'))
      .select(['event.old_value', 'event.field'])
      .where('party.case_id', '=', caseId)
      .where('event.field', 'in', ['name', 'phone', 'id', 'representative', 'address']),
  );
  return [...now, ...before.flatMap(formerWord)];
}

/** What a party says of a person: the address as far as it leads to a house. */
function wordsOf({ address, ...own }: Omit<Person, 'key'>): string[] {
  return [...Object.values(own), hiddenAddress(address)];
}

function formerWord({ field, old_value }: { readonly field: string; readonly old_value: unknown }): string[] {
  if (typeof old_value !== 'string') return [];
  return [field === 'address' ? hiddenAddress(old_value) : old_value];
}

/** The same of all cases, or of those with some numbers, by their numbers. */
export function partiesOfCases(db: Db, numbers?: readonly string[]): ReadonlyMap<string, Known> {
  const all = persons()
    .innerJoin('cases', 'cases.id', 'party.case_id')
    .select(['cases.number as key', ...WORDS]);
  return wordsBy(rows(db, numbers ? all.where('cases.number', 'in', numbers) : all));
}

/** What is known of persons of households besides their heads: they are parties of cases. By the households' codes. */
export function partiesOfHouseholds(db: Db, codes?: readonly string[]): ReadonlyMap<string, Known> {
  const all = persons()
    .innerJoin('household', 'household.id', 'party.household_id')
    .select(['household.code as key', ...WORDS]);
  return wordsBy(rows(db, codes ? all.where('household.code', 'in', codes) : all));
}

interface Person {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly id_number: string;
  readonly representative: string;
  readonly address: string;
}

function wordsBy(persons: readonly Person[]): ReadonlyMap<string, Known> {
  const words = new Map<string, string[]>();
  for (const { key, ...own } of persons) words.set(key, [...(words.get(key) ?? []), ...wordsOf(own)]);
  return words;
}
