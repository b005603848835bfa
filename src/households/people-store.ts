import { partiesOfCases, partiesOfHouseholds } from '../cases/people-store.ts';
import { hiddenAddress } from '../kernel/hiding.ts';
import { once } from '../kernel/once.ts';
import { remembered } from '../kernel/remembered.ts';
import type { Known, PeopleOf } from '../kernel/view.ts';
import { lookup, rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';

const NOBODY: Known = [];
const HOUSEHOLD = /^\d{18}$/;
const CASE = /-\d{4}-P?\d+$/;

/** What is known of the people whom a household or a case concerns, for the texts that hide them; loaded when first asked for. */
export function peopleBehind(db: Db): PeopleOf {
  const ofCase = knownBy(numbers => partiesOfCases(db, numbers));
  const ofHousehold = once(() => membersOf(db));
  return code => {
    if (HOUSEHOLD.test(code)) return ofHousehold()(code);
    return CASE.test(code) ? ofCase(code) : NOBODY;
  };
}

/** Beyond so many records it is quicker to load what is known of all. */
const FEW_RECORDS = 200;

/** What is known of records, by their codes: looked up one by one where a page shows a few, together where a list has many. */
function knownBy(of: (codes?: readonly string[]) => ReadonlyMap<string, Known>): PeopleOf {
  const all = once(() => of());
  let asked = 0;
  const one = remembered((code: string) => {
    asked++;
    return of([code]).get(code) ?? NOBODY;
  });
  return code => (asked < FEW_RECORDS ? one(code) : (all().get(code) ?? NOBODY));
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
  const partiesOf = knownBy(codes => partiesOfHouseholds(db, codes));
  const formerOf = knownBy(codes => formerHeads(db, codes));
  const headOf = headsOf(db);
  return code => {
    const { head_name = '', phone = '', address = '' } = headOf(code) ?? {};
    const [own, before] = [partiesOf(code), formerOf(code)];
    const now = [head_name, phone, hiddenAddress(address)];
    return own.length + before.length > 0 ? [...now, ...own, ...before] : now;
  };
}

function formerHeads(db: Db, codes?: readonly string[]): ReadonlyMap<string, Known> {
  const all = selectFrom('event')
    .innerJoin('household', 'household.id', 'event.record_id')
    .select(['household.code', 'event.field', 'event.old_value'])
    .where('event.noun', '=', 'household')
    .where('event.field', 'in', ['head_name', 'phone', 'address']);
  const words = new Map<string, string[]>();
  const changed = codes ? all.where('household.code', 'in', codes) : all;
  for (const { code, field, old_value } of rows(db, changed)) {
    const word = String(old_value ?? '');
    words.set(code, [...(words.get(code) ?? []), field === 'address' ? hiddenAddress(word) : word]);
  }
  return words;
}
