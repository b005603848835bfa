import { identityOf } from '../../backups/store.ts';
import { officesOf, placeOfOffice } from '../../exchange/own.ts';
import type { Day } from '../../kernel/day.ts';
import { refuse } from '../../kernel/failure.ts';
import { ledgerKeys } from '../../ledger/evidence/ledger-keys.ts';
import { openToRead } from '../../ledger/open.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { factsOf } from '../facts/county.ts';
import type { CountySource, CountyState } from './county-state.ts';
import { hashOf, headOf } from './journal-store.ts';

/** The state of an open ledger, with its facts; everything is read in the transaction of whoever opened it. */
export function stateIn(db: Db, today: Day): CountyState & Pick<CountySource, 'rows'> {
  refuseOfficeBelow(db);
  const facts = factsOf(db, today);
  const { id, hash, at } = headOf(db);
  const [banner] = loadTree(db, today).children.get(null) ?? [];
  return {
    ...{ county: facts.county, name: banner?.name ?? '', origin: identityOf(db), signer: ledgerKeys(db).at(-1) ?? '' },
    ...{ entry: id, hash: hash ?? '', at, on: today },
    rows: fact => facts.rows(fact),
  };
}

/** Opens a ledger for its facts. Throws a Failure where it is missing (exit 3), cannot be read (exit 6), or is not a county's (exit 4). */
export function ledgerSource(path: string, today: Day): CountySource {
  const db = openToRead(path);
  try {
    // One moment, whoever writes meanwhile.
    db.prepare('begin').run();
    return {
      ...stateIn(db, today),
      isFile: false,
      open: async () => {},
      hasEntry: (entry, hash) => hashOf(db, entry) === hash,
      close: () => db.close(),
    };
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A township's or village's own ledger has only a part of the county. */
function refuseOfficeBelow(db: Db): void {
  const offices = officesOf(db);
  if (!offices.own) return;
  const { level, name } = placeOfOffice(offices, offices.own);
  if (level === 'banner') return;
  refuse({
    zh: `这是${name}的台账，不是旗县的`,
    en: `This is the ledger of ${name}, not the county’s`,
    hint: {
      zh: '请装载旗县的台账，其中有各乡镇交来的数据',
      en: 'Load the county’s ledger, which has what offices below sent',
    },
  });
}
