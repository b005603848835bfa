import type { Dataset } from '../dataset.ts';

/** What a clerk enters by single commands, after the files: reports of the group heads, decided items, frozen quarters. */
export function actsOf({ meetings, guidance }: Pick<Dataset, 'meetings' | 'guidance'>): string[][] {
  const quarterly = meetings.filter(one => one.kind === 'quarter');
  const reports = quarterly.flatMap(meeting =>
    guidance.map(group => [
      'meeting',
      'report',
      meeting.code,
      '--group',
      group.code,
      '--summary',
      `${group.name}汇报调研指导情况`,
    ]),
  );
  const monthly = meetings.filter(one => one.kind === 'month' && one.held_on.startsWith('2023-06'));
  const items = monthly.flatMap(({ code }, index) => [
    [
      'meeting',
      'item',
      'add',
      code,
      '--text',
      ITEMS[index % ITEMS.length] ?? '',
      '--owner',
      '镇综治办',
      '--due',
      '2023-08-31',
    ],
    ...(index % 2 === 0 ? [['meeting', 'item', 'done', `${code}-1`, '--result', '已办结', '--on', '2023-08-25']] : []),
  ]);
  const frozen = ['2023-Q2', '2023-Q3'].map(quarter => ['assessment', 'freeze', '--quarter', quarter, '--yes']);
  return [...reports, ...items, ...frozen];
}

const ITEMS = ['排查草场地界纠纷，月底前逐件落实', '清理拖欠农民工工资线索', '逐户回访已化解的纠纷'] as const;
