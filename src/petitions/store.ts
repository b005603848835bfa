import { type Selectable, sql } from 'kysely';
import type { SaveFacts } from '../cases/area.ts';
import { columnWriter, findCase } from '../cases/case-store.ts';
import { lastDays } from '../cases/deadline-store.ts';
import type { CaseFilter } from '../cases/list-filter.ts';
import { listedCases, saysAll } from '../cases/list-store.ts';
import { historyOf, replay } from '../cases/replay.ts';
import { insertRow, row, rows, run, selectFrom, updateTable } from '../ledger/query.ts';
import type { PetitionTable } from '../ledger/schema/petitions.ts';
import type { Db } from '../ledger/sqlite.ts';
import { decodeAct, type PetitionAct } from './acts.ts';
import { columns } from './facts.ts';
import { PETITION_LIFE } from './life.ts';
import { SERVICES, type Service } from './notice.ts';
import { PETITION_TITLE, type Petition } from './petition.ts';
import { type DepartmentDues, isAwaited } from './tasks.ts';
import type { Status } from './transitions.ts';

/** A petition's own row: what it asks for, and the facts that lists and reports read. */
export type PetitionRow = Selectable<PetitionTable>;

export function petitionRow(db: Db, id: number): PetitionRow {
  const found = row(db, selectFrom('petition').selectAll().where('id', '=', id));
  if (!found) throw new Error(`there is no petition with the id ${id}`);
  return found;
}

/** Changes the description of a petition. */
export function updatePetition(db: Db, id: number, values: Partial<PetitionRow>): void {
  run(db, updateTable('petition').set(values).where('id', '=', id));
}

/** The petitions that persons with some identity numbers lodged, the latest first. */
export function petitionsOfPersons(db: Db, idNumbers: readonly string[]) {
  return rows(
    db,
    selectFrom('party')
      .innerJoin('cases', 'cases.id', 'party.case_id')
      .innerJoin('petition', 'petition.id', 'cases.id')
      .select(['cases.id', 'cases.number', 'cases.registered_on', 'petition.demand'])
      .distinct()
      .where('party.id_number', 'in', idNumbers)
      .where('party.id_number', '<>', '')
      .where('party.removed_on', 'is', null)
      .where('cases.status', '<>', 'void')
      .orderBy('cases.registered_on', 'desc')
      .orderBy('cases.id', 'desc')
      .limit(MOST_NAMED),
  );
}

const MOST_NAMED = 3;

export function petitionCategories(db: Db) {
  return rows(db, selectFrom('petition_category').selectAll().orderBy('code'));
}

/** A petition with everything that the rules look at, by its number or the end of it. */
export function loadPetition(db: Db, text: string): Petition {
  const caseRow = findCase(db, 'petition', text, PETITION_TITLE);
  const facts = replay(PETITION_LIFE, caseRow, historyOf(db, caseRow.id), decodeAct);
  const due = lastDays(db, caseRow.id);
  return {
    ...facts,
    isSuggestion: petitionRow(db, caseRow.id).kind === 'suggestion',
    handleDue: due.get('XF_HANDLE_60'),
    objectDue: due.get('XF_OBJECT_5WD'),
    applyDue: due.get(facts.reviewed ? 'XF_RECHECK_APPLY_30' : 'XF_REVIEW_APPLY_30'),
    departmentDues: new Map(
      facts.tasks.filter(isAwaited).map(({ department }) => [department, duesOf(db, caseRow.id, department)]),
    ),
  };
}

function duesOf(db: Db, caseId: number, department: number): DepartmentDues {
  const due = lastDays(db, caseId, department);
  return { object: due.get('XF_OBJECT_5WD'), handle: due.get('XF_HANDLE_60') };
}

/** Saves what an act changed of a petition: its columns, and the task of a department. */
export function petitionSaver(db: Db): SaveFacts<Petition, PetitionAct> {
  const update = columnWriter(db, 'petition');
  return (before, after, act, move_id) => {
    const { id: case_id } = after;
    update(case_id, columns(before), columns(after));
    if ((act.move === 'route' || act.move === 'confer') && act.departmentId !== undefined) {
      const { departmentId: department_id, on: routed_on, due: due_on = null } = act;
      insertRow(db, 'task', { case_id, department_id, move_id, routed_on, due_on, answer: '' });
    }
    if (act.move === 'notice') {
      const { kind, on: served_on, departmentId: department_id = null, number = '', serial = null, how = '' } = act;
      const { unit: unit_id = after.holder } = act;
      const served = { kind, served_on, number, serial, how: how in SERVICES ? (how as Service) : '' } as const;
      insertRow(db, 'notice', { case_id, move_id, unit_id, department_id, ...served });
    }
    if (act.move === 'report' || act.move === 'task-object') {
      const answer = act.move === 'report' ? act.answer : act.reason;
      const ofDepartment = updateTable('task')
        .where('case_id', '=', case_id)
        .where('department_id', '=', act.departmentId);
      run(db, ofDepartment.where('reported_on', 'is', null).set({ reported_on: act.on, answer, ended_by: move_id }));
    }
  };
}

/** Petitions in some statuses that a filter lets pass; its words are looked for in the demand. The risk is that of a linked dispute. */
export function petitionList(db: Db, statuses: readonly Status[], filter: CaseFilter) {
  return rows(
    db,
    listedCases('petition', statuses, filter)
      .innerJoin('petition', 'petition.id', 'cases.id')
      .leftJoin('agent', 'agent.id', 'petition.agent_id')
      .leftJoin('dispute', 'dispute.id', 'petition.dispute_id')
      .select(['petition.demand', 'petition.category_id', 'agent.code as agent', 'dispute.risk'])
      .where(saysAll(sql`demand`, filter.words)),
  );
}
