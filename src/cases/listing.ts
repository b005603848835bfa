import { type Command, command } from '../cli/command.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { CaseKind } from './case.ts';
import type { CodeRow } from './codes.ts';
import { caseFilter, type Looking, looksFor } from './list-filter.ts';
import { knownHousehold } from './party-store.ts';

/** What every list of cases has of each. Units are ids of `unit`. */
interface Listed {
  readonly holder_id: number;
  readonly offered_id: number | null;
  /** The earliest deadline that is still running. */
  readonly due_on: Day | null;
  /** The day after which one is overdue. */
  readonly late_after: Day | null;
}

/** Whether a case belongs to some units: they hold it, or it is offered to them. */
export function isAmong({ holder_id, offered_id }: Listed, units: ReadonlySet<number> | undefined): boolean {
  return !units || units.has(holder_id) || (offered_id !== null && units.has(offered_id));
}

export function isOverdue({ late_after }: Listed, today: Day): boolean {
  return late_after !== null && late_after < today;
}

/** Whether a row of a list says that its case is overdue. */
export const isMarkedOverdue = ({ overdue }: Row): boolean => overdue === true;

/** The columns `holder`, `offered_to` and `overdue` of a listed case. */
export function placeCells(listed: Listed, tree: UnitTree, today: Day) {
  const { holder_id, offered_id } = listed;
  return {
    holder: tree.units.get(holder_id)?.name,
    offered_to: offered_id === null ? null : tree.units.get(offered_id)?.name,
    overdue: isOverdue(listed, today),
  };
}

/** The note under a list of so many cases; what is looked for may have ended. */
export function listNote(count: number, withEnded: boolean): Text {
  return {
    zh: `共 ${count} 件${withEnded ? '，含已了结的' : ''}；机构按持有单位和被移交单位；最近期限是尚未完成的期限中最早的`,
    en: `${count} in all${withEnded ? ', ended ones too' : ''}. A unit’s cases are those it holds and those offered to it; Due is the earliest deadline that is still running.`,
  };
}

/** What a list of cases is asked for; the kinds have options of their own besides. */
interface Asked extends Looking {
  readonly all: boolean;
  readonly status?: string | undefined;
}

/**
 * Which cases a list has: open ones, unless a status or all are asked for; where certain cases are looked for, by words, a
 * party, a household or the time of registration, every valid one. A household that is not known is refused.
 */
export function wantedCases<S extends string>(
  db: Db,
  today: Day,
  input: Asked & { readonly status?: S | undefined },
  { all, valid, open }: { readonly all: readonly S[]; readonly valid: readonly S[]; readonly open: readonly S[] },
) {
  const filter = caseFilter(input, today);
  if (filter.household !== undefined) knownHousehold(db, filter.household);
  const looked = looksFor(filter);
  const statuses = input.status ? [input.status] : input.all ? all : looked ? valid : open;
  return { filter, statuses, withEnded: looked && !input.status };
}

/** `<noun> categories` and the like: a list of codes with both names. */
export function codesCommand(
  kind: CaseKind,
  name: string,
  zh: string,
  summary: Text,
  rowsOf: (db: Db) => readonly CodeRow[],
): Command {
  return command({
    name,
    zh,
    summary,
    example: `${kind} ${name}`,
    access: 'read',
    params: {},
    run: ({ db }) => ({
      view: { shape: 'table', columns: CODE_COLUMNS, rows: rowsOf(db).map(row => ({ ...row })) },
    }),
  });
}

const CODE_COLUMNS = [
  column('code', '代码', 'Code', 'code'),
  column('name_zh', '中文名', 'Chinese name'),
  column('name_en', '英文名', 'English name'),
] as const;
