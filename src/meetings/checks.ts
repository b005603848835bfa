import { type Check, queryCheck } from '../register/check.ts';
import { holdersOf } from './holders-store.ts';
import { leadingProblem } from './leading-rules.ts';
import { ledMeetings } from './store.ts';

/** Who led the meetings that were held, also those that a file brought (S-42, S-43). */
const leading: Check = {
  name: 'meeting-leaders',
  title: {
    zh: '半月调度由乡镇主要领导主持，月调度有包联处级领导，季度汇报由领导小组负责人主持',
    en: 'the township’s head chairs each half-monthly meeting, the linked leader attends each monthly one, the leading group’s heads chair quarterly ones',
  },
  find: db => {
    const holders = holdersOf(db);
    return ledMeetings(db)
      .filter(meeting => leadingProblem(meeting, holders) !== undefined)
      .map(({ code }) => code);
  },
};

export const meetingChecks: readonly Check[] = [
  leading,
  queryCheck(
    'meeting-holder',
    {
      zh: '半月、月调度由乡镇召开，季度汇报、领导小组会议由旗召开',
      en: 'townships hold half-monthly and monthly meetings, the banner quarterly ones and those of its leading group',
    },
    `select m.code from meeting m join unit_term t on t.unit_id = m.unit_id and t.from_on <= m.held_on and t.to_on > m.held_on
     where ((m.kind in ('quarter', 'leading_group')) <> (t.level = 'banner') or t.level not in ('banner', 'township')) and m.withdrawn_on is null
     union select m.code from meeting m where m.withdrawn_on is null and not exists (
       select 1 from unit_term t where t.unit_id = m.unit_id and t.from_on <= m.held_on and t.to_on > m.held_on)`,
  ),
  queryCheck(
    'meeting-reports',
    {
      zh: '只有季度汇报才有各组的汇报，各组都有登记',
      en: 'only quarterly meetings have reports, and only of existing groups',
    },
    `select distinct m.code from meeting_report r join meeting m on m.id = r.meeting_id where m.kind <> 'quarter' or r.group_code not in (select code from guidance)`,
  ),
  queryCheck(
    'action-item-days',
    { zh: '事项在会议之后到期、办结', en: 'action items are due and done after their meeting' },
    `select a.code from action_item a join meeting m on m.id = a.meeting_id
     where a.due_on < m.held_on or a.done_on < m.held_on`,
  ),
  queryCheck(
    'action-item-numbers',
    { zh: '事项编号在会议内不断号', en: 'action items are numbered without gaps in their meeting' },
    `select m.code from action_item a join meeting m on m.id = a.meeting_id
     group by m.id having max(a.serial) <> count(*) or sum(a.code <> m.code || '-' || a.serial) > 0`,
  ),
];
