import { partiesOfCases, partiesOfHouseholds } from '../cases/people-store.ts';
import { hiddenAddress } from '../kernel/hiding.ts';
import type { Known, PeopleOf } from '../kernel/view.ts';
import { lookup, rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

const NOBODY: Known = [];
const HOUSEHOLD = /^\d{18}$/;
const CASE = /-\d{4}-P?\d+$/;

/** What is known of the people whom a household or a case concerns, for the texts that hide them; loaded when first asked for. */
export function peopleBehind(db: Db): PeopleOf {
  let ofCases: ReadonlyMap<string, Known> | undefined;
  let ofHousehold: PeopleOf | undefined;
  return code => {
    if (HOUSEHOLD.test(code)) {
      ofHousehold ??= membersOf(db);
      return ofHousehold(code);
    }
    if (!CASE.test(code)) return NOBODY;
    ofCases ??= partiesOfCases(db);
    return ofCases.get(code) ?? NOBODY;
  };
}

interface Head {
  readonly head_name: string;
  readonly phone: string;
  readonly address: string;
}

/** Beyond so many households it is quicker to load them all. */
const FEW = 2000;

/** The heads of households by their codes: looked up one by one where a page shows a few, together where a list has many. */
function headsOf(db: Db): (code: string) => Head | undefined {
  const heads = selectFrom('household').select(['head_name', 'phone', 'address']);
  const one = lookup(db, ({ code }: { code: string }) => heads.where('code', '=', code));
  let all: ReadonlyMap<string, Head> | undefined;
  let asked = 0;
  return code => {
    if (!all && asked++ < FEW) return one({ code });
    all ??= new Map(rows(db, heads.select('code')).map(({ code: own, ...head }) => [own, head]));
    return all.get(code);
  };
}

/** Heads of now and before, and members who are parties of a case; few households have more than their head. */
function membersOf(db: Db): PeopleOf {
  const [parties, former] = [partiesOfHouseholds(db), formerHeads(db)];
  const headOf = headsOf(db);
  return code => {
    const { head_name = '', phone = '', address = '' } = headOf(code) ?? {};
    const [own, before] = [parties.get(code), former.get(code)];
    const now = [head_name, phone, hiddenAddress(address)];
    return own || before ? [...now, ...(own ?? []), ...(before ?? [])] : now;
  };
}

function formerHeads(db: Db): ReadonlyMap<string, Known> {
  const changed = selectFrom('event')
    .innerJoin('household', 'household.id', 'event.record_id')
    .select(['household.code', 'event.field', 'event.old_value'])
    .where('event.noun', '=', 'household')
    .where('event.field', 'in', ['head_name', 'phone', 'address']);
  const words = new Map<string, string[]>();
  for (const { code, field, old_value } of rows(db, changed)) {
    const word = String(old_value ?? '');
    words.set(code, [...(words.get(code) ?? []), field === 'address' ? hiddenAddress(word) : word]);
  }
  return words;
}
