import { isPurged, PURGED } from '../kernel/purged.ts';

/** Short texts leave a short one, so that what counts long ones counts as before. */
const SHORT = 6;

/** Details of acts that are no personal data: closed words, days, numbers, codes, and who acted for the office. */
const KEPT = new Set([
  ...['mediator', 'recorder', 'investigator', 'leader', 'by', 'approver', 'attendees', 'agent', 'department', 'organ'],
  ...['outcome', 'held', 'hours', 'form', 'extent', 'satisfaction', 'grade', 'kind', 'how', 'number', 'to', 'with'],
  ...['into', 'intoStatus', 'intoGrade', 'as', 'tier', 'offer', 'dispute', 'code', 'status', 'class', 'old_number'],
  ...['from', 'until', 'due', 'day', 'category', 'source', 'channel', 'risk', 'ending'],
]);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** How one purge takes words away. */
export interface Purge {
  /** Equal texts leave equal tokens, so that figures stay: the number of the text, which says nothing of it. */
  token(text: string): string;
  /** The details of an act, with tokens in the place of what was written. */
  details(json: string): string;
  /** The number with which the next purge begins, so that its tokens are others. */
  next(): number;
}

export function purge(first: number): Purge {
  const numbers = new Map<string, number>();
  const tag = (text: string) => {
    const number = numbers.get(text) ?? first + numbers.size;
    numbers.set(text, number);
    return number.toString(36);
  };
  const token = (text: string) => {
    if (text === '' || isPurged(text)) return text;
    return [...text.trim()].length < SHORT ? `清${tag(text)}` : `${PURGED}${tag(text)}〕`;
  };
  const said = (value: unknown, name: string): unknown => {
    if (Array.isArray(value)) return value.map(each => said(each, name));
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(Object.entries(value).map(([inner, each]) => [inner, said(each, inner)]));
    return typeof value !== 'string' || KEPT.has(name) || DAY.test(value) ? value : token(value);
  };
  return { token, details: json => JSON.stringify(said(JSON.parse(json), '')), next: () => first + numbers.size };
}
