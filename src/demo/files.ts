import { dirname, join } from 'node:path';
import type { Text } from '../kernel/text.ts';
import { BOM, csvLine } from '../output/csv.ts';
import type { Dataset } from './dataset.ts';

/** A file of the demo: the noun whose `import` reads it, what its rows are called, and its columns. */
interface DemoFile {
  readonly noun: string;
  readonly title: Text;
  readonly columns: readonly string[];
}

/** The demo's files in the order in which they are imported. */
export const FILES = {
  'units.csv': file('unit', '机构', 'units', ''),
  'cadres.csv': file('cadre', '干部', 'cadres', 'code name unit_code organ duty phone diary_no'),
  'pairs.csv': file('pair', '结对', 'pairs', 'code unit_code cadre_a cadre_b'),
  'households.csv': file('household', '户', 'households', 'code unit_code head_name people phone address'),
  'assignments.csv': file('assignment', '包户', 'assignments', 'household_code pair_code responsible_cadre'),
  'visits.csv': file(
    'visit',
    '走访',
    'visits',
    'visited_on household_code cadre_a cadre_b domains mode substitute diary diary_by',
  ),
  'departments.csv': file('department', '部门', 'departments', 'code name tier'),
  'agents.csv': file('agent', '代办员', 'petition agents', 'code name unit_code phone cadre_code'),
  'disputes.csv': file(
    'dispute',
    '纠纷',
    'disputes',
    'old_number unit_code registered_on grade category title source facts place people amount applicant respondent risk prevented_crime status settled_on closed_on merged_into',
  ),
  'petitions.csv': file(
    'petition',
    '信访',
    'petitions',
    'old_number unit_code registered_on channel kind category demand petitioner people authority_on repeat_of status agent_code accepted_on concluded_on outcome rating closed_on',
  ),
  'sites.csv': file('site', '场所', 'sites', 'code kind unit_code name founded_on host_place forces'),
  'posts.csv': file('post', '职务', 'posts', 'code site_code role holder duty_title category phone'),
  'rooms.csv': file('room', '功能室', 'rooms', 'code site_code kind name'),
  'windows.csv': file('window', '窗口', 'windows', 'code name'),
  'stationings.csv': file('stationing', '进驻', 'stationings', 'code window_code department_code'),
  'experts.csv': file('expert', '专家', 'experts', 'code name department_code specialties engagement phone'),
  'services.csv': file('service', '服务记录', 'service records', 'code window_code kind served_on people note'),
  'guidance.csv': file('guidance', '指导组', 'guidance groups', 'code name head linked_leader'),
  'guidance-units.csv': file('guidance-unit', '指导范围', 'units of guidance groups', 'code group_code unit_code'),
  'village-rules.csv': file(
    'village-rule',
    '村规',
    'village rules',
    'code unit_code kind title version adopted_on filed_on from_on to_on',
  ),
  'needs.csv': file(
    'need',
    '需求',
    'needs',
    'code household_code category content raised_on owner due_on result feedback_on',
  ),
  'benefits.csv': file('benefit', '惠民', 'benefits', 'code household_code programme kind amount given_on'),
  'outreach.csv': file('outreach', '宣传', 'outreach', 'code unit_code topic kind held_on people place'),
  'meetings.csv': file(
    'meeting',
    '调度',
    'dispatch meetings',
    'code kind unit_code held_on chair linked_leader summary',
  ),
  'assessment.csv': file(
    'assessment',
    '考核指标',
    'indicators of the scheme',
    'scheme scheme_name indicator name_zh name_en weight source rule',
  ),
} as const satisfies Partial<Record<`${keyof Dataset}.csv`, DemoFile>>;

export type FileName = keyof typeof FILES;

export const FILE_NAMES = Object.keys(FILES) as readonly FileName[];

function file(noun: string, zh: string, en: string, columns: string): DemoFile {
  return { noun, title: { zh, en }, columns: columns.split(' ') };
}

const BUFFER = 1 << 18;

/** The text of one of the files, in pieces of a few hundred kilobytes. */
export function* textOf(file: FileName, data: Dataset): Generator<string> {
  if (file === 'units.csv') {
    yield data.units;
    return;
  }
  const columns: readonly string[] = FILES[file].columns;
  let buffer = BOM + csvLine(columns);
  for (const row of rowsOf(file, data)) {
    const cells = row as Readonly<Record<string, unknown>>;
    buffer += csvLine(columns.map(column => String(cells[column] ?? '')));
    if (buffer.length < BUFFER) continue;
    yield buffer;
    buffer = '';
  }
  yield buffer;
}

/** Where a file lies: in the ledger's folder. */
export function filesBeside(ledger: string, file: FileName): string {
  return join(dirname(ledger), file);
}

/** How many records one of the files has. */
export function recordsIn(file: FileName, data: Dataset): number {
  return file === 'units.csv' ? data.units.trim().split('\n').length - 1 : rowsOf(file, data).length;
}

function rowsOf(file: Exclude<FileName, 'units.csv'>, data: Dataset): readonly object[] {
  return data[file.replace('.csv', '') as Exclude<keyof Dataset, 'units'>];
}
