import { command } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { counted } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
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
  { zh: '导入登记的行数与台账相符', en: 'each import has as many visits and further diaries as it recorded' },
  `select i.id from import i where i.noun = 'visit' and i.undone_at is null
   and i.added <> (select count(*) from visit v where v.import_id = i.id)
     + (select count(*) from withdrawn_visit w where w.import_id = i.id)
     + (select count(*) from diary d where d.import_id = i.id and d.number > 1)`,
);

export const CHECKS: readonly Check[] = [
  integrity,
  references,
  replay,
  imports,
  ...AREA_RECORDS.flatMap(area => area.checks),
  resolutionBalance,
];

/** A check with many findings names this many; the summary counts them all. */
const MOST_NAMED = 20;

export const checkCommand = command({
  name: 'check',
  zh: '核对',
  summary: {
    zh: '核对整个台账，列出所有问题（有问题时退出码为 5）',
    en: 'verify the whole ledger and list all findings (exit 5 if any)',
  },
  example: 'check',
  access: 'read',
  params: {},
  run: ({ db, progress }) => {
    const results = CHECKS.map(check => {
      progress(check.title);
      return { check, found: check.find(db) };
    });
    progress({ zh: '', en: '' });
    const findings = results.flatMap(({ check, found }) =>
      found.slice(0, MOST_NAMED).map(record => ({ check: check.name, rule: check.title, record })),
    );
    const count = results.reduce((sum, { found }) => sum + found.length, 0);
    const summary =
      count === 0
        ? { zh: `核对 ${CHECKS.length} 项，全部通过`, en: `${CHECKS.length} checks passed` }
        : {
            zh: `核对 ${CHECKS.length} 项，发现 ${count} 处问题`,
            en: `${CHECKS.length} checks, ${counted(count, 'finding')}`,
          };
    return {
      view: {
        shape: 'table',
        columns: [
          column('check', '核对项', 'Check'),
          column('rule', '应当', 'What should hold'),
          column('record', '不符的记录', 'Record', 'code'),
        ],
        rows: findings,
        notes: [summary],
      },
      ...(count > 0 ? { exit: EXIT.rejected } : {}),
    };
  },
});
