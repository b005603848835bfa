import { type CaseRow, caseState, duesOf, findMatter, movesOf } from '../cases/store.ts';
import { allRules } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import {
  type Channel,
  PETITION_TITLE,
  type Petition,
  type PetitionAct,
  type Rating,
  type StoredKind,
} from './petition.ts';
import type { Status } from './transitions.ts';

/** A petition's own row. */
export interface PetitionRow {
  readonly id: number;
  readonly channel: Channel;
  readonly kind: StoredKind;
  readonly demand: string;
  readonly category_id: number;
  readonly people: number;
  readonly repeat_of: number | null;
  readonly external_no: string;
  readonly authority_on: Day | null;
  readonly agent_id: number | null;
  readonly accepted_on: Day | null;
  readonly concluded_on: Day | null;
  readonly outcome: '' | 'support' | 'explain' | 'not_supported';
  readonly notified_on: Day | null;
  readonly rating: Rating | '';
  readonly reviewed: 0 | 1;
  readonly dispute_id: number | null;
  readonly closed_on: Day | null;
}

export function petitionRow(db: Db, id: number): PetitionRow {
  return db.prepare('select * from petition where id = ?').get(id) as PetitionRow;
}

/** A category of petitions. */
export interface PetitionCategory {
  readonly id: number;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
}

export function petitionCategories(db: Db): PetitionCategory[] {
  return db.prepare('select * from petition_category order by code').all() as PetitionCategory[];
}

/** A task that a department has, or had, in a petition. */
export interface TaskRow {
  readonly id: number;
  readonly department_id: number;
  readonly code: string;
  readonly name: string;
  readonly routed_on: Day;
  readonly due_on: Day | null;
  readonly reported_on: Day | null;
  readonly answer: string;
}

export function tasksOf(db: Db, caseId: number): TaskRow[] {
  return db
    .prepare(
      'select t.*, d.code, d.name from task t join department d on d.id = t.department_id where t.case_id = ? order by t.id',
    )
    .all(caseId) as TaskRow[];
}

/** A petition with everything that the rules look at, by its number or the end of it. */
export function loadPetition(db: Db, text: string): Petition {
  return petitionState(db, findMatter(db, 'petition', text, PETITION_TITLE));
}

function petitionState(db: Db, row: CaseRow): Petition {
  const own = petitionRow(db, row.id);
  const moves = movesOf(db, row.id);
  const since = moves.findLastIndex((move, i) => move.holder_id !== moves[i - 1]?.holder_id);
  const codes = new Map(allRules(db).map(rule => [rule.id, rule.code]));
  const running = (code: string) =>
    duesOf(db, row.id).findLast(due => due.done === '' && codes.get(due.rule_id) === code)?.due_on;
  const asked = moves.findLast(move => move.name === 'review' || move.name === 're-examine');
  return {
    ...caseState<Status>(db, row),
    agent: own.agent_id ?? undefined,
    conferred: moves.slice(since).some(move => move.name === 'confer'),
    awaited: tasksOf(db, row.id).flatMap(task => (task.reported_on === null ? [task.department_id] : [])),
    handleDue: running('XF_HANDLE_60'),
    extended: moves.some(move => move.name === 'extend'),
    objectDue: running('XF_OBJECT_5WD'),
    notifiedOn: own.notified_on,
    reviewed: own.reviewed === 1,
    stage: row.status === 'under_review' ? (asked?.name as Petition['stage']) : undefined,
    applyDue: running(own.reviewed ? 'XF_RECHECK_APPLY_30' : 'XF_REVIEW_APPLY_30'),
    rating: own.rating,
    mediated: own.dispute_id !== null,
  };
}

export type NewPetition = Pick<
  PetitionRow,
  'id' | 'channel' | 'kind' | 'demand' | 'category_id' | 'people' | 'repeat_of' | 'external_no' | 'authority_on'
>;

/** Enters a new petition's own row, beside its case. */
export function petitionInserter(db: Db) {
  const insert = db.prepare(
    `insert into petition (id, channel, kind, demand, category_id, people, repeat_of, external_no, authority_on, outcome,
       rating, reviewed) values (@id, @channel, @kind, @demand, @category_id, @people, @repeat_of, @external_no,
       @authority_on, '', '', 0)`,
  );
  return (row: NewPetition) => {
    insert.run(row);
  };
}

/** Keeps what a move says about the petition itself: its agent, its tasks, its days, its rating. */
export function petitionKeeper(db: Db) {
  const set = (column: keyof PetitionRow) => db.prepare(`update petition set ${column} = ? where id = ?`);
  const agent = set('agent_id');
  const accepted = db.prepare('update petition set accepted_on = coalesce(accepted_on, ?) where id = ?');
  const concluded = db.prepare('update petition set concluded_on = ?, outcome = ? where id = ?');
  const notified = set('notified_on');
  const decided = db.prepare('update petition set reviewed = 1, notified_on = null where id = ?');
  const rated = set('rating');
  const linked = set('dispute_id');
  const closed = set('closed_on');
  const task = db.prepare(
    `insert into task (case_id, department_id, move_id, routed_on, due_on, answer) values (?, ?, ?, ?, ?, '')`,
  );
  const reported = db.prepare(
    `update task set reported_on = ?, answer = ? where case_id = ? and department_id = ? and reported_on is null`,
  );
  return ({ id }: Pick<Petition, 'id'>, act: Pick<PetitionAct, 'move' | 'on' | 'details'>, moveId: number) => {
    const { move, on, details } = act;
    const isRouting = move === 'route' || move === 'confer';
    if (details.agentId !== undefined) agent.run(details.agentId, id);
    if (isRouting && details.departmentId !== undefined)
      task.run(id, details.departmentId, moveId, on, details.due ?? null);
    if (move === 'report') reported.run(on, details.answer, id, details.departmentId);
    if (move === 'accept') accepted.run(on, id);
    if (move === 'conclude') concluded.run(on, details.outcome, id);
    if (move === 'notify') notified.run(on, id);
    if (move === 'rate') rated.run(details.satisfaction, id);
    if (move === 'refer-to-mediation') linked.run(details.disputeId, id);
    if (move === 'close') closed.run(on, id);
    if ((move === 'review' || move === 're-examine') && details.opinion !== undefined) decided.run(id);
  };
}

/** How often a case has been brought before, and whether it was re-examined: then it is not taken again (Art. 36). */
export function earlierPetition(db: Db, text: string) {
  const row = findMatter(db, 'petition', text, PETITION_TITLE);
  const examined = movesOf(db, row.id).some(
    move => move.name === 're-examine' && (JSON.parse(move.details) as { opinion?: string }).opinion !== undefined,
  );
  const repeats = db.prepare('select count(*) from petition where repeat_of = ?').pluck().get(row.id) as number;
  return { id: row.id, number: row.number, registeredOn: row.registered_on, examined, repeats };
}
