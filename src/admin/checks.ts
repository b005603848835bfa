import { command } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { flag } from '../cli/param.ts';
import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Check, queryCheck } from '../register/check.ts';
import { resolutionBalance } from '../reports/resolution/balance.ts';
import { adviceFor } from './check-advice.ts';
import { EVIDENCE_CHECKS } from './evidence-checks.ts';
import { looseReferences } from './loose-references.ts';
import { AREA_RECORDS } from './records.ts';
import { isRecovered } from './recovered.ts';
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
  find: looseReferences,
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
  ...EVIDENCE_CHECKS,
  replay,
  imports,
  ...AREA_RECORDS.flatMap(area => area.checks),
  resolutionBalance,
];

/** What takes long: everything that follows from other rows is made anew. */
export const DEEP_CHECKS: readonly Check[] = AREA_RECORDS.flatMap(({ deepChecks = [] }) => deepChecks);

/** What a check finds; one that stumbles over what is broken says so, and the others go on. */
function foundBy({ find }: Check, db: Db): string[] {
  try {
    return find(db);
  } catch (error) {
    if (error instanceof Failure || String((error as { code?: unknown }).code).startsWith('SQLITE_')) throw error;
    return [`? ${(error as Error).message}`];
  }
}

/** A check with many findings names this many; the summary counts them all. */
const MOST_NAMED = 20;

function summaryOf(checks: number, found: number): Text {
  if (found === 0) return { zh: `核对 ${checks} 项，全部通过`, en: `${checks} checks passed` };
  return { zh: `核对 ${checks} 项，发现 ${found} 处问题`, en: `${checks} checks, ${counted(found, 'finding')}` };
}

export const checkCommand = command({
  name: 'check',
  zh: '核对',
  summary: {
    zh: '核对整个台账，列出所有问题（有问题时退出码为 5）',
    en: 'verify the whole ledger and list all findings (exit 5 if any)',
  },
  example: 'check',
  access: 'read',
  takesLong: true,
  params: {
    deep: flag('--deep', {
      zh: '另将每件案件按办理经过从头重做一遍，逐项比对移交、时限、协议、任务等（较慢）',
      en: 'also live every case again from its moves and compare offers, deadlines, agreements, tasks (slower)',
    }),
  },
  run: ({ db, progress }, { deep }) => {
    const checks = deep ? [...CHECKS, ...DEEP_CHECKS] : CHECKS;
    const results = checks.map((check, done) => {
      progress({ what: check.title, done, total: checks.length, unit: { zh: '项', en: 'checks' } });
      return { check, found: foundBy(check, db) };
    });
    const findings = results.flatMap(({ check, found }) =>
      found.slice(0, MOST_NAMED).map(record => ({ check: check.name, rule: check.title, record })),
    );
    const names = results.filter(({ found }) => found.length > 0).map(({ check }) => check.name);
    const count = results.reduce((sum, { found }) => sum + found.length, 0);
    return {
      view: {
        shape: 'table',
        columns: [
          column('check', '核对项', 'Check'),
          column('rule', '应当', 'What should hold'),
          column('record', '不符的记录', 'Record', 'code'),
        ],
        rows: findings,
        notes: [summaryOf(checks.length, count), ...adviceFor(names, isRecovered(db))],
      },
      ...(count > 0 ? { exit: EXIT.rejected } : {}),
    };
  },
});
