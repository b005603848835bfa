import { command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { GROUP_TITLE } from '../../guidance/group-record.ts';
import { notFound, refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { KINDS } from '../rules.ts';
import { addReport, groupReports, groupsOn, meetingCoded } from '../store.ts';

export const report = command({
  name: 'report',
  zh: '汇报',
  summary: {
    zh: '登记一个指导组组长在季度会议上的汇报',
    en: 'enter what the head of a guidance group reported at a quarterly meeting',
  },
  example: 'meeting report 150722-2023-Q2 --group ZD01 --summary 四月以来走访全覆盖',
  access: 'write',
  params: {
    meeting: argument('<meeting>', { zh: '会议编号', en: 'the meeting’s code' }),
    group: required(option('--group <code>', { zh: '指导组编号', en: 'the guidance group’s code' })),
    summary: required(option('--summary <text>', { zh: '汇报内容', en: 'what was reported' }, asName)),
  },
  run: ({ db }, input) => {
    const meeting = meetingCoded(db, input.meeting);
    const { code, kind, held_on } = meeting;
    if (kind !== 'quarter')
      refuse({
        zh: `${code} 是${KINDS[kind].zh}，只有季度汇报才听取各组汇报`,
        en: `${code} is a ${KINDS[kind].en} meeting: groups report at quarterly ones`,
      });
    const groups = groupsOn(db, held_on);
    if (!groups.includes(input.group)) notFound(GROUP_TITLE, input.group);
    const own = groupReports(db).filter(one => one.meeting_id === meeting.id);
    if (own.some(one => one.group_code === input.group && one.summary === input.summary))
      refuse({
        zh: `${input.group} 在 ${code} 的这份汇报已经登记`,
        en: `This report of ${input.group} is entered at ${code} already`,
      });
    addReport(db, { meeting_id: meeting.id, group_code: input.group, summary: input.summary });
    const heard = new Set([...own.map(one => one.group_code), input.group]);
    const count = groups.filter(group => heard.has(group)).length;
    return {
      view: lines(
        { meeting: code, group: input.group, reported: count, groups: groups.length },
        {
          zh: `已登记 ${input.group} 的汇报，${code} 已有 ${count}/${groups.length} 个组汇报`,
          en: `Report of ${input.group} entered; ${count} of ${groups.length} groups have reported at ${code}`,
        },
      ),
      records: [code],
    };
  },
});
