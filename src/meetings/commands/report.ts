import { command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { groupRecord } from '../../guidance/records.ts';
import { notFound, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { withdrawnProblem } from '../../register/simple-end.ts';
import { repeatedReportProblem, reportedGroups, reportKindProblem } from '../rules.ts';
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
    group: required(named(option('--group <code>', { zh: '指导组编号', en: 'the guidance group’s code' }), 'guidance')),
    summary: required(option('--summary <text>', { zh: '汇报内容', en: 'what was reported' }, asName)),
  },
  run: ({ db }, input) => {
    const meeting = meetingCoded(db, input.meeting);
    const { id, code } = meeting;
    refuseIf(withdrawnProblem(code, meeting.withdrawn_on) ?? reportKindProblem(meeting));
    const groups = groupsOn(db, meeting.held_on);
    if (!groups.includes(input.group)) notFound(groupRecord.title, input.group);
    const report = { meeting_id: id, group_code: input.group, summary: input.summary };
    const entered = groupReports(db).filter(earlier => earlier.meeting_id === id);
    refuseIf(repeatedReportProblem(code, report, entered));
    addReport(db, report);
    const count = reportedGroups(groups, [...entered, report]);
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
