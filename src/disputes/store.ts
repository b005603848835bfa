import { type Selectable, sql } from 'kysely';
import type { SaveFacts } from '../cases/area.ts';
import { columnWriter, findCase } from '../cases/case-store.ts';
import { lastDays } from '../cases/deadline-store.ts';
import type { CaseFilter } from '../cases/list-filter.ts';
import { listedCases, saysAll } from '../cases/list-store.ts';
import type { MoveRow } from '../cases/move-store.ts';
import { presentParties } from '../cases/party-store.ts';
import { historyOf, replay } from '../cases/replay.ts';
import type { Day } from '../kernel/day.ts';
import { changeRow, eventsOf, type Stamp } from '../ledger/events.ts';
import { insertRow, row, rows, run, selectFrom, updateTable, value } from '../ledger/query.ts';
import type { DisputeTable } from '../ledger/schema/disputes.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type DisputeAct, decodeAct } from './acts.ts';
import { DISPUTE_TITLE, type Dispute } from './dispute.ts';
import { columns } from './facts.ts';
import { DISPUTE_LIFE } from './life.ts';
import { carryParties } from './merge-store.ts';
import { savePending } from './pending-store.ts';
import { saveSessionPlace } from './session-store.ts';
import { deleteSignatures, insertSignature, signaturesOf } from './signature-store.ts';
import type { Status } from './transitions.ts';

/** A dispute's own row: how it is described, and the facts that lists and reports read. */
export type DisputeRow = Selectable<DisputeTable>;

export function disputeRow(db: Db, id: number): DisputeRow {
  const found = row(db, selectFrom('dispute').selectAll().where('id', '=', id));
  if (!found) throw new Error(`there is no dispute with the id ${id}`);
  return found;
}

export function disputeTitles(db: Db): ReadonlyMap<number, string> {
  return new Map(rows(db, selectFrom('dispute').select(['id', 'title'])).map(({ id, title }) => [id, title]));
}

/** A dispute with everything that the rules look at, by its number or the end of it. */
export function loadDispute(db: Db, text: string): Dispute {
  const caseRow = findCase(db, 'dispute', text, DISPUTE_TITLE);
  const { id } = caseRow;
  return {
    ...replay(DISPUTE_LIFE, caseRow, historyOf(db, id), move => decodeDisputeAct(db, move)),
    parties: presentParties(db, id).map(party => party.id),
    writtenOnly: wantsWriting(db, id),
    mediationDue: lastDays(db, id).get('TJ_1M'),
    isDelegated: isDelegated(db, disputeRow(db, id).source_id),
  };
}

/** Whether a source is the delegation by a court (法院委派委托). */
export function isDelegated(db: Db, sourceId: number): boolean {
  return value(db, selectFrom('source').select('code').where('id', '=', sourceId)) === 'court';
}

/** Whether the category of a dispute wants a written agreement. */
function wantsWriting(db: Db, id: number): boolean {
  const ofDispute = selectFrom('dispute').innerJoin('category', 'category.id', 'dispute.category_id');
  return value(db, ofDispute.select('category.written').where('dispute.id', '=', id)) === 1;
}

export function decodeDisputeAct(db: Db, move: MoveRow): DisputeAct {
  return decodeAct(move, signing => signaturesOf(db, signing));
}

/** Saves what an act changed of a dispute: its columns, what is pending, and the agreement that it made or signed. */
export function disputeSaver(db: Db): SaveFacts<Dispute, DisputeAct> {
  const update = columnWriter(db, 'dispute');
  return (before, after, act, move_id, stamp) => {
    const { id, agreement } = after;
    update(id, columns(before), columns(after));
    if (act.move === 'settle' && act.preventedCrime) markCrime(db, id, 1, stamp);
    if (act.move === 'merge') carryParties(db, id, findCase(db, 'dispute', act.into, DISPUTE_TITLE).id, move_id);
    savePending(db, before, after, act, move_id);
    saveSessionPlace(db, id, act, move_id);
    if (act.move === 'sign') saveSigning(db, id, after);
    if (act.move === 'settle' && agreement) {
      const { form, content, amountFen: amount_fen, performBy: perform_by, effectiveOn: effective_on } = agreement;
      insertRow(db, 'agreement', { case_id: id, move_id, form, content, amount_fen, perform_by, effective_on });
    }
  };
}

/** Saves a dispute without a move that is stepped back: the signatures of its agreement, and the mark that a settlement set. */
export function restoreDispute(db: Db, after: Dispute, move: MoveRow, stamp: Stamp): void {
  if (move.name === 'sign' && after.agreement) {
    deleteSignatures(db, after.id, after.agreement.signed);
    saveSigning(db, after.id, after);
  }
  if (move.name === 'settle' && crimeMarkedAt(db, after.id) === move.at) markCrime(db, after.id, 0, stamp);
}

/** Writes the dates of the latest agreement, and its signatures. */
function saveSigning(db: Db, caseId: number, { agreement }: Dispute): void {
  const latest = selectFrom('agreement').select('id').where('case_id', '=', caseId).orderBy('id', 'desc').limit(1);
  const id = value(db, latest);
  if (!agreement || id === undefined) throw new Error(`the case ${caseId} has no agreement to sign`);
  const { mediatorOn: mediator_on, committeeOn: committee_on, effectiveOn: effective_on, signed } = agreement;
  run(db, updateTable('agreement').set({ mediator_on, committee_on, effective_on }).where('id', '=', id));
  for (const [party, day] of signed) insertSignature(db, id, party, day);
}

/** Marks whether a settlement kept the dispute from turning criminal; what it said before stays in the history. */
function markCrime(db: Db, id: number, mark: 0 | 1, stamp: Stamp): void {
  const { prevented_crime: old } = disputeRow(db, id);
  if (old === mark) return;
  changeRow(db, { table: 'dispute', noun: 'dispute' }, id, [{ field: 'prevented_crime', old, new: mark }], stamp);
}

/** When the mark was last changed to yes. */
function crimeMarkedAt(db: Db, id: number): string | undefined {
  const last = eventsOf(db, 'dispute', id).findLast(({ field }) => field === 'prevented_crime');
  return last?.new_value === 1 ? last.at : undefined;
}

export function updateDispute(db: Db, id: number, set: Partial<DisputeRow>): void {
  run(db, updateTable('dispute').set(set).where('id', '=', id));
}

/** The day of a visit, or undefined where there is no such visit. */
export function visitDay(db: Db, id: number): Day | undefined {
  return value(db, selectFrom('visit').select('visited_on').where('id', '=', id));
}

/** The visit of a household on a day, one at home before a call; undefined where there is none. */
export function visitOn(db: Db, household: string, day: Day): number | undefined {
  const visits = selectFrom('visit').innerJoin('household', 'household.id', 'visit.household_id').select('visit.id');
  const found = visits.where('household.code', '=', household).where('visited_on', '=', day);
  return value(db, found.orderBy(sql`mode <> 'home'`).orderBy('visit.id').limit(1));
}

/** Disputes in some statuses that a filter lets pass; its words are looked for in title, facts and place. */
export function disputeList(db: Db, statuses: readonly Status[], filter: CaseFilter) {
  return rows(
    db,
    listedCases('dispute', statuses, filter)
      .innerJoin('dispute', 'dispute.id', 'cases.id')
      .select(['dispute.title', 'dispute.grade', 'dispute.category_id', 'dispute.risk'])
      .where(saysAll(sql`title || char(10) || facts || char(10) || place`, filter.words)),
  );
}

/** The categories of disputes; each says which boundary rules its disputes are warned of (see `warnings.ts`). */
export function allCategories(db: Db) {
  return rows(db, selectFrom('category').selectAll().orderBy('code'));
}

/** How an office learns of disputes: by application, by proactive screening, by referral. */
export function allSources(db: Db) {
  return rows(db, selectFrom('source').selectAll().orderBy('id'));
}
