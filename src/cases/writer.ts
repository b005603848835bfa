import type { DeadlineCode } from '../deadlines/codes.ts';
import { dueDay, ruleOn } from '../deadlines/rules.ts';
import { allRules, loadCalendar } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import { insertRow, statement, updateTable } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case, DeadlineStart, OfferEnding, Step } from './case.ts';
import { deadlinesOf, deadlineWriter } from './deadline-store.ts';
import { nextMoveId } from './move-store.ts';
import { caseNumberer, type Place } from './number-store.ts';
import { stayWriter } from './stay-store.ts';

/** One move as it is written: what it was, by which unit, with what it says. */
interface NewMove {
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
      id: nextMoveId(db),
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
    changeStock(id, { on, holder, inStock: inStock.has(status), settled: status === settled, returned });
    if (holder !== caseFile.holder)
      deadlines.handOver({ caseId: id, from: caseFile.holder, to: holder }, step.carried ? undefined : holder);
    for (const { codes, how, department = null } of step.ends ?? [])
      deadlines.end(codes, { caseId: id, on, how, by: moveId, department });
    for (const start of step.starts ?? []) startDeadline(id, moveId, start, on);
    if (step.extends) extendDeadline(id, moveId, step.extends, on);
    return moveId;
  };

  const writeOffer = ({ id, holder }: Pick<Case, 'id' | 'holder'>, moveId: number, { offer }: Step, on: Day) => {
    if (!offer) return;
    if ('end' in offer) tables.endOffer({ caseId: id, ending: offer.end, on, by: moveId });
    else {
      const { kind, to, answerBy = null } = offer.make;
      const limit = rule('OFFER_3', on);
      const due = limit && dueDay(limit, on, calendar);
      const days = { offered_on: on, due_on: due && 'due' in due ? due.due : on, answer_by: answerBy };
      const made = { case_id: id, move_id: moveId, kind, from_unit: holder, to_unit: to };
      insertRow(db, 'offer', { ...made, ...days, ending: '' });
    }
  };

  /** Before a rule is in force, and for a year without a calendar of working days, no deadline can be set. */
  const startDeadline = (
    case_id: number,
    move_id: number,
    { code, unit, department, start, named }: DeadlineStart,
    on: Day,
  ) => {
    const start_on = start ?? on;
    const limit = rule(code, start_on);
    if (!limit) return;
    const counted = named ? { due: named } : dueDay(limit, start_on, calendar);
    if ('due' in counted)
      insertRow(db, 'deadline', {
        case_id,
        rule_id: limit.id,
        unit_id: unit,
        department_id: department ?? null,
        move_id,
        start_on,
        due_on: counted.due,
        done: '',
      });
    else warnings.push(unknownYear(limit.name, counted.unknownYear));
  };

  const extendDeadline = (caseId: number, moveId: number, extended: NonNullable<Step['extends']>, on: Day) => {
    const { code, to, department = null } = extended;
    const running = deadlinesOf(db, caseId).find(
      deadline => deadline.code === code && deadline.done === '' && deadline.department_id === department,
    );
    if (!running) return;
    deadlines.end([code], { caseId, on, how: 'extended', by: moveId, department });
    const { rule_id, unit_id, department_id, start_on } = running;
    const bound = { case_id: caseId, rule_id, unit_id, department_id };
    insertRow(db, 'deadline', { ...bound, move_id: moveId, start_on, due_on: to, done: '' });
  };

  return { register, move, rule, warnings };
}

/** A due day in working days cannot be promised without the year's calendar. */
function unknownYear(name: Text, year: string): Text {
  return {
    zh: `${year} 年放假安排尚未导入，无法计算「${name.zh}」的工作日期限：请先运行 tiaochu holiday import`,
    en: `The holidays of ${year} have not been imported; no day can be promised for "${name.en}": run tiaochu holiday import first`,
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
  return { updateCase, endOffer };
}
