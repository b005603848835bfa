import type { Context } from '../cli/command.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { lines, type View } from '../kernel/view.ts';
import { openLedger } from '../ledger/open.ts';
import { widthOf } from '../output/width.ts';
import { coverage } from '../reports/coverage/command.ts';
import { missed } from '../reports/missed.ts';
import { petitions } from '../reports/petitions/command.ts';
import { resolution } from '../reports/resolution/command.ts';
import { CAMPAIGN } from './calendar.ts';
import { FIRST_VILLAGE } from './divisions.ts';

/** Registered by the village of the examples, at every scale, and offered to its township. */
export const WAITING = `${FIRST_VILLAGE}-2023-4`;

/** Lodged with the village of the examples in August, accepted, and without a reply since. */
export const OVERDUE = `${FIRST_VILLAGE}-2023-P1`;

const NEXT: readonly (readonly [words: string, what: Text])[] = [
  ['report missed --month 2023-06 --limit 10', { zh: '六月份没有走访的户', en: 'households missed in June' }],
  ['report coverage --by pair --unit 150722100200', { zh: '一个村各结对的覆盖', en: 'one village, pair by pair' }],
  ['household unassigned', { zh: '未落实包户干部的户', en: 'households without an assignment' }],
  [
    `report resolution --by tier --from ${CAMPAIGN.from} --to ${CAMPAIGN.to}`,
    { zh: '纠纷在三级的化解', en: 'disputes in the three tiers' },
  ],
  ['dispute list --overdue', { zh: '逾期的纠纷', en: 'disputes that are overdue' }],
  [
    `dispute show ${WAITING}`,
    { zh: '一件乡镇尚未答复移交的纠纷', en: 'a dispute offered to a township that has not answered' },
  ],
  ['todo --unit 150722100 --days 14', { zh: '一个镇的待办', en: 'the to-do list of a township' }],
  [`petition show ${OVERDUE}`, { zh: '一件逾期没有答复的信访', en: 'a petition whose reply is overdue' }],
  [`report headline --from ${CAMPAIGN.from} --to ${CAMPAIGN.to}`, { zh: '一页总览', en: 'the headline figures' }],
  ['report workload --busy', { zh: '有在办信访的代办员', en: 'petition agents who have petitions' }],
  ['unit tree', { zh: '旗、乡镇、村三级机构', en: 'banner, townships, villages' }],
  ['check', { zh: '核对整个台账', en: 'verify the whole ledger' }],
];

/** How many of the missed households are shown. */
const SHOWN = 5;

/** The format and file that the user asked for. */
interface Showing {
  readonly format?: string | undefined;
  readonly output?: string | undefined;
}

/**
 * The coverage of the campaign, the households missed last, the disputes, the petitions, and what to try next: under the
 * tables on a terminal. Where the result is a file or is read by another program, it is the coverage alone and the rest
 * is on stderr.
 */
export async function showResults(context: Context, ledger: string, showing: Showing): Promise<View> {
  const tables = await tablesOf(context, ledger);
  const next = nextSteps(ledger);
  if (showing.output === undefined && (showing.format ?? 'table') === 'table')
    return { shape: 'pages', pages: [...tables, lines({}, ...next)] };
  for (const line of next) context.remark(line);
  return tables[0];
}

/** The main tables: who was visited in the campaign, the first of those missed in its last month, the cases. */
async function tablesOf(context: Context, ledger: string): Promise<readonly [View, ...View[]]> {
  const db = openLedger(ledger);
  try {
    // The demo's own context has no ledger open, and its `db` throws when it is read.
    const reading: Context = Object.create(context, { db: { value: db }, path: { value: ledger } });
    const { view: covered } = await coverage.run(reading, { by: 'township', ...CAMPAIGN });
    const { view: left } = await missed.run(reading, { month: CAMPAIGN.to.slice(0, 7) });
    const { view: resolved } = await resolution.run(reading, { by: 'township', ...CAMPAIGN });
    const { view: petitioned } = await petitions.run(reading, { by: 'category', ...CAMPAIGN });
    return [kept(covered), kept(left, SHOWN), kept(resolved), kept(petitioned)];
  } finally {
    db.close();
  }
}

/** A view that reads nothing more from the ledger; of a table perhaps only the first rows, with a note how many there are. */
function kept(view: View, most?: number): View {
  if (view.shape !== 'table') return view;
  const rows = [...view.rows];
  if (most === undefined) return { ...view, rows };
  const count = {
    zh: `共 ${rows.length} 户，这里只列前 ${most} 户`,
    en: `${rows.length} households in all, the first ${most} are shown`,
  };
  return { ...view, rows: rows.slice(0, most), notes: [count, ...(view.notes ?? [])] };
}

/** `npm run demo` installs no command. */
const PROGRAM = process.env.npm_lifecycle_event === 'demo' ? 'node bin/tiaochu.js' : 'tiaochu';

function nextSteps(ledger: string): Text[] {
  // The ledger that is meant where none is named.
  const named = ledger === 'tiaochu.db' ? '' : ` --ledger ${/^[\w./-]+$/.test(ledger) ? ledger : `"${ledger}"`}`;
  return [
    { zh: '接下来可以试试：', en: 'What to try next:' },
    ...NEXT.map(([words, { zh, en }]) => {
      const line = `${PROGRAM} ${words}${named}`;
      return { zh: `  ${padded(zh, 'zh')}  ${inChineseWords(line)}`, en: `  ${padded(en, 'en')}  ${line}` };
    }),
  ];
}

/** The values of `--by` in these lines as a Chinese command line has them. */
function inChineseWords(line: string): string {
  return line.replace(/--by (pair|tier)/, (_, by: 'pair' | 'tier') => `--by ${BY_IN_CHINESE[by]}`);
}

const BY_IN_CHINESE = { pair: '结对', tier: '层级' } as const;

function padded(text: string, lang: Lang): string {
  const widest = Math.max(...NEXT.map(([, name]) => widthOf(name[lang])));
  return text + ' '.repeat(widest - widthOf(text));
}
