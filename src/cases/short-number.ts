import type { MeaningPlace } from '../cli/param.ts';
import type { Noun, Text } from '../kernel/text.ts';
import { count, rows, selectFrom } from '../ledger/query.ts';
import { loadTree } from '../units/store.ts';
import { branch } from '../units/tree.ts';
import type { CaseKind } from './case.ts';
import { severalCases } from './case-store.ts';

/** The number of a case within its unit, with or without the year: 12, 2025-12; a petition's may have its P. */
const SHORT = /^(?:(\d{4})-)?P?(\d{1,9})$/i;

/** What is said where a short number was taken for a case although others end like it. */
export function takenText(
  { db }: MeaningPlace,
  kind: CaseKind,
  { zh }: Noun,
  text: string,
  number: string,
): Text | undefined {
  const typed = text.trim();
  if (number === typed || !SHORT.test(typed)) return undefined;
  const tail = kind === 'petition' ? typed.replace(/P?(\d+)$/i, 'P$1') : typed;
  const ending = selectFrom('cases').where('kind', '=', kind).where('number', 'like', `%-${tail}`);
  const others = count(db, ending.where('number', '<>', number));
  if (others === 0) return undefined;
  return {
    zh: `「${typed}」在本单位指 ${number}；另有 ${others} 件${zh}的编号也以此结尾，要办那些请写全编号`,
    en: `"${typed}" means ${number} in your own unit; the numbers of ${others} more end like it: write those in full`,
  };
}

/**
 * The case that a short number means to somebody of a unit: 12 is the twelfth of this year in the own unit, 2025-12 that of
 * 2025, and where the unit has none, the only one in the units below. Any other word is left to the search among all cases.
 */
export function ownNumber({ db, day, unit }: MeaningPlace, kind: CaseKind, noun: Noun, text: string): string {
  const [, year, serial] = SHORT.exec(text.trim()) ?? [];
  const tree = serial === undefined || unit === undefined ? undefined : loadTree(db, day);
  const top = [...(tree?.units.values() ?? [])].find(({ code }) => code === unit);
  if (!tree || !top) return text;
  const own = branch(tree, top).map(({ unit_id }) => unit_id);
  const query = selectFrom('cases').select(['number', 'year', 'unit_id']).where('kind', '=', kind);
  const all = rows(db, query.where('serial', '=', Number(serial)).where('unit_id', 'in', own).orderBy('number'));
  const found = year === undefined ? all : all.filter(row => row.year === Number(year));
  const wanted = Number(year ?? day.slice(0, 4));
  const exact = found.find(row => row.unit_id === top.unit_id && row.year === wanted);
  const meant = exact ? [exact] : found;
  if (meant.length > 1)
    throw severalCases(
      kind,
      text,
      noun,
      meant.map(({ number }) => number),
    );
  return meant[0]?.number ?? text;
}
