import { type Check, queryCheck } from '../register/check.ts';
import { resolutionBalance } from '../reports/resolution/balance.ts';
import { AREA_RECORDS } from './records.ts';
import { replay } from './replay-check.ts';

const integrity: Check = {
  name: 'integrity',
  title: { zh: 'SQLite 文件完好', en: 'the SQLite file is intact' },
  find: db =>
    (db.pragma('integrity_check') as { integrity_check: string }[]).map(r => r.integrity_check).filter(r => r !== 'ok'),
};

const references: Check = {
  name: 'references',
  title: { zh: '引用关系完整', en: 'every reference points to an existing row' },
  find: db => (db.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(r => `${r.table} ${r.rowid}`),
};

const imports = queryCheck(
  'imports',
  { zh: '导入登记的行数与台账相符', en: 'each import has as many visits as it recorded' },
  `select i.id from import i where i.noun = 'visit' and i.undone_at is null
   and i.added <> (select count(*) from visit v where v.import_id = i.id)`,
);

export const CHECKS: readonly Check[] = [
  integrity,
  references,
  replay,
  imports,
  ...AREA_RECORDS.flatMap(area => area.checks),
  resolutionBalance,
];
