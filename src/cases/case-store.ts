import type { Selectable } from 'kysely';
import { Failure, notFound } from '../kernel/failure.ts';
import type { Noun } from '../kernel/text.ts';
import { row, rows, selectFrom, value } from '../ledger/query.ts';
import type { CaseTable } from '../ledger/schema/cases.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { CaseKind } from './case.ts';

export type CaseRow = Selectable<CaseTable>;

const MOST_NAMED = 8;

/** The end of a number: `17`, `2023-17`, `150722100200-2023-17`, `P3`. */
const TAIL = /^(\d{1,12}-)?(\d{4}-)?P?\d+$/i;

/** The case with a number, or with the only one that ends like it. Throws a not-found Failure with the candidates. */
export function findCase(db: Db, kind: CaseKind, text: string, noun: Noun): CaseRow {
  const wanted = text.trim();
  const ofKind = selectFrom('cases').selectAll().where('kind', '=', kind);
  const exact = row(db, ofKind.where('number', '=', wanted));
  if (exact) return exact;
  if (!TAIL.test(wanted)) notFound(noun, text);
  // A petition's serial carries a P, which people leave out.
  const tail = kind === 'petition' ? wanted.replace(/P?(\d+)$/i, 'P$1') : wanted;
  const pattern = tail.split('-').length > 2 ? `%${tail}` : `%-${tail}`;
  const found = rows(
    db,
    ofKind
      .where('number', 'like', pattern)
      .orderBy('number')
      .limit(MOST_NAMED + 1),
  );
  const [only] = found;
  if (only && found.length === 1) return only;
  if (!only) notFound(noun, text);
  const shown = found.slice(0, MOST_NAMED).map(({ number }) => number);
  const more = found.length > MOST_NAMED ? ' …' : '';
  throw new Failure(
    'not-found',
    { zh: `「${text}」不止对应一件${noun.zh}`, en: `"${text}" is the end of several ${noun.en}` },
    { zh: `请写得更全：${shown.join('、')}${more}`, en: `Write more of the number: ${shown.join(', ')}${more}` },
  );
}

/** The number of a case, for a link to it. */
export function numberOf(db: Db, id: number): string {
  const number = value(db, selectFrom('cases').select('number').where('id', '=', id));
  if (number === undefined) throw new Error(`there is no case with the id ${id}`);
  return number;
}
