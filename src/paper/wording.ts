import type { Day } from '../kernel/day.ts';
import { yuan } from '../kernel/money.ts';

/** A day as papers have it: 2023年5月3日; empty where there is none. */
export function paperDay(day: Day | null | undefined): string {
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(day ?? '') ?? [];
  return year === undefined ? '' : `${year}年${Number(month)}月${Number(date)}日`;
}

/** An amount in yuan; empty where there is none. */
export function paperAmount(fen: number | null | undefined): string {
  return fen === null || fen === undefined ? '' : `${yuan(fen)}元`;
}

/** Names one after the other. */
export function paperNames(names: readonly (string | undefined)[]): string {
  return [...new Set(names.filter(name => name !== undefined && name !== ''))].join('、');
}

/** A login name is nobody's name on a paper: only what is written in Chinese characters is. */
export function paperOperator(operator: string | undefined): string {
  return operator !== undefined && /\p{Script=Han}/u.test(operator) ? operator : '';
}

/** A case number as papers have it: 〔2023〕西博荣村人调字第0001号. The series is the case's own, gap-free for each unit and year. */
export function documentNumber(number: string, unit: string | undefined, series: string): string {
  const [, year, serial] = /^\d+-(\d{4})-P?(\d+)$/.exec(number) ?? [];
  if (year === undefined || serial === undefined || unit === undefined) return '';
  return `〔${year}〕${unit}${series}第${serial.padStart(4, '0')}号`;
}

/** The paragraphs of a text. */
export function paperLines(text: string): { readonly line: string }[] {
  return text
    .split('\n')
    .filter(line => line.trim() !== '')
    .map(line => ({ line: line.trim() }));
}
