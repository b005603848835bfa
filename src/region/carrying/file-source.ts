import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { recordsIn } from '../../exchange/unpacking.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { FACTS_VERSION } from '../database/fact-columns.ts';
import type { CountySource } from '../loading/county-state.ts';
import { openedFacts } from './facts-file.ts';
import { carriedRows, carriesEntry, FACTS_FILE_TABLES } from './facts-store.ts';

/**
 * A county's file as a source of facts. Every byte is verified before anything of it is used; it is unpacked once its signer
 * is trusted. `identity` gives the secret key that it may be encrypted for.
 */
export function fileSource(path: string, identity: () => string): CountySource {
  const name = basename(path);
  const { header, payload } = openedFacts(readFileSync(path), name);
  if (header.facts !== FACTS_VERSION) throw otherFacts(name);
  let unpacked: { readonly db: Db | undefined; discard(): void } | undefined;
  const db = () => unpacked?.db ?? unread();
  return {
    ...header,
    isFile: true,
    open: async () => {
      unpacked = await recordsIn({ header, payload, folder: '', identity, isSecret: true, tables: FACTS_FILE_TABLES });
      if (!unpacked.db) throw noFacts(name);
    },
    hasEntry: (entry, hash) => carriesEntry(db(), entry, hash),
    rows: fact => carriedRows(db(), fact),
    close: () => unpacked?.discard(),
  };
}

function unread(): never {
  throw new Error('the file was not unpacked');
}

const otherFacts = (name: string) =>
  new Failure(
    'ledger',
    { zh: `${name} 是另一个版本的程序导出的`, en: `${name} was exported by another version of the program` },
    { zh: '旗县和汇总须用同一个版本', en: 'County and region need the same version' },
  );

const noFacts = (name: string) =>
  new Failure(
    'rejected',
    { zh: `${name} 中没有可读的数据，未装载`, en: `There are no readable facts in ${name}; nothing was loaded` },
    { zh: '请旗县重新导出', en: 'Ask the county to export it again' },
  );
