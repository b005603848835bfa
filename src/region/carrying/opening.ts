import { closeSync, openSync, readSync } from 'node:fs';
import type { Context } from '../../cli/command.ts';
import { noSuchFile } from '../../cli/source.ts';
import { BUNDLE } from '../../exchange/bundle-file.ts';
import { firstLine } from '../../exchange/signed-file.ts';
import { Failure } from '../../kernel/failure.ts';
import type { CountySource } from '../loading/county-state.ts';
import { ledgerSource } from '../loading/ledger-source.ts';
import { FACTS_FILE } from './facts-file.ts';
import { fileSource } from './file-source.ts';
import { identityIn } from './identity-file.ts';

/** How an encrypted file is opened. */
export interface Keys {
  readonly identity: string | undefined;
}

/** Opens a county's ledger, or a file that was exported from one. Throws a Failure where it is neither. */
export async function openSource(context: Context, file: string, { identity }: Keys): Promise<CountySource> {
  const line = lineOf(file);
  if (FACTS_FILE.versions.test(line) || BUNDLE.versions.test(line)) return fileSource(file, () => identityIn(identity));
  await context.unlock(file);
  return ledgerSource(file, context.today);
}

/** How a file begins; a folder begins with nothing, and is no ledger either. */
function lineOf(file: string): string {
  const start = Buffer.alloc(64);
  try {
    const handle = openSync(file, 'r');
    try {
      readSync(handle, start);
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') return '';
    throw new Failure('not-found', noSuchFile(file), {
      zh: '请检查文件名和所在文件夹',
      en: 'Check its name and folder',
    });
  }
  return firstLine(start);
}
