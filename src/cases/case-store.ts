import type { Selectable, Updateable } from 'kysely';
import { Ambiguous, notFound } from '../kernel/failure.ts';
import type { Noun } from '../kernel/text.ts';
import { row, rows, selectFrom, statement, updateTable, values } from '../ledger/query.ts';
import type { CaseTable } from '../ledger/schema/cases.ts';
import type { DisputeTable } from '../ledger/schema/disputes.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { OpenWork } from '../units/open-work.ts';
import type { CaseKind } from './case.ts';

export type CaseRow = Selectable<CaseTable>;

const MOST_NAMED = 8;

/** The end of a number: `17`, `2023-17`, `150722100200-2023-17`, `P3`. */
const TAIL = /^(\d{1,12}-)?(\d{4}-)?P?\d+$/i;

/** A number that leads to a case: its own, or one that it had. */
interface Leading {
  readonly number: string;
  readonly case_id: number;
}

/**
 * The numbers of a kind of case that are meant by a number or by the end of one; those that cases had lead to them, too. A
 * number that is meant exactly is the only one.
 */
function numbersMeant(db: Db, kind: CaseKind, text: string): Leading[] {
  const wanted = text.trim();
  const numbers = selectFrom('cases').select(['number', 'id as case_id']).where('kind', '=', kind);
  const former = selectFrom('former_number').select(['number', 'case_id']).where('kind', '=', kind);
  const exact = row(db, numbers.where('number', '=', wanted)) ?? row(db, former.where('number', '=', wanted));
  if (exact) return [exact];
  if (!TAIL.test(wanted)) return [];
  // A petition's serial carries a P, which people leave out.
  const tail = kind === 'petition' ? wanted.replace(/P?(\d+)$/i, 'P$1') : wanted;
  const pattern = tail.split('-').length > 2 ? `%${tail}` : `%-${tail}`;
  const most = MOST_NAMED + 1;
  const ending = numbers.where('number', 'like', pattern).orderBy('number').limit(most);
  const formerEnding = former.where('number', 'like', pattern).orderBy('number').limit(most);
  return [...rows(db, ending), ...rows(db, formerEnding)].sort((a, b) => (a.number < b.number ? -1 : 1));
}

/** The case with a number, or with the only one that ends like it. Throws a not-found Failure with the candidates. */
export function findCase(db: Db, kind: CaseKind, text: string, noun: Noun): CaseRow {
  const found = numbersMeant(db, kind, text);
  const [first] = found;
  if (!first) notFound(noun, text);
  if (isOneCase(found)) return caseRow(db, first.case_id);
  throw severalCases(
    kind,
    text,
    noun,
    found.map(({ number }) => number),
  );
}

/** The refusal of the end of several numbers, which names them. */
export function severalCases(kind: CaseKind, text: string, noun: Noun, numbers: readonly string[]): Ambiguous {
  const shown = numbers.slice(0, MOST_NAMED);
  const more = numbers.length > MOST_NAMED ? ' …' : '';
  return new Ambiguous(
    kind,
    shown,
    { zh: `「${text}」不止对应一件${noun.zh}`, en: `"${text}" is the end of several ${noun.en}` },
    { zh: `请写得更全：${shown.join('、')}${more}`, en: `Write more of the number: ${shown.join(', ')}${more}` },
  );
}

const isOneCase = (found: readonly Leading[]) => new Set(found.map(({ case_id }) => case_id)).size === 1;

/** The number that a case had and that was meant, where the case has another now. */
export function formerNumberMeant(db: Db, kind: CaseKind, text: string): Leading | undefined {
  const found = numbersMeant(db, kind, text);
  const [first] = found;
  if (!first || !isOneCase(found)) return undefined;
  const { number } = caseRow(db, first.case_id);
  return found.some(meant => meant.number === number) ? undefined : first;
}

export function caseRow(db: Db, id: number): CaseRow {
  const found = row(db, selectFrom('cases').selectAll().where('id', '=', id));
  if (!found) throw new Error(`there is no case with the id ${id}`);
  return found;
}

export function numberOf(db: Db, id: number): string {
  return caseRow(db, id).number;
}

/** Open cases of a kind keep a unit open: those that it holds, and those that are offered to it. */
export function caseWork(kind: CaseKind, open: readonly string[], words: Pick<OpenWork, 'what' | 'one'>): OpenWork {
  return {
    ...words,
    count: (db: Db, unitId) => {
      const ofKind = selectFrom('cases').select('cases.id').where('cases.kind', '=', kind);
      const held = ofKind.where('holder_id', '=', unitId).where('status', 'in', open);
      const toUnit = ofKind.innerJoin('offer', 'offer.case_id', 'cases.id').where('offer.to_unit', '=', unitId);
      return values(db, held).length + values(db, toUnit.where('offer.ending', '=', '')).length;
    },
  };
}

type Columns = Readonly<Record<string, string | number | null>>;

/** Writes the columns that differ; the query is compiled once for each set of columns. */
export function columnWriter(db: Db, table: CaseKind) {
  const compiled = new Map<string, (values: Columns) => unknown>();
  return (id: number, before: Columns, after: Columns): void => {
    const changed = Object.keys(after).filter(column => after[column] !== before[column]);
    if (changed.length === 0) return;
    const key = changed.join();
    const write = compiled.get(key) ?? writerOf(db, table, changed);
    compiled.set(key, write);
    write({ ...after, id });
  };
}

function writerOf(db: Db, table: CaseKind, columns: readonly string[]) {
  return statement<Columns>(db, values => {
    const set = Object.fromEntries(columns.map(column => [column, values[column]])) as Updateable<DisputeTable>;
    // Both tables have an id, and their columns come from the facts of the kind itself.
    return updateTable(table as 'dispute')
      .set(set)
      .where('id', '=', values.id as number);
  });
}
