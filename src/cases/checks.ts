import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Check, queryCheck } from '../register/check.ts';
import { TIER } from '../units/level.ts';
import { loadTree } from '../units/store.ts';
import type { AnyCaseArea } from './area.ts';
import { type Stay, type StockMove, staysOf } from './stay.ts';

/** A move as the replay reads it. */
export interface KeptMove {
  readonly case_id: number;
  readonly name: string;
  readonly on_day: Day;
  readonly status: string;
  readonly holder_id: number;
  readonly details: string;
}

interface KeptCase {
  readonly id: number;
  readonly number: string;
  readonly status: string;
  readonly holder_id: number;
}

const STAYS = `select s.case_id, s.unit_id as unit, s.entered_on as enteredOn, s.entry, s.from_unit as "from",
  s.left_on as leftOn, s.leaving, s.to_unit as "to", s.returned from stay s join cases m on m.id = s.case_id
  where m.kind = ? order by s.id`;

/**
 * Replays the moves of every case of a kind: each must be one of its transition table, and they must lead to the status,
 * the holder and the stays that stand; `facts` compares what the kind keeps besides.
 */
export function replayCheck(
  area: AnyCaseArea,
  title: Check['title'],
  facts: (db: Db) => (id: number, moves: readonly KeptMove[]) => boolean,
): Check {
  return {
    name: `${area.kind}-replay`,
    title,
    find: db => {
      const tree = loadTree(db, '9999-12-30');
      const tierOf = (unit: number) => TIER[tree.units.get(unit)?.level ?? 'banner'];
      const moves = grouped(movesOfKind(db, area.kind));
      const stays = grouped(db.prepare(STAYS).all(area.kind) as (Stay & { case_id: number })[]);
      const holds = facts(db);
      const cases = db.prepare('select id, number, status, holder_id from cases where kind = ?').all(area.kind);
      return (cases as KeptCase[])
        .filter(one => {
          const own = moves.get(one.id) ?? [];
          const last = own.at(-1);
          const lived = staysOf(
            own.map(move => stockMove(area, move)),
            tierOf,
          ).map(stayKey);
          const standing = (stays.get(one.id) ?? []).map(stayKey);
          return !(
            isLegal(area, own) &&
            last?.status === one.status &&
            last.holder_id === one.holder_id &&
            lived.join(';') === standing.join(';') &&
            holds(one.id, own)
          );
        })
        .map(one => one.number);
    },
  };
}

function movesOfKind(db: Db, kind: string): KeptMove[] {
  return db
    .prepare('select v.* from move v join cases m on m.id = v.case_id where m.kind = ? order by v.id')
    .all(kind) as KeptMove[];
}

/** Whether a case began as its kind begins and then followed the table. */
function isLegal({ begins, life }: AnyCaseArea, moves: readonly KeptMove[]): boolean {
  const table = life.table as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  return moves.every(({ name, status }, i) => {
    const before = moves[i - 1]?.status;
    return before === undefined ? name === begins : (table[before]?.[name] ?? []).includes(status);
  });
}

function grouped<R extends { readonly case_id: number }>(rows: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const group = groups.get(row.case_id);
    if (group) group.push(row);
    else groups.set(row.case_id, [row]);
  }
  return groups;
}

function stockMove(area: AnyCaseArea, move: KeptMove): StockMove {
  const { name, on_day: on, holder_id: holder, status, details } = move;
  const returned = (JSON.parse(details) as { offer?: string }).offer === 'return';
  return { name, on, holder, inStock: area.inStock.has(status), settled: status === area.settled, returned };
}

function stayKey({ unit, enteredOn, entry, from, leftOn, leaving, to, returned }: Stay): string {
  return [unit, enteredOn, entry, from, leftOn, leaving, to, Number(returned)].join(',');
}

/** What holds for cases of every kind. */
export const caseChecks: readonly Check[] = [
  queryCheck(
    'case-order',
    { zh: '每件的办理日期不倒退，也不早于登记', en: 'the acts on a case follow each other' },
    `select distinct m.number from cases m join move a on a.case_id = m.id
     where a.on_day < (select max(b.on_day) from move b where b.case_id = m.id and b.id < a.id)
        or a.on_day < m.registered_on or a.on_day > m.last_on`,
  ),
  queryCheck(
    'case-number',
    { zh: '各机构每年的编号连续无缺', en: 'the numbers of a unit and year have no gap' },
    `select kind || ' ' || unit_id || '-' || year from cases group by kind, unit_id, year having max(serial) <> count(*)`,
  ),
  queryCheck(
    'case-offer',
    { zh: '待答复的移交由持有单位发出，所移交的未了结', en: 'an open offer comes from the holder of an open case' },
    `select m.number from offer o join cases m on m.id = o.case_id
     where o.ending = '' and (o.from_unit <> m.holder_id
       or m.status not in ('registered', 'mediating', 'suspended', 'lodged', 'accepted'))`,
  ),
  // A version that is followed by another keeps the days that were set by it before.
  queryCheck(
    'case-due',
    { zh: '每个期限有依据，完成日期不早于起算日', en: 'each deadline follows its rule and is done after it began' },
    `select m.number from deadline u join cases m on m.id = u.case_id join deadline_rule r on r.id = u.rule_id
       join move v on v.id = u.move_id
     where u.done_on < u.start_on or u.start_on < r.from_on
        or (u.start_on >= r.to_on and v.at > coalesce(
          (select max(e.at) from event e where e.noun = 'deadline' and e.record_id = r.id), ''))`,
  ),
];
