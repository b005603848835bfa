import { type Segment, segmentsOf } from '../support/scan.ts';

/** One change of one file that a good test should notice. */
export interface Mutation {
  readonly file: string;
  readonly at: number;
  readonly line: number;
  readonly before: string;
  readonly after: string;
}

type Change = readonly [before: string, after: string];

/** Comparisons shift by one or turn round, and connectives are swapped. The formatter puts blanks around all of them. */
const IN_CODE: readonly Change[] = [
  [' < ', ' <= '],
  [' <= ', ' < '],
  [' > ', ' >= '],
  [' >= ', ' > '],
  [' === ', ' !== '],
  [' !== ', ' === '],
  [' && ', ' || '],
  [' || ', ' && '],
  ['.some(', '.every('],
  ['.every(', '.some('],
  ['Math.max(', 'Math.min('],
  ['Math.min(', 'Math.max('],
];
const IN_SQL: readonly Change[] = [
  [' < ', ' <= '],
  [' <= ', ' < '],
  [' > ', ' >= '],
  [' >= ', ' > '],
  [' = ', ' <> '],
  [' <> ', ' = '],
  [' and ', ' or '],
  [' or ', ' and '],
  ['is null', 'is not null'],
  ['is not null', 'is null'],
  ['max(', 'min('],
  ['min(', 'max('],
];
/** A string that is nothing but an operator is the second argument of a `where`. */
const OPERATORS: Readonly<Record<string, string>> = {
  '<': '<=',
  '<=': '<',
  '>': '>=',
  '>=': '>',
  '=': '!=',
  '!=': '=',
  is: 'is not',
  'is not': 'is',
  in: 'not in',
  'not in': 'in',
};
/** Whole statements, and parts of them that begin with a keyword and compare something; no sentences. */
const SQL =
  /\bselect\b[\s\S]*\bfrom\b|^\s*\)?\s*(where|and|or|on|when|case|join|left join)\b[\s\S]*([=<>]|\bis (not )?null\b)/;

export function mutationsOf(file: string, text: string): Mutation[] {
  return segmentsOf(text)
    .flatMap(segment =>
      changesIn(segment).map(({ index, before, after }) => ({ at: segment.at + index, before, after })),
    )
    .map(change => ({ file, line: text.slice(0, change.at + 1).split('\n').length, ...change }));
}

function changesIn({ kind, text }: Segment): { index: number; before: string; after: string }[] {
  if (kind === 'code') return found(text, IN_CODE);
  if (kind !== 'string') return [];
  const operator = OPERATORS[text];
  if (operator) return [{ index: 0, before: text, after: operator }];
  return SQL.test(text) && !/\p{Script=Han}/u.test(text) ? found(text, IN_SQL) : [];
}

function found(text: string, changes: readonly Change[]) {
  return changes.flatMap(([before, after]) =>
    [...text.matchAll(new RegExp(escaped(before), 'g'))]
      .filter(({ index }) => !/\w$/.test(text.slice(0, index)) || !/^\w/.test(before))
      .map(({ index }) => ({ index, before, after })),
  );
}

const escaped = (text: string) => text.replaceAll(/[.|()]/g, '\\$&');
