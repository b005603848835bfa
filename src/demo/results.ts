import type { Context } from '../cli/command.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { lines, type View } from '../kernel/view.ts';
import { typed } from '../ledger/kysely.ts';
import { openLedger } from '../ledger/open.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { widthOf } from '../output/width.ts';
import { coverage } from '../reports/coverage.ts';
import { CAMPAIGN } from './calendar.ts';

const NEXT: readonly (readonly [words: string, what: Text])[] = [
  ['report missed --month 2023-06 --limit 10', { zh: '六月份没有走访的户', en: 'households missed in June' }],
  ['report coverage --by pair --unit 150722100200', { zh: '一个村各结对的覆盖', en: 'one village, pair by pair' }],
  ['household unassigned', { zh: '还没有人包的户', en: 'households nobody looks after' }],
  ['unit tree', { zh: '旗、乡镇、村三级机构', en: 'banner, townships, villages' }],
  ['check', { zh: '核对整个台账', en: 'verify the whole ledger' }],
];

/** How the result was asked for. */
interface Showing {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
}

/**
 * The coverage of the campaign, township by township, and what to try next: under the table on a terminal, on stderr
 * where the result is a file or is read by another program.
 */
export async function showCoverage(context: Context, ledger: string, showing: Showing): Promise<View> {
  const table = await coverageOf(context, ledger);
  const next = nextSteps(ledger);
  if (showing.output === undefined && (showing.format ?? 'table') === 'table')
    return { shape: 'pages', pages: [table, lines({}, ...next)] };
  for (const line of next) context.remark(line);
  return table;
}

async function coverageOf(context: Context, ledger: string): Promise<View> {
  const handle = openLedger(ledger);
  try {
    const { view } = await coverage.run(reading(context, handle, ledger), { by: 'township', ...CAMPAIGN });
    return view.shape === 'table' ? { ...view, rows: [...view.rows] } : view;
  } finally {
    handle.close();
  }
}

/** The demo's context with its ledger open, as the runner would give it to a command that reads. */
function reading(context: Context, handle: Sqlite, path: string): Context {
  const { today, lang, operator, at, dryRun, reveal, stdin, act, progress, remark, details, commandNames, again } =
    context;
  const db = typed(handle);
  return {
    db,
    handle,
    path,
    today,
    lang,
    operator,
    at,
    dryRun,
    reveal,
    stdin,
    act,
    progress,
    remark,
    details,
    commandNames,
    again,
  };
}

function nextSteps(ledger: string): Text[] {
  const named = /^[\w./-]+$/.test(ledger) ? ledger : `"${ledger}"`;
  return [
    { zh: '接下来可以试试：', en: 'What to try next:' },
    ...NEXT.map(([words, { zh, en }]) => {
      const line = `node bin/tiaochu.js ${words} --ledger ${named}`;
      return { zh: `  ${padded(zh, 'zh')}  ${line}`, en: `  ${padded(en, 'en')}  ${line}` };
    }),
  ];
}

function padded(text: string, lang: Lang): string {
  const widest = Math.max(...NEXT.map(([, name]) => widthOf(name[lang])));
  return text + ' '.repeat(widest - widthOf(text));
}
