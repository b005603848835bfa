import type { PartyWords, Role } from '../cases/party.ts';
import { presentParties } from '../cases/party-store.ts';
import type { Day } from '../kernel/day.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { possiblySame, type Recognised, type Registered, sameSince } from './same-dispute.ts';
import { OPEN_STATUSES } from './transitions.ts';

/** The open disputes that may be the one that is about to be registered, oldest first. */
export function possiblySameDisputes(db: Db, parties: readonly (readonly [Role, PartyWords])[], on: Day) {
  const ours = parties.map(([role, { name, id, household }]): Recognised => ({ role, name, id, household }));
  const open = candidates(db, ours, on).map(({ id, ...found }) => ({ ...found, parties: recognisedIn(db, id) }));
  return possiblySame(ours, on, open);
}

function recognisedIn(db: Db, id: number): Recognised[] {
  return presentParties(db, id).map(({ role, name, id_number, household_code, address }) => ({
    ...{ role, name, id: id_number, household: household_code ?? '', address },
  }));
}

/** Every open dispute, with what its parties are recognised by, in one query. */
export function openDisputes(db: Db): Registered[] {
  const found = rows(
    db,
    selectFrom('cases')
      .innerJoin('dispute', 'dispute.id', 'cases.id')
      .innerJoin('party', 'party.case_id', 'cases.id')
      .leftJoin('household', 'household.id', 'party.household_id')
      .select(['cases.number', 'cases.registered_on as registeredOn', 'dispute.title'])
      .select(['party.role', 'party.name', 'party.id_number', 'party.address', 'household.code as household_code'])
      .where('cases.status', 'in', OPEN_STATUSES)
      .where('party.removed_on', 'is', null)
      .orderBy('cases.id')
      .orderBy('party.id'),
  );
  const open = new Map<string, Registered & { parties: Recognised[] }>();
  for (const { number, registeredOn, title, role, name, id_number, household_code, address } of found) {
    const dispute = open.get(number) ?? { number, registeredOn, title, parties: [] };
    dispute.parties.push({ role, name, id: id_number, household: household_code ?? '', address });
    open.set(number, dispute);
  }
  return [...open.values()];
}

/** Open disputes of the last year with a party that has something in common with these. */
function candidates(db: Db, ours: readonly Recognised[], on: Day) {
  const given = (values: readonly string[]) => values.filter(value => value !== '');
  return rows(
    db,
    selectFrom('cases')
      .innerJoin('dispute', 'dispute.id', 'cases.id')
      .select(['cases.id', 'cases.number', 'cases.registered_on as registeredOn', 'dispute.title'])
      .where('cases.status', 'in', OPEN_STATUSES)
      .where('cases.registered_on', '>=', sameSince(on))
      .where(({ exists, selectFrom: from, or }) =>
        exists(
          from('party')
            .leftJoin('household', 'household.id', 'party.household_id')
            .select('party.id')
            .whereRef('party.case_id', '=', 'cases.id')
            .where(where =>
              or([
                where('party.name', 'in', given(ours.map(party => party.name))),
                where('party.id_number', 'in', given(ours.map(party => party.id))),
                where('household.code', 'in', given(ours.map(party => party.household))),
              ]),
            ),
        ),
      )
      .orderBy('cases.id'),
  );
}
