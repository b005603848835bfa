import { type Stay, type StockMove, staysOf } from '../cases/stay.ts';
import type { Day } from '../kernel/day.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { type Cached, type Check, queryCheck } from '../register/check.ts';
import { TIER } from '../units/level.ts';
import { loadTree } from '../units/store.ts';
import { replayed } from './replay.ts';
import { IN_STOCK, type Move, type Status } from './transitions.ts';

/** A dispute's moves, and what stands as a consequence of them. */
interface Kept {
  readonly id: number;
  readonly number: string;
  readonly status: string;
  readonly holder_id: number;
  readonly grade: string;
  readonly settled_on: Day | null;
  readonly closed_on: Day | null;
}

interface KeptMove {
  readonly matter_id: number;
  readonly name: Move | 'register';
  readonly on_day: Day;
  readonly status: Status;
  readonly holder_id: number;
  readonly details: string;
}

const replay: Check = {
  name: 'dispute-replay',
  title: { zh: '纠纷的现状、台账进出与经过一致', en: 'a dispute’s state and its stays are what its moves lead to' },
  find: handle => {
    const tree = loadTree(handle, '9999-12-30');
    const tierOf = (unit: number) => TIER[tree.units.get(unit)?.level ?? 'banner'];
    const moves = grouped(handle.prepare('select * from move order by id').all() as KeptMove[]);
    const stays = grouped(handle.prepare(STAYS).all() as (Stay & { matter_id: number })[]);
    return kept(handle)
      .filter(one => {
        const own = moves.get(one.id) ?? [];
        const { grade, settledOn, closedOn, legal } = replayed(own);
        const last = own.at(-1);
        const state = [one.status, one.holder_id, one.grade, one.settled_on, one.closed_on];
        const wanted = [last?.status, last?.holder_id, grade, settledOn, closedOn];
        const lived = staysOf(own.map(stockMove), tierOf).map(stayKey);
        const standing = (stays.get(one.id) ?? []).map(stayKey);
        return !legal || state.join() !== wanted.join() || lived.join(';') !== standing.join(';');
      })
      .map(one => one.number);
  },
};

const STAYS = `select matter_id, unit_id as unit, entered_on as enteredOn, entry, from_unit as "from", left_on as leftOn,
  leaving, to_unit as "to", returned from stay order by id`;

function kept(handle: Sqlite): Kept[] {
  return handle
    .prepare(
      `select m.id, m.number, m.status, m.holder_id, d.grade, d.settled_on, d.closed_on
       from matter m join dispute d on d.id = m.id order by m.id`,
    )
    .all() as Kept[];
}

function grouped<R extends { readonly matter_id: number }>(rows: readonly R[]): Map<number, R[]> {
  const groups = new Map<number, R[]>();
  for (const row of rows) {
    const group = groups.get(row.matter_id);
    if (group) group.push(row);
    else groups.set(row.matter_id, [row]);
  }
  return groups;
}

function stockMove(move: KeptMove): StockMove {
  const { name, on_day: on, holder_id: holder, status, details } = move;
  const returned = (JSON.parse(details) as { offer?: string }).offer === 'return';
  return { name, on, holder, inStock: IN_STOCK.has(status), settled: status === 'settled', returned };
}

function stayKey({ unit, enteredOn, entry, from, leftOn, leaving, to, returned }: Stay): string {
  return [unit, enteredOn, entry, from, leftOn, leaving, to, Number(returned)].join(',');
}

export const disputeChecks: readonly Check[] = [
  replay,
  queryCheck(
    'dispute-order',
    { zh: '纠纷的办理日期不倒退，也不早于登记', en: 'the acts on a dispute follow each other' },
    `select distinct m.number from matter m join move a on a.matter_id = m.id
     where a.on_day < (select max(b.on_day) from move b where b.matter_id = m.id and b.id < a.id)
        or a.on_day < m.registered_on or a.on_day > m.last_on`,
  ),
  queryCheck(
    'dispute-number',
    { zh: '各机构每年的编号连续无缺', en: 'the numbers of a unit and year have no gap' },
    `select unit_id || '-' || year from matter group by kind, unit_id, year having max(serial) <> count(*)`,
  ),
  queryCheck(
    'dispute-offer',
    { zh: '待答复的移交由持有单位发出，纠纷未了结', en: 'an open offer comes from the holder of a dispute in stock' },
    `select m.number from offer o join matter m on m.id = o.matter_id
     where o.ending = '' and (o.from_unit <> m.holder_id or (m.kind = 'dispute'
       and m.status not in ('registered', 'mediating', 'suspended')))`,
  ),
  queryCheck(
    'dispute-due',
    { zh: '每个期限有依据，完成日期不早于起算日', en: 'each deadline follows its rule and is done after it began' },
    `select m.number from due u join matter m on m.id = u.matter_id join deadline_rule r on r.id = u.rule_id
     where u.done_on < u.start_on or u.start_on < r.from_on or u.start_on >= r.to_on`,
  ),
  queryCheck(
    'dispute-agreement',
    {
      zh: '已化解的纠纷有协议；书面协议签齐才生效',
      en: 'a settled dispute has an agreement, and a written one all its dates',
    },
    `select m.number from matter m join dispute d on d.id = m.id where d.settled_on is not null
       and not exists (select 1 from agreement a where a.matter_id = m.id)
     union select m.number from agreement a join matter m on m.id = a.matter_id
     where a.form = 'written' and a.effective_on is not null and (a.mediator_on is null or a.committee_on is null)`,
  ),
];

const own = (column: string) => `select ${column} from dispute where id = ?`;

export const disputeCached: Cached = {
  noun: 'dispute',
  fields: {
    title: own('title'),
    facts: own('facts'),
    place: own('place'),
    people: own('people'),
    amount_fen: own('amount_fen'),
    risk: own('risk'),
    prevented_crime: own('prevented_crime'),
    category: 'select c.code from dispute d join category c on c.id = d.category_id where d.id = ?',
    source: 'select s.code from dispute d join source s on s.id = d.source_id where d.id = ?',
  },
};

export const partyCached: Cached = {
  noun: 'party',
  fields: {
    name: 'select name from party where id = ?',
    phone: 'select phone from party where id = ?',
    id: 'select id_number from party where id = ?',
    household: `select coalesce(h.code, '') from party p left join household h on h.id = p.household_id where p.id = ?`,
    removed_on: 'select removed_on from party where id = ?',
  },
};
