import type { Day } from '../kernel/day.ts';
import type { Lang, Text } from '../kernel/text.ts';

/** What people come to do, and the command line for it; some tasks are a choice of several. */
export interface Task {
  readonly name: Text;
  readonly words?: readonly string[];
  readonly tasks?: readonly Task[];
  /** What the menu itself leads through. */
  readonly leads?: 'todo' | 'find' | 'more';
}

/** The first page of the menu: the day's work, in the words of the office; reports are of the user's own unit. */
export function tasksOn(today: Day, unit: string | undefined, lang: Lang): readonly Task[] {
  const own = unit === undefined ? [] : ['--unit', unit];
  const before = monthBefore(today);
  return [
    { name: { zh: '今天要办', en: 'what is to be done today' }, leads: 'todo' },
    { name: { zh: '记走访', en: 'enter visits' }, words: ['visit', 'round'] },
    { name: { zh: '群众来反映纠纷', en: 'somebody reports a dispute' }, words: ['dispute', 'register'] },
    { name: { zh: '来信来访', en: 'a petition comes in' }, words: ['petition', 'lodge'] },
    { name: { zh: '查人查户查案', en: 'look for a person, a household, a case' }, leads: 'find' },
    {
      name: { zh: '本月报表', en: 'reports of this month' },
      tasks: [
        ...reportsOf(today.slice(0, 7), own, lang),
        { name: { zh: '逾期', en: 'what is overdue' }, words: ['report', 'overdue', ...own] },
        {
          name: { zh: `上月（${before}）报表`, en: `reports of last month, ${before}` },
          tasks: reportsOf(before, own, lang),
        },
      ],
    },
    { name: { zh: '导入', en: 'import files' }, words: ['import', 'all'] },
    { name: { zh: '更多', en: 'more' }, leads: 'more' },
  ];
}

/** The reports of a month, its folder last. */
function reportsOf(month: string, own: readonly string[], lang: Lang): readonly Task[] {
  return [
    ...REPORTS.map(({ name, words = [] }) => ({ name, words: [...words, '--month', month, ...own] })),
    {
      name: FOLDER,
      words: ['report', 'monthly', '--month', month, '--output', `${MONTHLY[lang]}${month}`, ...own],
    },
  ];
}

/** 2023-12 in January 2024: reports of a month are made when it is over. */
function monthBefore(today: Day): string {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return month === 1 ? `${year - 1}-12` : `${year}-${String(month - 1).padStart(2, '0')}`;
}

/** What the month’s folder is called, before the month. */
const MONTHLY: Text = { zh: '月报', en: 'monthly-' };

const FOLDER: Text = {
  zh: '月报文件夹：网页、工作簿、简报',
  en: 'the month’s folder: page, workbook, bulletin',
};

const REPORTS: readonly Task[] = [
  { name: { zh: '走访覆盖', en: 'visit coverage' }, words: ['report', 'coverage'] },
  { name: { zh: '未走访的户', en: 'households that were not visited' }, words: ['report', 'missed'] },
  { name: { zh: '纠纷化解', en: 'resolution of disputes' }, words: ['report', 'resolution'] },
  { name: { zh: '信访办理', en: 'petitions' }, words: ['report', 'petitions'] },
  { name: { zh: '总览', en: 'headline figures' }, words: ['report', 'headline'] },
  { name: { zh: '简报', en: 'the bulletin' }, words: ['report', 'bulletin'] },
];
