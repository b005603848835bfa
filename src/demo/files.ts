import { dirname, join } from 'node:path';
import { BOM, csvLine } from '../output/csv.ts';
import type { Dataset } from './dataset.ts';

/** The demo's files, in the order in which they are imported. */
export const FILES = [
  'units.csv',
  'cadres.csv',
  'pairs.csv',
  'households.csv',
  'assignments.csv',
  'visits.csv',
  'departments.csv',
  'agents.csv',
  'disputes.csv',
  'petitions.csv',
  'sites.csv',
  'posts.csv',
  'rooms.csv',
  'windows.csv',
  'stationings.csv',
  'experts.csv',
  'services.csv',
  'guidance.csv',
  'guidance-units.csv',
  'village-rules.csv',
  'needs.csv',
  'benefits.csv',
  'outreach.csv',
  'meetings.csv',
  'assessment.csv',
] as const satisfies readonly `${keyof Dataset}.csv`[];

export type FileName = (typeof FILES)[number];

const COLUMNS = {
  'cadres.csv': ['code', 'name', 'unit_code', 'organ', 'duty', 'phone', 'diary_no'],
  'pairs.csv': ['code', 'unit_code', 'cadre_a', 'cadre_b'],
  'households.csv': ['code', 'unit_code', 'head_name', 'people', 'phone', 'address'],
  'assignments.csv': ['household_code', 'pair_code', 'responsible_cadre'],
  'visits.csv': [
    ...['visited_on', 'household_code', 'cadre_a', 'cadre_b', 'domains', 'mode', 'substitute', 'diary', 'diary_by'],
  ],
  'departments.csv': ['code', 'name', 'tier'],
  'agents.csv': ['code', 'name', 'unit_code', 'phone', 'cadre_code'],
  'disputes.csv': [
    ...['old_number', 'unit_code', 'registered_on', 'grade', 'category', 'title', 'source', 'facts', 'place', 'people'],
    ...['amount', 'applicant', 'respondent', 'risk', 'prevented_crime', 'status', 'settled_on', 'closed_on'],
    'merged_into',
  ],
  'petitions.csv': [
    ...['old_number', 'unit_code', 'registered_on', 'channel', 'kind', 'category', 'demand', 'petitioner', 'people'],
    ...['authority_on', 'repeat_of', 'status', 'agent_code', 'accepted_on', 'concluded_on', 'outcome', 'rating'],
    'closed_on',
  ],
  'sites.csv': ['code', 'kind', 'unit_code', 'name', 'founded_on', 'host_place', 'forces'],
  'posts.csv': ['code', 'site_code', 'role', 'holder', 'duty_title', 'category', 'phone'],
  'rooms.csv': ['code', 'site_code', 'kind', 'name'],
  'windows.csv': ['code', 'name'],
  'stationings.csv': ['code', 'window_code', 'department_code'],
  'experts.csv': ['code', 'name', 'department_code', 'specialties', 'engagement', 'phone'],
  'services.csv': ['code', 'window_code', 'kind', 'served_on', 'people', 'note'],
  'guidance.csv': ['code', 'name', 'head', 'linked_leader'],
  'guidance-units.csv': ['code', 'group_code', 'unit_code'],
  'village-rules.csv': [
    ...['code', 'unit_code', 'kind', 'title', 'version', 'adopted_on', 'filed_on', 'from_on', 'to_on'],
  ],
  'needs.csv': [
    'code',
    'household_code',
    'category',
    'content',
    'raised_on',
    'owner',
    'due_on',
    'result',
    'feedback_on',
  ],
  'benefits.csv': ['code', 'household_code', 'programme', 'kind', 'amount', 'given_on'],
  'outreach.csv': ['code', 'unit_code', 'topic', 'kind', 'held_on', 'people', 'place'],
  'meetings.csv': ['code', 'kind', 'unit_code', 'held_on', 'chair', 'linked_leader', 'summary'],
  'assessment.csv': ['scheme', 'scheme_name', 'indicator', 'name_zh', 'name_en', 'weight', 'source', 'rule'],
} as const;

const BUFFER = 1 << 18;

/** The text of one of the files, in pieces of a few hundred kilobytes. */
export function* textOf(file: FileName, data: Dataset): Generator<string> {
  if (file === 'units.csv') {
    yield data.units;
    return;
  }
  const columns: readonly string[] = COLUMNS[file];
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
