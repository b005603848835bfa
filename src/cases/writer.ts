import type { DeadlineCode } from '../deadlines/codes.ts';
import { countedDay, type RunningDeadline, recountPaused, runningDeadlines } from '../deadlines/counted-store.ts';
import { dueDay, ruleOn } from '../deadlines/rules.ts';
import { dueText } from '../deadlines/state.ts';
import { allRules, loadCalendar } from '../deadlines/store.ts';
import { firstMissingYear } from '../deadlines/work-calendar.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import { insertRow, statement, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import { type Case, type DeadlineStart, type OfferEnding, type Step, SUCCEED, VOID } from './case.ts';
import { deadlineWriter } from './deadline-store.ts';
import { moveNumberer } from './move-store.ts';
import { caseNumberer, type Place } from './number-store.ts';
import { stayWriter } from './stay-store.ts';

/** One move as it is written: what it was, by which unit, with what it says. */
interface NewMove {
  /** Of a move that is entered again with a corrected registration: the number that it has. */
  readonly id?: number | undefined;
  readonly name: string;
  readonly unit: number;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Writes cases: registers them and carries out what an act was decided to make of them. Queries are compiled once, so
 * that an import of old ledgers goes through the same door as a single command.
 */
export function caseWriter(
  db: Db,
  tree: UnitTree,
  { inStock, settled }: Pick<AnyCaseArea['life'], 'inStock' | 'settled'>,
) {
  const allVersions = allRules(db);
  const calendar = loadCalendar(db);
  const warnings: Text[] = [];
  const rule = (code: DeadlineCode, on: Day) => ruleOn(allVersions, code, on);
  const numberFor = caseNumberer(db);
  const nextMoveId = moveNumberer(db);
  const tables = caseTables(db);
  const deadlines = deadlineWriter(db);
  const changeStock = stayWriter(db, tree);

  const register = (place: Place, status: string, oldNumber: string | null, importId: number | undefined) => {
    const { kind, unit, on } = place;
    const numbered = numberFor(place);
    const held = { unit_id: unit, holder_id: unit, registered_on: on, last_on: on, status };
    const id = insertRow(db, 'cases', {
      kind,
      ...numbered,
      ...held,
      old_number: oldNumber,
      import_id: importId ?? null,
    });
    return { id, number: numbered.number };
  };

  const move = (caseFile: Pick<Case, 'id' | 'holder' | 'offer'>, made: NewMove, step: Step, stamp: Stamp): number => {
    const { id, offer } = caseFile;
    const { at, operator, on, reason, importId } = stamp;
    const { status, holder = caseFile.holder } = step;
    // What was accepted stays readable from the moves alone.
    const accepted = step.holder !== undefined && offer ? { offer: offer.kind } : {};
    const moveId = insertRow(db, 'move', {
      id: made.id ?? nextMoveId(),
      case_id: id,
      name: made.name,
      on_day: on,
      at,
      operator,
      unit_id: made.unit,
      status,
      holder_id: holder,
      reason: reason ?? '',
      details: JSON.stringify({ ...made.details, ...accepted }),
      import_id: importId ?? null,
    });
    tables.updateCase({ id, status, holder, on });
    writeOffer(caseFile, moveId, step, on);
    const returned = offer?.kind === 'return';
    const stock = { inStock: inStock.has(status), settled: status === settled, isVoid: status === VOID };
    changeStock(id, { on, holder, returned, ...stock });
    const passed = { caseId: id, from: caseFile.holder, to: holder };
    if (made.name === SUCCEED) deadlines.succeed(passed);
    else if (holder !== caseFile.holder) deadlines.handOver(passed, step.carried ? undefined : holder);
    for (const { codes, how, due, department = null } of step.ends ?? [])
      deadlines.end(codes, { caseId: id, on, how, by: moveId, department, due });
    for (const start of step.starts ?? []) startDeadline(id, moveId, start, on);
    if (step.extends) extendDeadline(id, moveId, step.extends, on);
    const pause = step.pause ?? (step.ends?.some(({ codes }) => codes === 'all') ? 'ended' : undefined);
    if (pause) writePause(id, moveId, pause, on);
    return moveId;
  };

  const writeOffer = ({ id, holder }: Pick<Case, 'id' | 'holder'>, moveId: number, { offer }: Step, on: Day) => {
    if (!offer) return;
    if ('end' in offer) tables.endOffer({ caseId: id, ending: offer.end, on, by: moveId });
    else {
      const { kind, to, answerBy = null } = offer.make;
      const limit = rule('OFFER_3', on);
      const due = limit && dueDay(limit, on, calendar);
      const days = { offered_on: on, due_on: due?.due ?? on, answer_by: answerBy };
      const made = { case_id: id, move_id: moveId, kind, from_unit: holder, to_unit: to };
      insertRow(db, 'offer', { ...made, ...days, ending: '' });
    }
  };

  /** Before a rule is in force no deadline can be set. */
  const startDeadline = (case_id: number, move_id: number, started: DeadlineStart, on: Day) => {
    const { code, unit: unit_id, department: department_id = null, start: start_on = on, named } = started;
    const limit = rule(code, start_on);
    if (!limit) return;
    const { due: due_on, latest: due_latest } = named
      ? { due: named, latest: null }
      : dueDay(limit, start_on, calendar);
    const days = { start_on, due_on, due_latest };
    insertRow(db, 'deadline', { case_id, rule_id: limit.id, unit_id, department_id, move_id, ...days, done: '' });
    const year = due_latest === null ? undefined : firstMissingYear(calendar, start_on, due_latest);
    if (year) warnings.push(unannounced(limit.name, year, dueText(days, limit)));
  };

  const extendDeadline = (caseId: number, moveId: number, extended: NonNullable<Step['extends']>, on: Day) => {
    const { code, by, department = null } = extended;
    const isMeant = (running: RunningDeadline) => running.code === code && running.department_id === department;
    const running = runningDeadlines(db, caseId).find(isMeant);
    if (!running) return;
    deadlines.end([code], { caseId, on, how: 'extended', by: moveId, department });
    const extended_by = running.extended_by + by;
    const { due: due_on, latest: due_latest } = countedDay(db, { ...running, extended_by }, calendar);
    const { unit_id, department_id, start_on } = running;
    const kept = { case_id: caseId, rule_id: running.rule.id, unit_id, department_id, move_id: moveId, start_on };
    insertRow(db, 'deadline', { ...kept, due_on, due_latest, extended_by, done: '' });
  };

  /** The days of a suspension are not counted: what it interrupts moves on when it ends. With all deadlines it ends, too. */
  const writePause = (caseId: number, moveId: number, pause: NonNullable<Step['pause']>, on: Day) => {
    if (typeof pause === 'object') {
      const { kind, from: from_on, to: to_on } = pause;
      insertRow(db, 'pause', { case_id: caseId, kind, from_on, to_on, move_id: moveId, ended_by: moveId });
      recountPaused(db, caseId, calendar);
    } else if (pause !== 'ended')
      insertRow(db, 'pause', { case_id: caseId, kind: pause, from_on: on, move_id: moveId });
    else if (tables.endPause({ caseId, on, by: moveId }).changes > 0) recountPaused(db, caseId, calendar);
  };

  return { register, move, rule, warnings };
}

/** A day that depends on holidays not announced yet lies between two days; it is fixed when they are imported. */
function unannounced(name: Text, year: string, due: Text): Text {
  return {
    zh: `${year} 年放假安排尚未导入，「${name.zh}」${due.zh}，导入后核定：tiaochu holiday import`,
    en: `The holidays of ${year} have not been imported: "${name.en}" is ${due.en}; the day is fixed once they are (tiaochu holiday import)`,
  };
}

function caseTables(db: Db) {
  type State = { id: number; status: string; holder: number; on: Day };
  const updateCase = statement<State>(db, ({ id, status, holder, on }) =>
    updateTable('cases').set({ status, holder_id: holder, last_on: on }).where('id', '=', id),
  );
  type Ended = { caseId: number; ending: OfferEnding; on: Day; by: number };
  const endOffer = statement<Ended>(db, ({ caseId, ending, on, by }) =>
    updateTable('offer')
      .set({ ended_on: on, ending, ended_by: by })
      .where('case_id', '=', caseId)
      .where('ending', '=', ''),
  );
  const endPause = statement<{ caseId: number; on: Day; by: number }>(db, ({ caseId, on, by }) =>
    updateTable('pause').set({ to_on: on, ended_by: by }).where('case_id', '=', caseId).where('to_on', 'is', null),
  );
  return { updateCase, endOffer, endPause };
}
