import type { Dataset } from '../dataset.ts';
import type { Entry } from './entry.ts';

const ITEMS = ['排查草场地界纠纷，月底前逐件落实', '清理拖欠农民工工资线索', '逐户回访已化解的纠纷'] as const;

/** What is entered of meetings: reports of the group heads, and what the meetings of June decided, half of it done. */
export function meetingEntries({ meetings, guidance }: Pick<Dataset, 'meetings' | 'guidance'>): Entry[] {
  const reports = meetings
    .filter(meeting => meeting.kind === 'quarter')
    .flatMap(({ code }) =>
      guidance.map(group => {
        const summary = `${group.name}汇报调研指导情况`;
        return ['meeting', 'report', code, '--group', group.code, '--summary', summary];
      }),
    );
  const items = meetings
    .filter(meeting => meeting.kind === 'month' && meeting.held_on.startsWith('2023-06'))
    .flatMap(({ code }, index): Entry[] => {
      const text = ITEMS[index % ITEMS.length] ?? '';
      const added = ['meeting', 'item', 'add', code, '--text', text, '--owner', '镇综治办', '--due', '2023-08-31'];
      const done = ['meeting', 'item', 'done', `${code}-1`, '--result', '已办结', '--on', '2023-08-25'];
      return index % 2 === 0 ? [added, done] : [added];
    });
  return [...reports, ...items];
}
