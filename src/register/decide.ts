import type { Field } from '../intake/field.ts';
import { type Problem, problem, shownText } from '../intake/sheet.ts';
import { cleanedName } from '../kernel/clean.ts';
import type { Day } from '../kernel/day.ts';
import { differenceOf } from '../kernel/difference.ts';
import { hiddenIn, isPersonal } from '../kernel/hiding.ts';
import { onlyGiven } from '../kernel/only-given.ts';
import type { Text } from '../kernel/text.ts';
import { type Change, changesBetween, type Value } from '../ledger/events.ts';
import { type AnyRow, type Decision, type Existing, JUST_ADDED, NOT_KEPT, type Register } from './register.ts';

/** Whether other values may change an existing record, and from which day on. */
interface ChangePolicy {
  readonly update: boolean;
  readonly on: Day;
}

/**
 * Decides about one row after the other: the same values as in the ledger are "already there", other values are
 * rejected unless `update` says that they are meant, new rows must pass the register's rules. Changes the book only.
 */
export function decide(register: Register, book: unknown, given: AnyRow, policy: ChangePolicy): Decision {
  const row = register.complete?.(book, given) ?? given;
  const before = register.find(book, row, policy.on);
  const decision = before
    ? againstExisting(register, book, row, before, policy)
    : asNew(register, book, row, policy.on);
  if (decision.verdict === 'add' || decision.verdict === 'change') register.accept(book, decision, policy.on);
  return decision;
}

function asNew(register: Register, book: unknown, row: AnyRow, on: Day): Decision {
  const problems = register.check(book, row, undefined, on);
  return problems.length > 0 ? { verdict: 'reject', problems } : { verdict: 'add', row };
}

function againstExisting(
  register: Register,
  book: unknown,
  given: AnyRow,
  before: Existing,
  { update, on }: ChangePolicy,
): Decision {
  const changes = changesBetween(before.row, given).filter(change => !isSameName(register, change, update));
  if (changes.length === 0) return { verdict: 'already', row: given };
  const conflicts = changes.flatMap(change => conflictOf(register, change, before.id === JUST_ADDED, update));
  if (conflicts.length > 0) return { verdict: 'reject', problems: conflicts };
  const changed = new Set(changes.map(({ field }) => field));
  const row = {
    ...before.row,
    ...onlyGiven(Object.fromEntries(Object.entries(given).filter(([key]) => changed.has(key)))),
  };
  const problems = register.check(book, row, before, on);
  if (problems.length > 0) return { verdict: 'reject', problems };
  return { verdict: 'change', id: before.id, before: before.row, row, changes };
}

/**
 * The same person is the same person, with whatever spaces and interpunct the name is written; only who says that other
 * values are meant replaces a name by its clean form.
 */
function isSameName({ sheet }: Register, { field, old, new: wanted }: Change, update: boolean): boolean {
  if (sheet[field]?.kind !== 'name') return false;
  const clean = cleanedName(String(wanted ?? ''));
  return cleanedName(String(old ?? '')) === clean && !(update && wanted === clean);
}

/** Why a value that differs from the existing one is refused: of personal data what differs, of others what is there. */
function conflictOf(
  { sheet, immutable, personal = [] }: Register,
  { field, old, new: wanted }: Change,
  inFile: boolean,
  update: boolean,
): Problem[] {
  const isImmutable = immutable.includes(field);
  if (update && !inFile && !isImmutable) return [];
  const summary = inFile ? CONFLICT.inFile : isImmutable ? CONFLICT.immutable : CONFLICT.other;
  const hides = personal.includes(field) || isPersonal(sheet[field]?.kind);
  const differs =
    hides || old === NOT_KEPT ? differing(old, wanted, inFile) : besides(wordOf(sheet[field], old), inFile);
  const reason = { zh: `${differs.zh}（${summary.zh}）`, en: `${differs.en} (${summary.en})` };
  return [{ ...problem(field, wanted, reason), summary }];
}

function differing(old: Value, wanted: Value, inFile: boolean): Text {
  if (old === NOT_KEPT) return { zh: '与当初导入的不同', en: 'is not what was imported' };
  const { zh, en } = differenceOf(shownText(old), shownText(wanted));
  return {
    zh: `与${inFile ? '本文件前面' : '台账里'}的不同：${zh}`,
    en: `is not the same in ${inFile ? 'an earlier row of this file' : 'the ledger'}: ${en}`,
  };
}

/** A value as people read it: the word of a closed list, else what its cell holds. */
function wordOf(field: Field<unknown> | undefined, value: Value): Text {
  const text = shownText(value);
  return { zh: hiddenIn(field?.words?.[text]?.zh ?? text), en: hiddenIn(text) };
}

function besides({ zh, en }: Text, inFile: boolean): Text {
  return {
    zh: `与${inFile ? '本文件前面' : '台账里'}的「${zh}」不同`,
    en: `is "${en}" in ${inFile ? 'an earlier row of this file' : 'the ledger'}`,
  };
}

/** Why values that differ are refused; these are the words that a summary counts. */
const CONFLICT = {
  inFile: { zh: '同一文件里互相矛盾', en: 'the file contradicts an earlier row of this file' },
  immutable: { zh: '登记后不能修改', en: 'cannot be changed' },
  other: { zh: '确要修改请加 --update', en: 'add --update to change it' },
} as const satisfies Record<string, Text>;
