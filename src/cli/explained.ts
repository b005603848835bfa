import { Failure } from '../kernel/failure.ts';
import { fileFailure } from '../kernel/file-error.ts';
import { openToRead } from '../ledger/open.ts';
import { damageBehind, ledgerFailure, unsound } from '../ledger/problems.ts';
import type { Command, Program } from './command.ts';

/**
 * An error as a sentence. One that nobody foresaw is looked into where a ledger was open: whether its file is damaged, or
 * what it holds contradicts itself. Only a sound ledger leaves it a bug.
 */
export async function explained(
  error: unknown,
  path: string,
  access: Command['access'],
  program: Program,
): Promise<unknown> {
  const failure = fileFailure(error) ?? ledgerFailure(error, path);
  if (failure instanceof Failure || (access !== 'read' && access !== 'write')) return failure;
  const found = damageBehind(failure, path) ?? ((await isUnsound(path, program)) ? unsound(path) : undefined);
  // For --debug, which prints the stack: where it was noticed.
  if (found && error instanceof Error) found.stack = error.stack ?? '';
  return found ?? failure;
}

async function isUnsound(path: string, program: Program): Promise<boolean> {
  const contradicts = await program.contradiction();
  try {
    const db = openToRead(path);
    try {
      return contradicts(db);
    } finally {
      db.close();
    }
  } catch {
    return false;
  }
}
