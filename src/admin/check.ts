import { command } from '../cli/command.ts';
import { EXIT } from '../cli/exit.ts';
import { counted } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import { CHECKS } from './checks.ts';

/** A check that finds a great deal names this many and counts the rest. */
const MOST_NAMED = 20;

export const check = command({
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
    const results = CHECKS.map(one => {
      progress(one.title);
      return { one, found: one.find(db) };
    });
    progress({ zh: '', en: '' });
    const findings = results.flatMap(({ one, found }) =>
      found.slice(0, MOST_NAMED).map(record => ({ check: one.name, rule: one.title, record })),
    );
    const count = results.reduce((sum, { found }) => sum + found.length, 0);
    const summary =
      count === 0
        ? { zh: `核对 ${CHECKS.length} 项，没有问题`, en: `${CHECKS.length} checks, nothing found` }
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
          column('record', '不符的记录', 'Record'),
        ],
        rows: findings,
        notes: [summary],
      },
      ...(count > 0 ? { exit: EXIT.rejected } : {}),
    };
  },
});
