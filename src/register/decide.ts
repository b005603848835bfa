import { type Problem, problem } from '../intake/sheet.ts';
import { type Day, shownBound } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type Change, changesBetween, type Value } from '../ledger/events.ts';
import { type Decision, type Existing, JUST_ADDED, type Register } from './register.ts';

/** Whether other values may change what stands, and from which day on. */
export interface ChangePolicy {
  readonly update: boolean;
  readonly on: Day;
}

/**
 * Decides about rows one after the other: the same values as in the ledger are "already there", other values are
 * rejected unless `update` says that they are meant, new rows must pass the register's rules. Changes the book only.
 */
export function decideAll<R extends object, B>(
  register: Register<R, B>,
  book: B,
  rows: readonly R[],
  wish: ChangePolicy,
): Decision<R>[] {
  const order = rows.map((_, index) => index);
  const { rank } = register;
  if (rank) order.sort((a, b) => rank(rows[a] as R) - rank(rows[b] as R) || a - b);
  const decisions: Decision<R>[] = [];
  for (const index of order) decisions[index] = decide(register, book, rows[index] as R, wish);
  return decisions;
}

/** Decides about one row and enters it into the book. */
export function decide<R extends object, B>(
  register: Register<R, B>,
  book: B,
  given: R,
  wish: ChangePolicy,
): Decision<R> {
  const row = register.complete?.(book, given) ?? given;
  const before = register.find(book, row, wish.on);
  const decision = before ? againstExisting(register, book, row, before, wish) : asNew(register, book, row, wish.on);
  if (decision.verdict === 'add' || decision.verdict === 'change') register.accept(book, decision, wish.on);
  return decision;
}

function asNew<R extends object, B>(register: Register<R, B>, book: B, row: R, on: Day): Decision<R> {
  const problems = register.check(book, row, undefined, on);
  return problems.length > 0 ? { verdict: 'reject', problems } : { verdict: 'add', row };
}

function againstExisting<R extends object, B>(
  register: Register<R, B>,
  book: B,
  row: R,
  before: Existing<R>,
  { update, on }: ChangePolicy,
): Decision<R> {
  const changes = changesBetween(before.row, row as { [K in keyof R]?: R[K] });
  if (changes.length === 0) return { verdict: 'already', row };
  const inFile = before.id === JUST_ADDED;
  const isFixed = (change: Change) => (register.immutable as readonly string[]).includes(change.field);
  const refused = update && !inFile ? changes.filter(isFixed) : changes;
  const problems: Problem[] = refused.map(change => {
    const summary = inFile ? CONFLICT.inFile : isFixed(change) ? CONFLICT.fixed : CONFLICT.other;
    const isPersonal = (register.personal as readonly string[] | undefined)?.includes(change.field);
    const old = isPersonal ? '***' : shown(change.old);
    const standing = {
      zh: `与${inFile ? '本文件前面' : '台账里'}的「${old}」不同`,
      en: `is "${old}" in ${inFile ? 'an earlier row of this file' : 'the ledger'}`,
    };
    const reason = { zh: `${standing.zh}（${summary.zh}）`, en: `${standing.en} (${summary.en})` };
    return { ...problem(change.field, shown(change.new), reason), summary };
  });
  if (problems.length > 0) return { verdict: 'reject', problems };
  const merged = { ...before.row, ...present(row) };
  const found = register.check(book, merged, before, on);
  if (found.length > 0) return { verdict: 'reject', problems: found };
  return { verdict: 'change', id: before.id, before: before.row, row: merged, changes };
}

/** A value as people see it: an unbounded day is empty. */
function shown(value: Value): string {
  return shownBound(String(value ?? '')) ?? '';
}

/** Why values that differ are refused; these are the words that a summary counts. */
const CONFLICT = {
  inFile: { zh: '同一文件里互相矛盾', en: 'the file contradicts an earlier row of this file' },
  fixed: { zh: '登记后不能这样改', en: 'and that is fixed' },
  other: { zh: '确要修改请加 --update', en: 'add --update to change it' },
} as const satisfies Record<string, Text>;

function present<R extends object>(row: R): Partial<R> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<R>;
}
