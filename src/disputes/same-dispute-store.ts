import type { PartyWords, Role } from '../cases/party.ts';
import type { Day } from '../kernel/day.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { possiblySame, type Recognised, type Registered, sameSince } from './same-dispute.ts';
import { OPEN_STATUSES } from './transitions.ts';

/** The open disputes that may be the one that is about to be registered, oldest first. */
export function possiblySameDisputes(db: Db, parties: readonly (readonly [Role, PartyWords])[], on: Day) {
  const ours = parties.map(([role, { name, id, household }]): Recognised => ({ role, name, id, household }));
  return possiblySame(ours, on, withParties(db, candidates(ours, on)));
}

/** Every open dispute, with what its parties are recognised by. */
export function openDisputes(db: Db): Registered[] {
  return withParties(db, recognised());
}

/** The parties of open disputes, with what they are recognised by. */
function recognised() {
  return selectFrom('cases')
    .innerJoin('dispute', 'dispute.id', 'cases.id')
    .innerJoin('party', 'party.case_id', 'cases.id')
    .leftJoin('household', 'household.id', 'party.household_id')
    .select(['cases.number', 'cases.registered_on as registeredOn', 'dispute.title'])
    .select(['party.role', 'party.name', 'party.id_number', 'party.address', 'household.code as household_code'])
    .where('cases.status', 'in', OPEN_STATUSES)
    .where('party.removed_on', 'is', null)
    .orderBy('cases.id')
    .orderBy('party.id');
}

function withParties(db: Db, found: ReturnType<typeof recognised>): Registered[] {
  const open = new Map<string, Registered & { parties: Recognised[] }>();
  for (const { number, registeredOn, title, role, name, id_number, household_code, address } of rows(db, found)) {
    const dispute = open.get(number) ?? { number, registeredOn, title, parties: [] };
    dispute.parties.push({ role, name, id: id_number, household: household_code ?? '', address });
    open.set(number, dispute);
  }
  return [...open.values()];
}

/** Those of the last year with a party that has something in common with these. */
function candidates(ours: readonly Recognised[], on: Day) {
  const given = (values: readonly string[]) => values.filter(value => value !== '');
  return recognised()
    .where('cases.registered_on', '>=', sameSince(on))
    .where(({ exists, selectFrom: from, or }) =>
      exists(
        from('party as p')
          .leftJoin('household as h', 'h.id', 'p.household_id')
          .select('p.id')
          .whereRef('p.case_id', '=', 'cases.id')
          .where(where =>
            or([
              where('p.name', 'in', given(ours.map(party => party.name))),
              where('p.id_number', 'in', given(ours.map(party => party.id))),
              where('h.code', 'in', given(ours.map(party => party.household))),
            ]),
          ),
      ),
    );
}
