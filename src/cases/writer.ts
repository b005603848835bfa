import { dueDay } from '../deadlines/rules.ts';
import { allRules, loadCalendar, ruleOn } from '../deadlines/store.ts';
import { type Day, OPEN_END } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { TIER } from '../units/level.ts';
import type { UnitTree } from '../units/tree.ts';
import type { Case, DueEnd, DueStart, Step } from './case.ts';
import { caseNumber } from './number.ts';
import { type Stay, type StockMove, stockChanges } from './stay.ts';

/** A case to register. */
export interface NewCase {
  readonly kind: 'dispute' | 'petition';
  readonly unit: number;
  readonly unitCode: string;
  readonly on: Day;
  readonly status: string;
  readonly oldNumber: string | null;
  readonly importId: number | undefined;
}

/** One move as it is written: what it was, by which unit, with what it says. */
export interface NewMove {
  readonly name: string;
  readonly unit: number;
  readonly details: Readonly<Record<string, unknown>>;
  readonly settled: boolean;
  readonly inStock: boolean;
}

/**
 * Writes cases: registers them and carries out what an act was decided to make of them. Statements are compiled once, so
 * that an import of old ledgers goes through the same door as a single command.
 */
export function caseWriter(db: Db, tree: UnitTree) {
  const rules = allRules(db);
  const calendar = loadCalendar(db);
  const run = statements(db);
  const warnings: Text[] = [];
  const tierOf = (unit: number) => TIER[tree.units.get(unit)?.level ?? 'village'];
  const rule = (code: string, on: Day) => ruleOn(rules, code, on);

  const register = (caseFile: NewCase) => {
    const year = Number(caseFile.on.slice(0, 4));
    const serial = (run.lastSerial.pluck().get(caseFile.unit, caseFile.kind, year) as number) + 1;
    const number = caseNumber(caseFile.unitCode, caseFile.on, serial, caseFile.kind === 'petition' ? 'P' : '');
    const { unit, kind, on, status, oldNumber, importId } = caseFile;
    const values = [kind, number, unit, year, serial, on, status, unit, on, oldNumber, importId ?? null];
    const id = Number(run.caseFile.run(values).lastInsertRowid);
    return { id, number };
  };

  const move = (caseFile: Pick<Case, 'id' | 'holder' | 'offer'>, made: NewMove, step: Step, stamp: Stamp): number => {
    const holder = step.holder ?? caseFile.holder;
    const { at, operator, on, reason, importId } = stamp;
    // What was accepted stays readable from the moves alone.
    const taken = step.holder !== undefined && caseFile.offer ? { offer: caseFile.offer.kind } : {};
    const details = JSON.stringify({ ...made.details, ...taken });
    const values = [caseFile.id, made.name, on, at, operator, made.unit, step.status, holder, reason ?? '', details];
    const moveId = Number(run.move.run(values, importId ?? null).lastInsertRowid);
    run.state.run(step.status, holder, on, caseFile.id);
    keepOffer(caseFile, step, on);
    const stock = { name: made.name, on, holder, inStock: made.inStock, settled: made.settled };
    keepStays(caseFile.id, { ...stock, returned: caseFile.offer?.kind === 'return' });
    if (holder !== caseFile.holder) run.handOver.run(holder, caseFile.id, caseFile.holder);
    for (const end of step.ends ?? []) finish(caseFile.id, end, on);
    for (const start of step.starts ?? []) begin(caseFile.id, moveId, start, on);
    if (step.extends) prolong(caseFile.id, moveId, step.extends, on);
    return moveId;
  };

  const keepOffer = (caseFile: Pick<Case, 'id' | 'holder'>, { offer }: Step, on: Day) => {
    if (!offer) return;
    if ('end' in offer) run.endOffer.run(on, offer.end, caseFile.id);
    else {
      const { kind, to, answerBy } = offer.make;
      const limit = rule('OFFER_3', on);
      const due = limit && dueDay(limit, on, calendar);
      run.offer.run(caseFile.id, kind, caseFile.holder, to, on, due && 'due' in due ? due.due : on, answerBy ?? null);
    }
  };

  const keepStays = (id: number, stock: StockMove) => {
    const last = run.lastStay.get(id) as Stay | undefined;
    for (const change of stockChanges(last, stock, tierOf))
      if ('leave' in change) {
        const { leftOn, leaving, to, returned } = change.leave;
        run.leave.run(leftOn, leaving, to, returned ? 1 : 0, id);
      } else run.enter.run(id, change.open.unit, change.open.enteredOn, change.open.entry, change.open.from, OPEN_END);
  };

  const finish = (id: number, { codes, how }: DueEnd, on: Day) => {
    if (codes === 'all') run.endDues.run(on, how, id);
    else for (const code of codes) run.endDue.run(on, how, id, code);
  };

  const begin = (id: number, moveId: number, { code, unit, start, named }: DueStart, on: Day) => {
    const from = start ?? on;
    const limit = rule(code, from);
    if (!limit) return;
    const counted = named ? { due: named } : dueDay(limit, from, calendar);
    if ('due' in counted) run.due.run(id, limit.id, unit, moveId, from, counted.due);
    else warnings.push(unknownYear(limit.name, counted.unknownYear));
  };

  const prolong = (id: number, moveId: number, { code, to }: { code: string; to: Day }, on: Day) => {
    const running = run.running.get(id, code) as { rule_id: number; unit_id: number; start_on: Day } | undefined;
    if (!running) return;
    run.endDue.run(on, 'extended', id, code);
    run.due.run(id, running.rule_id, running.unit_id, moveId, running.start_on, to);
  };

  return { register, move, rule, warnings };
}

/** A due day in working days cannot be promised without the year's calendar. */
function unknownYear(name: Text, year: string): Text {
  return {
    zh: `台账里还没有 ${year} 年的放假安排，算不出「${name.zh}」的工作日期限：请先 tiaochu holiday import`,
    en: `The ledger has no holidays for ${year}; no day can be promised for "${name.en}": tiaochu holiday import first`,
  };
}

function statements(db: Db) {
  const all = `update deadline set done_on = ?, done = ? where case_id = ? and done = ''`;
  return {
    lastSerial: db.prepare('select coalesce(max(serial), 0) from cases where unit_id = ? and kind = ? and year = ?'),
    caseFile: db.prepare(
      `insert into cases (kind, number, unit_id, year, serial, registered_on, status, holder_id, last_on, old_number,
         import_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    move: db.prepare(
      `insert into move (case_id, name, on_day, at, operator, unit_id, status, holder_id, reason, details, import_id)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    state: db.prepare('update cases set status = ?, holder_id = ?, last_on = ? where id = ?'),
    offer: db.prepare(
      `insert into offer (case_id, kind, from_unit, to_unit, offered_on, due_on, answer_by, ending)
       values (?, ?, ?, ?, ?, ?, ?, '')`,
    ),
    endOffer: db.prepare(`update offer set ended_on = ?, ending = ? where case_id = ? and ending = ''`),
    lastStay: db.prepare(
      `select unit_id as unit, entered_on as enteredOn, entry, from_unit as "from", left_on as leftOn, leaving,
         to_unit as "to", returned from stay where case_id = ? order by id desc limit 1`,
    ),
    enter: db.prepare(
      `insert into stay (case_id, unit_id, entered_on, entry, from_unit, left_on, leaving, returned)
       values (?, ?, ?, ?, ?, ?, '', 0)`,
    ),
    leave: db.prepare(
      `update stay set left_on = ?, leaving = ?, to_unit = ?, returned = ? where case_id = ? and leaving = ''`,
    ),
    due: db.prepare(
      `insert into deadline (case_id, rule_id, unit_id, move_id, start_on, due_on, done) values (?, ?, ?, ?, ?, ?, '')`,
    ),
    // What the law gives a case goes with it; a unit's own limits end with its stay.
    handOver: db.prepare(
      `update deadline set unit_id = ? where case_id = ? and unit_id = ? and done = ''
         and rule_id in (select id from deadline_rule where code in ('TJ_1M', 'XF_HANDLE_60'))`,
    ),
    endDues: db.prepare(all),
    endDue: db.prepare(`${all} and rule_id in (select id from deadline_rule where code = ?)`),
    running: db.prepare(
      `select d.* from deadline d join deadline_rule r on r.id = d.rule_id
       where d.case_id = ? and d.done = '' and r.code = ?`,
    ),
  };
}
