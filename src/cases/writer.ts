import { dueDay } from '../deadlines/rules.ts';
import { allRules, loadCalendar, ruleOn } from '../deadlines/store.ts';
import { type Day, OPEN_END } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { Act } from '../ledger/events.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { TIER } from '../units/level.ts';
import type { UnitTree } from '../units/tree.ts';
import type { DueEnd, DueStart, Matter, Step } from './matter.ts';
import { caseNumber } from './number.ts';
import { type Stay, type StockMove, stockChanges } from './stay.ts';

/** A matter to register. */
export interface NewMatter {
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
export function caseWriter(handle: Sqlite, tree: UnitTree) {
  const rules = allRules(handle);
  const calendar = loadCalendar(handle);
  const run = statements(handle);
  const warnings: Text[] = [];
  const tierOf = (unit: number) => TIER[tree.units.get(unit)?.level ?? 'village'];
  const rule = (code: string, on: Day) => ruleOn(rules, code, on);

  const register = (matter: NewMatter) => {
    const year = Number(matter.on.slice(0, 4));
    const serial = (run.lastSerial.pluck().get(matter.unit, matter.kind, year) as number) + 1;
    const number = caseNumber(matter.unitCode, matter.on, serial, matter.kind === 'petition' ? 'P' : '');
    const { unit, kind, on, status, oldNumber, importId } = matter;
    const values = [kind, number, unit, year, serial, on, status, unit, on, oldNumber, importId ?? null];
    const id = Number(run.matter.run(values).lastInsertRowid);
    return { id, number };
  };

  const move = (matter: Pick<Matter, 'id' | 'holder' | 'offer'>, made: NewMove, step: Step, act: Act): number => {
    const holder = step.holder ?? matter.holder;
    const { at, operator, on, reason, importId } = act;
    // What was accepted stays readable from the moves alone.
    const taken = step.holder !== undefined && matter.offer ? { offer: matter.offer.kind } : {};
    const details = JSON.stringify({ ...made.details, ...taken });
    const values = [matter.id, made.name, on, at, operator, made.unit, step.status, holder, reason ?? '', details];
    const moveId = Number(run.move.run(values, importId ?? null).lastInsertRowid);
    run.state.run(step.status, holder, on, matter.id);
    keepOffer(matter, step, on);
    const stock = { name: made.name, on, holder, inStock: made.inStock, settled: made.settled };
    keepStays(matter.id, { ...stock, returned: matter.offer?.kind === 'return' });
    if (holder !== matter.holder) run.handOver.run(holder, matter.id, matter.holder);
    for (const end of step.ends ?? []) finish(matter.id, end, on);
    for (const start of step.starts ?? []) begin(matter.id, moveId, start, on);
    if (step.extends) prolong(matter.id, moveId, step.extends, on);
    return moveId;
  };

  const keepOffer = (matter: Pick<Matter, 'id' | 'holder'>, { offer }: Step, on: Day) => {
    if (!offer) return;
    if ('end' in offer) run.endOffer.run(on, offer.end, matter.id);
    else {
      const { kind, to, answerBy } = offer.make;
      const limit = rule('OFFER_3', on);
      const due = limit && dueDay(limit, on, calendar);
      run.offer.run(matter.id, kind, matter.holder, to, on, due && 'due' in due ? due.due : on, answerBy ?? null);
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

function statements(handle: Sqlite) {
  const all = `update due set done_on = ?, done = ? where matter_id = ? and done = ''`;
  return {
    lastSerial: handle.prepare(
      'select coalesce(max(serial), 0) from matter where unit_id = ? and kind = ? and year = ?',
    ),
    matter: handle.prepare(
      `insert into matter (kind, number, unit_id, year, serial, registered_on, status, holder_id, last_on, old_number,
         import_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    move: handle.prepare(
      `insert into move (matter_id, name, on_day, at, operator, unit_id, status, holder_id, reason, details, import_id)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    state: handle.prepare('update matter set status = ?, holder_id = ?, last_on = ? where id = ?'),
    offer: handle.prepare(
      `insert into offer (matter_id, kind, from_unit, to_unit, offered_on, due_on, answer_by, ending)
       values (?, ?, ?, ?, ?, ?, ?, '')`,
    ),
    endOffer: handle.prepare(`update offer set ended_on = ?, ending = ? where matter_id = ? and ending = ''`),
    lastStay: handle.prepare(
      `select unit_id as unit, entered_on as enteredOn, entry, from_unit as "from", left_on as leftOn, leaving,
         to_unit as "to", returned from stay where matter_id = ? order by id desc limit 1`,
    ),
    enter: handle.prepare(
      `insert into stay (matter_id, unit_id, entered_on, entry, from_unit, left_on, leaving, returned)
       values (?, ?, ?, ?, ?, ?, '', 0)`,
    ),
    leave: handle.prepare(
      `update stay set left_on = ?, leaving = ?, to_unit = ?, returned = ? where matter_id = ? and leaving = ''`,
    ),
    due: handle.prepare(
      `insert into due (matter_id, rule_id, unit_id, move_id, start_on, due_on, done) values (?, ?, ?, ?, ?, ?, '')`,
    ),
    // What the law gives a case goes with it; a unit's own limits end with its stay.
    handOver: handle.prepare(
      `update due set unit_id = ? where matter_id = ? and unit_id = ? and done = ''
         and rule_id in (select id from deadline_rule where code in ('TJ_1M', 'XF_HANDLE_60'))`,
    ),
    endDues: handle.prepare(all),
    endDue: handle.prepare(`${all} and rule_id in (select id from deadline_rule where code = ?)`),
    running: handle.prepare(
      `select d.* from due d join deadline_rule r on r.id = d.rule_id
       where d.matter_id = ? and d.done = '' and r.code = ?`,
    ),
  };
}
