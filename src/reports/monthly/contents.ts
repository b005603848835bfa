import type { UnnamedCommand } from '../../cli/command.ts';
import type { Text } from '../../kernel/text.ts';
import type { Month } from './month.ts';

/** A table of the month: what the command of a report shows with these options, and nothing else. */
export interface Content {
  /** Names its file and its place on the page. */
  readonly name: string;
  /** Names its sheet and its heading. */
  readonly title: Text;
  /** The report, as it is called on the command line. */
  readonly report: string;
  /** Its options by their names, without those that say which month and which unit. */
  readonly options: (month: Month) => Readonly<Record<string, string | true>>;
  /** How it is told which month is meant. */
  readonly dated: 'by month' | 'on last day';
  readonly load: () => Promise<UnnamedCommand>;
}

type Options = ReturnType<Content['options']>;

function content(
  name: string,
  report: string,
  zh: string,
  en: string,
  load: Content['load'],
  options: Options | Content['options'] = {},
  dated: Content['dated'] = 'by month',
): Content {
  return {
    name,
    report,
    title: { zh, en },
    load,
    dated,
    options: typeof options === 'function' ? options : () => options,
  };
}

const coverage = async () => (await import('../coverage/command.ts')).coverage;
const resolution = async () => (await import('../resolution/command.ts')).resolution;
const matrix = async () => (await import('../matrix.ts')).matrix;

/** The rows below a unit: townships of the banner, otherwise villages. */
const below: Content['options'] = ({ unit }) => ({
  by: unit === undefined || unit.level === 'banner' ? 'township' : 'village',
});

/** Everything that the month's folder has, in the order of its sheets; the page has the same tables with their pictures. */
export const CONTENTS: readonly Content[] = [
  content('headline', 'headline', '总览', 'Headline', async () => (await import('../headline/command.ts')).headline),
  content('coverage', 'coverage', '走访覆盖', 'Visit coverage', coverage, below),
  content('resolution', 'resolution', '纠纷化解', 'Disputes', resolution, below),
  content('tiers', 'resolution', '三级流转', 'The three tiers', resolution, { by: 'tier' }),
  content('categories', 'resolution', '纠纷类别', 'Categories', resolution, { by: 'category' }),
  content('settled', 'matrix', '已化解统计表', 'Return, settled', matrix, { show: 'settled' }),
  content('unsettled', 'matrix', '未化解统计表', 'Return, unsettled', matrix, { show: 'unsettled' }),
  content('months', 'months', '逐月', 'Month by month', async () => (await import('../months.ts')).months),
  content(
    'petitions',
    'petitions',
    '信访',
    'Petitions',
    async () => (await import('../petitions/command.ts')).petitions,
  ),
  content('workload', 'workload', '代办员', 'Agents', async () => (await import('../workload.ts')).workload, {
    busy: true,
  }),
  content(
    'overdue',
    'overdue',
    '逾期',
    'Overdue',
    async () => (await import('../overdue.ts')).overdue,
    {},
    'on last day',
  ),
];

/** The prose of the month, which is a document. */
export const BULLETIN: Content = content(
  'bulletin',
  'bulletin',
  '简报',
  'Briefing',
  async () => (await import('../bulletin/command.ts')).bulletin,
);
