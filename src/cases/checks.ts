import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Check, queryCheck } from '../register/check.ts';
import { loadTree } from '../units/store.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import type { CaseRow } from './case-store.ts';
import { type MoveRow, movesOfKind, offersOfKind } from './move-store.ts';
import { replay } from './replay.ts';
import { type Stay, staysOf } from './stay.ts';
import { staysOfKind, stockMove, tierIn } from './stay-store.ts';

/** The row of a kind's own table, which keeps its facts. */
type OwnRow = Readonly<Record<string, unknown>>;

/**
 * Replays the moves of every case of a kind: each must be one of its transition table, and they must lead to the status,
 * the holder, the stays and the columns that the ledger keeps.
 */
export function replayCheck(area: AnyCaseArea, title: Check['title'], ownRows: (db: Db) => readonly OwnRow[]): Check {
  return {
    name: `${area.kind}-replay`,
    title,
    find: db => {
      const tierOf = tierIn(loadTree(db, '9999-12-30'));
      const [moves, offers] = [movesOfKind(db, area.kind), offersOfKind(db, area.kind)];
      const stays = staysOfKind(db, area.kind);
      const own = new Map(ownRows(db).map(row => [row.id, row]));
      const isSound = (row: CaseRow): boolean => {
        const history = { moves: moves.get(row.id) ?? [], offers: offers.get(row.id) ?? [] };
        if (!isLegal(area, history.moves)) return false;
        const facts: Case = replay(area.life, row, history, move => area.decode(db, move));
        const stayed = staysOf(
          history.moves.map(move => stockMove(area.life, move)),
          tierOf,
        );
        return (
          facts.status === row.status &&
          facts.holder === row.holder_id &&
          facts.lastOn === row.last_on &&
          stayed.map(stayKey).join(';') === (stays.get(row.id) ?? []).map(stayKey).join(';') &&
          Object.entries(area.columns(facts)).every(([column, value]) => own.get(row.id)?.[column] === value)
        );
      };
      const all = rows(db, selectFrom('cases').selectAll().where('kind', '=', area.kind).orderBy('id'));
      return all.filter(row => !isSound(row)).map(({ number }) => number);
    },
  };
}

/** Whether a case began as its kind begins and then followed the table. */
function isLegal({ life }: AnyCaseArea, moves: readonly MoveRow[]): boolean {
  const table = life.table as Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  const follows = moves.every(({ name, status }, i) => {
    const before = moves[i - 1]?.status;
    return before === undefined ? name === life.firstMove : (table[before]?.[name] ?? []).includes(status);
  });
  return moves.length > 0 && follows;
}

function stayKey({ unit, enteredOn, entry, from, leftOn, leaving, to, returned }: Stay): string {
  return [unit, enteredOn, entry, from, leftOn, leaving, to, Number(returned)].join(',');
}

/** What a number begins with: the code and the year, and a petition's P. */
export const prefixOf = (table: string) =>
  `substr(${table}.number, 1, length(${table}.number) - length(${table}.serial))`;

/** Numbers that cases have and had: what is given in a series. */
const USED = `with recursive used (number, unit_id, kind, year, serial) as (
       select number, unit_id, kind, year, serial from cases
       union all select number, unit_id, kind, year, serial from former_number)`;

/** The units whose cases a ledger among several has all of: its own office's and those below. */
const BELOW = `below (unit_id) as (
       select unit_id from office where is_own = 1
       union select t.unit_id from unit_term t join below b on b.unit_id = t.parent_id)`;

/** What holds for cases of every kind. */
export const caseChecks: readonly Check[] = [
  queryCheck(
    'case-order',
    {
      zh: '每件的办理日期不倒退，也不早于登记',
      en: 'the moves of a case are in order of date, none before its registration',
    },
    `select distinct m.number from cases m join move a on a.case_id = m.id
     where a.on_day < (select max(b.on_day) from move b where b.case_id = m.id and b.id < a.id)
        or a.on_day < m.registered_on or a.on_day > m.last_on`,
  ),
  // A unit can have had another code in the year, and a code can have been another unit's: a number continues either. Of
  // what other offices write, a ledger may have some cases only; the banner's has all of them.
  queryCheck(
    'case-number',
    { zh: '各机构（代码）每年的编号连续无缺', en: 'the case numbers of each unit code and year have no gaps' },
    `${USED}, ${BELOW}
     select m.number from used m where m.serial > 1
       and (not exists (select 1 from office) or m.unit_id in (select unit_id from below))
       and not exists (select 1 from used b where b.unit_id = m.unit_id and b.kind = m.kind and b.year = m.year
         and b.serial = m.serial - 1)
       and not exists (select 1 from used b where b.number = ${prefixOf('m')} || (m.serial - 1))`,
  ),
  queryCheck(
    'case-renumbered',
    {
      zh: '原编号只属于一件案件，并指向它现在的编号',
      en: 'a former number belongs to one case only, and leads to the number that the case has now',
    },
    `select f.number from former_number f join cases m on m.id = f.case_id
     where exists (select 1 from cases c where c.number = f.number) or m.kind <> f.kind
       or (f.renumbered_to <> m.number and not exists (select 1 from former_number n
         where n.number = f.renumbered_to and n.case_id = f.case_id))`,
  ),
  // A case in stock has a stay that is open.
  queryCheck(
    'case-offer',
    { zh: '待答复的移交由持有单位发出，所移交的未了结', en: 'an open offer comes from the holder of an open case' },
    `select m.number from offer o join cases m on m.id = o.case_id where o.ending = '' and not exists
       (select 1 from stay s where s.case_id = m.id and s.leaving = '' and s.unit_id = o.from_unit and s.unit_id = m.holder_id)`,
  ),
  queryCheck(
    'case-moves',
    {
      zh: '每项时限、移交和任务都写明由哪一步产生、由哪一步结束',
      en: 'deadlines, offers and tasks name the move that made and the move that ended them',
    },
    `select distinct m.number from cases m join (
         select case_id, move_id, ended_by, done <> '' as ended from deadline
         union all select case_id, move_id, ended_by, ending <> '' from offer
         union all select case_id, move_id, ended_by, reported_on is not null from task) t on t.case_id = m.id
       where (t.ended_by is not null) <> t.ended
         or not exists (select 1 from move v where v.id = t.move_id and v.case_id = m.id)
         or (t.ended and not exists (select 1 from move v where v.id = t.ended_by and v.case_id = m.id and v.id >= t.move_id))`,
  ),
  // A version that is followed by another keeps the days that were set by it before.
  queryCheck(
    'case-due',
    { zh: '每个期限有依据，完成日期不早于起算日', en: 'each deadline has a rule and is not met before it began' },
    `select m.number from deadline u join cases m on m.id = u.case_id join deadline_rule r on r.id = u.rule_id
       join move v on v.id = u.move_id
     where u.done_on < u.start_on or u.start_on < r.from_on
        or (u.start_on >= r.to_on and v.at > coalesce(
          (select max(e.at) from event e where e.noun = 'deadline' and e.record_id = r.id), ''))`,
  ),
  queryCheck(
    'case-year',
    {
      zh: '编号的年份是登记的年份，以流水号结尾',
      en: 'a case number has the year of the registration and ends in the serial',
    },
    `select number from cases where old_number is null and cast(substr(registered_on, 1, 4) as integer) <> year
       or number not like '%-' || year || '-' || iif(kind = 'petition', 'P', '') || serial`,
  ),
];
