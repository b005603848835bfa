import { partiesOfHouseholds } from '../cases/people-store.ts';
import type { Known } from '../kernel/view.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

const NOBODY: Known = [];

/**
 * What is known of the members of a household besides its present head, by the household's code: former heads and
 * phones, and members who are parties of a case. For lists of which each row has the head; few households have any.
 */
export function membersOf(db: Db): (code: unknown) => Known {
  const parties = partiesOfHouseholds(db);
  const former = formerHeads(db);
  return code => {
    const [own, before] = [parties.get(code), former.get(code)];
    return own || before ? [...(own ?? []), ...(before ?? [])] : NOBODY;
  };
}

/** What is known of all members of a household, by its code; looked up where a few households are shown. */
export function peopleOf(db: Db): (code: unknown) => Known {
  const members = membersOf(db);
  return code => {
    const head = selectFrom('household').select(['head_name', 'phone']).where('code', '=', String(code));
    return [...rows(db, head).flatMap(row => Object.values(row)), ...members(code)];
  };
}

/** The same for rows that have the code of their household. */
export function ofHouseholds(db: Db): (row: Readonly<Record<string, unknown>>) => Known {
  const people = peopleOf(db);
  return row => people(row.household_code);
}

function formerHeads(db: Db): ReadonlyMap<unknown, string[]> {
  const changed = selectFrom('event')
    .innerJoin('household', 'household.id', 'event.record_id')
    .select(['household.code', 'event.old_value'])
    .where('event.noun', '=', 'household')
    .where('event.field', 'in', ['head_name', 'phone']);
  const words = new Map<unknown, string[]>();
  for (const { code, old_value } of rows(db, changed))
    words.set(code, [...(words.get(code) ?? []), String(old_value ?? '')]);
  return words;
}
