import { chmodSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Context } from '../cli/command.ts';
import { realTarget, unwritable } from '../cli/targets.ts';
import { placeOver, writeNew } from '../disk/file.ts';
import { syncPath } from '../disk/sync.ts';
import { discarded, unfinishedIn } from '../disk/unfinished.ts';
import { convertible } from '../ledger/encryption/convert.ts';
import type { FileKey } from '../ledger/encryption/page-rules.ts';
import { removeUsedUp } from '../ledger/exchange.ts';
import { ledgerFailure } from '../ledger/problems.ts';
import { verified } from '../ledger/verified.ts';
import { withLog } from './restore.ts';
import { writeDown } from './written-down.ts';

/**
 * Writes a ledger anew, encrypted with a key or not at all, verifies that and puts it in the place of the old one, while
 * nobody else has it open. Killed at any moment, the one or the other is whole. Throws a Failure of kind `ledger` (exit 6).
 */
export async function reencrypt(
  signed: Pick<Context, 'path' | 'at' | 'operator'>,
  command: string,
  key: FileKey | null,
): Promise<void> {
  const ledger = realTarget(signed.path);
  const unfinished = unfinishedIn(dirname(ledger));
  try {
    const source = convertible(ledger, key, true);
    try {
      writeNew(unfinished, []);
      source.copyInto(unfinished);
      chmodSync(unfinished, statSync(ledger).mode & 0o777);
      verified(unfinished, ledger);
      withLog(unfinished);
      await writeDown(unfinished, { at: signed.at, signedBy: () => signed.operator }, command, []);
      syncPath(unfinished);
      // Windows replaces no file that is open.
      if (process.platform === 'win32') source.close();
      removeUsedUp(ledger);
      placeOver(unfinished, ledger);
    } finally {
      source.close();
    }
  } catch (error) {
    discarded(unfinished);
    throw unwritable(ledgerFailure(error, ledger), ledger);
  }
}
