import { existsSync } from 'node:fs';
import type { Context } from '../cli/command.ts';
import type { Text } from '../kernel/text.ts';
import { openLedger } from '../ledger/open.ts';
import { connect, type Db } from '../ledger/sqlite.ts';
import { hasOperators } from './store.ts';

/** Who does with a ledger's file what only an administrator may do: the name that signs. Throws a Forbidden. */
export async function custodian(context: Context): Promise<string> {
  // Of this version, and whole.
  const db = openLedger(context.path);
  try {
    return (await context.admit(db)) ?? context.operator;
  } finally {
    db.close();
  }
}

/** Whether it is known who may replace a ledger: one that is too damaged to say who its operators are is no obstacle to that. */
export interface Custody {
  /** The operator who may; undefined where there are none, or where nobody knows. */
  readonly operator: string | undefined;
  readonly isChecked: boolean;
}

/** Who may put another in the place of a ledger; throws a Forbidden. */
export async function replacer(context: Context): Promise<Custody> {
  if (!existsSync(context.path)) return { operator: undefined, isChecked: true };
  const db = readable(context.path);
  if (!db) return { operator: undefined, isChecked: false };
  try {
    return { operator: hasOperators(db) ? await context.admit(db) : undefined, isChecked: true };
  } finally {
    db.close();
  }
}

function readable(path: string): Db | undefined {
  let db: Db | undefined;
  try {
    db = connect(path);
    hasOperators(db);
    return db;
  } catch (error) {
    db?.close();
    // Another program has it alone: it is whole, and nobody may replace it now.
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error;
    return undefined;
  }
}

/** Said where nobody could be asked whether he may. */
export const NOBODY_ASKED: Text = {
  zh: '台账损坏，读不出操作员：没有核对执行人有无权限',
  en: 'The ledger is too damaged to say who its operators are: nobody’s right to do this was checked',
};

/**
 * Whose name stands in the journal of a ledger that was put into a file: of whoever was admitted; in a ledger with operators
 * nobody signs with a name that he has not proven.
 */
export function signer(db: Db, admitted: string | undefined, { operator, claimed }: Context): string {
  return admitted ?? (hasOperators(db) ? claimed.systemUser : operator);
}
