import { type Problem, problem } from '../intake/sheet.ts';
import { type Day, shownBound } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type Change, changesBetween, type Value } from '../ledger/events.ts';
import { type Decision, type Existing, JUST_ADDED, type Register } from './register.ts';

/** Whether other values may change an existing record, and from which day on. */
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
  policy: ChangePolicy,
): Decision<R>[] {
  const { rank } = register;
  const order = rows.map((row, index) => ({ row, index }));
  if (rank) order.sort((a, b) => rank(a.row) - rank(b.row) || a.index - b.index);
  const decisions: Decision<R>[] = [];
  for (const { row, index } of order) decisions[index] = decide(register, book, row, policy);
  return decisions;
}

export function decide<R extends object, B>(
  register: Register<R, B>,
  book: B,
  given: R,
  policy: ChangePolicy,
): Decision<R> {
  const row = register.complete?.(book, given) ?? given;
  const before = register.find(book, row, policy.on);
  const decision = before
    ? againstExisting(register, book, row, before, policy)
    : asNew(register, book, row, policy.on);
  if (decision.verdict === 'add' || decision.verdict === 'change') register.accept(book, decision, policy.on);
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
  const conflicts = changes.flatMap(change => conflictOf(register, change, before.id === JUST_ADDED, update));
  if (conflicts.length > 0) return { verdict: 'reject', problems: conflicts };
  const merged = { ...before.row, ...present(row) };
  const problems = register.check(book, merged, before, on);
  if (problems.length > 0) return { verdict: 'reject', problems };
  return { verdict: 'change', id: before.id, before: before.row, row: merged, changes };
}

/** Why a value that differs from the existing one is refused; personal data is not repeated. */
function conflictOf<R extends object, B>(
  register: Register<R, B>,
  change: Change,
  inFile: boolean,
  update: boolean,
): Problem[] {
  const has = (columns: readonly string[] = []) => columns.includes(change.field);
  const isImmutable = has(register.immutable);
  if (update && !inFile && !isImmutable) return [];
  const summary = inFile ? CONFLICT.inFile : isImmutable ? CONFLICT.immutable : CONFLICT.other;
  const old = has(register.personal) ? '***' : shown(change.old);
  const reason = {
    zh: `与${inFile ? '本文件前面' : '台账里'}的「${old}」不同（${summary.zh}）`,
    en: `is "${old}" in ${inFile ? 'an earlier row of this file' : 'the ledger'} (${summary.en})`,
  };
  return [{ ...problem(change.field, shown(change.new), reason), summary }];
}

/** A value as people see it: an unbounded day is empty. */
function shown(value: Value): string {
  return shownBound(String(value ?? '')) ?? '';
}

/** Why values that differ are refused; these are the words that a summary counts. */
const CONFLICT = {
  inFile: { zh: '同一文件里互相矛盾', en: 'the file contradicts an earlier row of this file' },
  immutable: { zh: '登记后不能修改', en: 'cannot be changed' },
  other: { zh: '确要修改请加 --update', en: 'add --update to change it' },
} as const satisfies Record<string, Text>;

/** A row without what it leaves out. */
export function present<R extends object>(row: R): Present<R> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Present<R>;
}

type Present<R> = { [K in keyof R]?: Exclude<R[K], undefined> };
