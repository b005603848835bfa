import { type Day, dayFromNumber } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';
import { addMonths, countVisit, noVisits, type Tally } from '../ledger/visit-tallies.ts';
import { highestVisit, type NewVisit, type StandingVisit, standingVisit } from './store.ts';
import { MODE_LIST } from './visit.ts';

const COLUMNS = 'household_id, visited_on, mode, pair_id, substitute, domains, diary, diary_by, import_id';
const PER_ROW = 9;
const ROWS = 50;

/**
 * Inserts visits 50 a statement, compiled once, and counts them for their months; `flush` writes what is left. A visit with
 * the key of one that stands already (household, day, mode and pair) is not written but handed to `repeated`.
 */
export function visitWriter<V extends NewVisit>(
  db: Db,
  importId: number | null,
  repeated: (visit: V, standing: StandingVisit) => void,
) {
  const one = `(${Array(PER_ROW).fill('?').join(',')})`;
  const insert = (rows: number) =>
    db.prepare(
      `insert or rollback into visit (${COLUMNS}) values ${Array(rows).fill(one).join(',')}
       on conflict (household_id, visited_on, mode, pair_id) do nothing`,
    );
  const [many, single] = [insert(ROWS), insert(1)];
  const standing = standingVisit(db);
  const days = new Map<number, VisitDay>();
  const months = new Map<string, Tally>();
  let highest = highestVisit(db);
  let added = 0;
  let waiting: V[] = [];
  let values: (string | number | null)[] = [];

  const count = (v: V) => {
    countVisit(dayOf(days, months, v.dayNumber).month, v.household, v.pair, v.mode);
    added++;
  };
  /** Which of the rows of a statement were written: the first of each key that is above what was there before. */
  const sift = (rows: readonly V[], before: number) => {
    const taken = new Set<number>();
    for (const visit of rows) {
      const known = standing(visit) ?? unwritten();
      if (known.id <= before || taken.has(known.id)) repeated(visit, known);
      else {
        taken.add(known.id);
        count(visit);
      }
    }
  };
  const write = (statement: typeof many, rows: readonly V[], bound: readonly unknown[]) => {
    const { changes } = statement.run(bound);
    if (changes === rows.length) for (const visit of rows) count(visit);
    else sift(rows, highest);
    highest += changes;
  };
  const flush = () => {
    for (const [at, visit] of waiting.entries()) write(single, [visit], values.slice(at * PER_ROW, (at + 1) * PER_ROW));
    waiting = [];
    values = [];
    addMonths(db, months);
    months.clear();
    days.clear();
  };
  const add = (v: V) => {
    const day = dayOf(days, months, v.dayNumber).text;
    const mode = MODE_LIST[v.mode] ?? 'home';
    values.push(v.household, day, mode, v.pair, v.substitute, v.domains, v.diary, v.diaryBy, importId);
    waiting.push(v);
    if (waiting.length < ROWS) return;
    write(many, waiting, values);
    waiting = [];
    values = [];
  };
  return { add, flush, added: () => added };
}

function unwritten(): never {
  throw new Error('a visit was neither written nor there before');
}

/** A day as text, and what its month has come to so far. */
interface VisitDay {
  readonly text: Day;
  readonly month: Tally;
}

function dayOf(days: Map<number, VisitDay>, months: Map<string, Tally>, number: number): VisitDay {
  let day = days.get(number);
  if (day === undefined) {
    const text = dayFromNumber(number);
    const month = months.get(text.slice(0, 7)) ?? noVisits();
    months.set(text.slice(0, 7), month);
    day = { text, month };
    days.set(number, day);
  }
  return day;
}
