import { shownBound } from '../kernel/day.ts';
import { percent } from '../kernel/figures.ts';
import { grouped, yuan } from '../kernel/money.ts';
import type { Lang } from '../kernel/text.ts';
import type { Cell, Column } from '../kernel/view.ts';
import { timeIn } from '../kernel/zone.ts';
import type { Style } from './style.ts';

/** The value of a cell for machines: raw numbers, true and false, null for nothing. */
export function rawCell(cell: Cell, column: Column): string | number | boolean | null {
  if (cell === null || cell === undefined || cell === '') return cell === '' ? '' : null;
  if (typeof cell === 'object') return cell.en;
  if (column.kind === 'flag') return Boolean(cell);
  if (column.kind === 'day') return shownBound(String(cell));
  return cell;
}

/** The value of a cell for people, in their language; a rate is rounded down, so that 100.0% means all. */
export function shownCell(cell: Cell, column: Column, { lang, zone }: Style): string {
  if (cell !== null && typeof cell === 'object') return (column.reads?.(cell) ?? cell)[lang];
  const value = rawCell(cell, column);
  if (value === null) return '';
  if (column.reads) return column.reads(value)[lang];
  if (typeof value === 'boolean') return flagWord(value, lang);
  if (column.kind === 'yuan') return grouped(value as string);
  if (typeof value === 'string') return column.kind === 'instant' ? timeIn(zone, value) : value;
  if (column.kind === 'rate') return percent(value);
  if (column.kind === 'money') return grouped(yuan(value));
  return column.kind === 'integer' ? grouped(value) : String(value);
}

/**
 * The value of a cell in a CSV file: as for people, but numbers stay numbers and rates fractions. Money is in yuan under a
 * Chinese title, which says so, and in fen under its key, which says that.
 */
export function fileCell(cell: Cell, column: Column, { lang, zone }: Style): string {
  if (cell !== null && typeof cell === 'object') return cell[lang];
  const value = rawCell(cell, column);
  if (value === null) return '';
  if (typeof value === 'number' && column.kind === 'money' && lang === 'zh') return yuan(value);
  if (column.kind === 'instant') return timeIn(zone, String(value));
  return typeof value === 'boolean' ? flagWord(value, lang) : String(value);
}

/** Yes and no in the words of a language. */
export function flagWord(value: boolean, lang: Lang): string {
  if (lang === 'zh') return value ? '是' : '否';
  return value ? 'yes' : 'no';
}
