import { type RawBuilder, sql } from 'kysely';
import { RIGHTS } from '../deadlines/codes.ts';
import type { Day } from '../kernel/day.ts';
import { selectFrom } from '../ledger/query.ts';
import type { CaseKind } from './case.ts';
import type { CaseFilter } from './list-filter.ts';

/** The earliest deadline of a case in a list that is still running; rights only lapse, and suspensions are not counted. */
const earliest = (day: 'due_on' | 'due_latest') =>
  sql<Day | null>`(select min(coalesce(deadline.${sql.raw(day)}, deadline.due_on)) from deadline
  join deadline_rule on deadline_rule.id = deadline.rule_id
  where deadline.case_id = cases.id and deadline.done = '' and deadline_rule.code not in (${sql.join(RIGHTS)})
    and not exists (select 1 from pause where pause.case_id = deadline.case_id and pause.to_on is null
      and pause.from_on <= deadline.due_on and deadline_rule.pauses in ('suspension', pause.kind)))`;

/** Cases of a kind in some statuses that a filter lets pass, the latest registered first, with their open offer; units are ids. */
export function listedCases<S extends string>(kind: CaseKind, statuses: readonly S[], filter: CaseFilter) {
  const { party, household, registered } = filter;
  let query = allCases(kind, statuses);
  if (registered)
    query = query.where('cases.registered_on', '>=', registered.from).where('cases.registered_on', '<=', registered.to);
  if (party.length > 0) query = query.where('cases.id', 'in', withParty(party));
  if (household !== undefined)
    query = query.where(
      'cases.id',
      'in',
      presentParties()
        .innerJoin('household', 'household.id', 'party.household_id')
        .where('household.code', '=', household),
    );
  return query;
}

const presentParties = () => selectFrom('party').select('party.case_id').where('party.removed_on', 'is', null);

/** The cases one of whose parties has all the words in what is known of them. */
function withParty(words: readonly string[]) {
  return words.reduce(
    (query, word) =>
      query.where(
        saysAll(sql`name || char(10) || phone || char(10) || id_number || char(10) || representative`, [word]),
      ),
    presentParties(),
  );
}

/** Whether each word occurs somewhere in a text. */
export function saysAll(text: RawBuilder<unknown>, words: readonly string[]) {
  const found = words.map(word => sql<boolean>`instr(${text}, ${word}) > 0`);
  return found.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(found, sql` and `)}`;
}

function allCases<S extends string>(kind: CaseKind, statuses: readonly S[]) {
  return (
    selectFrom('cases')
      .leftJoin('offer', join => join.onRef('offer.case_id', '=', 'cases.id').on('offer.ending', '=', ''))
      .select(['cases.id', 'cases.number', 'cases.holder_id', 'offer.to_unit as offered_id', 'cases.registered_on'])
      .select([sql<S>`cases.status`.as('status'), earliest('due_on').as('due_on')])
      // A day that is not fixed is overdue only after the last that it can be.
      .select([earliest('due_latest').as('late_after')])
      .where('cases.kind', '=', kind)
      .where('cases.status', 'in', statuses)
      .orderBy('cases.registered_on', 'desc')
      .orderBy('cases.id', 'desc')
  );
}
