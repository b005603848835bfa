import type { Problem } from '../intake/sheet.ts';
import { problem } from '../intake/sheet.ts';
import { shownBound } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { type Change, changesBetween } from '../ledger/events.ts';
import { type Decision, JUST_ADDED, type Register, type Standing } from './register.ts';

/**
 * Decides about rows one after the other: the same values as in the ledger are "already there", other values are
 * rejected unless `update` says that they are meant, new rows must pass the register's rules. Changes the book only.
 */
export function decideAll<R extends object, B>(
  register: Register<R, B>,
  book: B,
  rows: readonly R[],
  update: boolean,
): Decision<R>[] {
  const order = rows.map((_, index) => index);
  const { rank } = register;
  if (rank) order.sort((a, b) => rank(rows[a] as R) - rank(rows[b] as R) || a - b);
  const decisions: Decision<R>[] = [];
  for (const index of order) decisions[index] = decide(register, book, rows[index] as R, update);
  return decisions;
}

/** Decides about one row and enters it into the book. */
export function decide<R extends object, B>(register: Register<R, B>, book: B, given: R, update: boolean): Decision<R> {
  const row = register.complete?.(book, given) ?? given;
  const before = register.find(book, row);
  const decision = before ? againstStanding(register, book, row, before, update) : asNew(register, book, row);
  if (decision.verdict === 'add' || decision.verdict === 'change') register.accept(book, decision);
  return decision;
}

function asNew<R extends object, B>(register: Register<R, B>, book: B, row: R): Decision<R> {
  const problems = register.check(book, row, undefined);
  return problems.length > 0 ? { verdict: 'reject', problems } : { verdict: 'add', row };
}

function againstStanding<R extends object, B>(
  register: Register<R, B>,
  book: B,
  row: R,
  before: Standing<R>,
  update: boolean,
): Decision<R> {
  const changes = changesBetween(before.row, row as { [K in keyof R]?: R[K] });
  if (changes.length === 0) return { verdict: 'already', row };
  const fixed = changes.filter(change => (register.fixed as readonly string[]).includes(change.field));
  const refused = update && before.id !== JUST_ADDED ? fixed : changes;
  const problems: Problem[] = refused.map(change =>
    problem(change.field, change.new, conflictText(change, before.id === JUST_ADDED, update)),
  );
  if (problems.length > 0) return { verdict: 'reject', problems };
  const merged = { ...before.row, ...present(row) };
  const found = register.check(book, merged, before);
  if (found.length > 0) return { verdict: 'reject', problems: found };
  return { verdict: 'change', id: before.id, before: before.row, row: merged, changes };
}

function conflictText(change: Change, inFile: boolean, update: boolean): Text {
  const old = shownBound(String(change.old ?? '')) ?? '';
  if (inFile)
    return {
      zh: `与本文件前面同一记录的「${old}」不一致`,
      en: `contradicts an earlier row of this file, which has "${old}"`,
    };
  return update
    ? { zh: `台账里是「${old}」,登记后不能这样改`, en: `is "${old}" in the ledger, and that is fixed` }
    : { zh: `台账里是「${old}」(确要修改请加 --update)`, en: `is "${old}" in the ledger (add --update to change it)` };
}

function present<R extends object>(row: R): Partial<R> {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as Partial<R>;
}
