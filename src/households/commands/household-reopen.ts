import { command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { asBound, asReason } from '../../cli/values.ts';
import { OPEN_END } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { endedWith, prolongAssignment } from '../assignment-store.ts';
import { closedAt, householdCoded, updateHousehold } from '../household-store.ts';
import { reopeningProblem } from '../rules.ts';

export const reopen = command({
  name: 'reopen',
  zh: '重新启用',
  summary: {
    zh: '重新启用停用有误的户；随之结束的包户一并恢复',
    en: 'reopen a household that was closed by mistake; the assignment that ended with it goes on',
  },
  example: 'household reopen 150722100200010001 --reason 并未迁出',
  access: 'write',
  params: {
    code: argument('<code>', { zh: '户编号', en: 'the household’s code' }),
    on: option(
      '--on <day>',
      { zh: '重新启用的日期（默认停用之日）', en: 'from which day on (default: the day it was closed)' },
      asBound,
    ),
    reason: required(option('--reason <text>', { zh: '重新启用的原因', en: 'why it is reopened' }, asReason)),
  },
  run: ({ db, stamp }, { code, on, reason }) => {
    const { id, to_on } = householdCoded(db, code);
    refuseIf(reopeningProblem(code, to_on, on ?? to_on));
    const closed = closedAt(db, id);
    const ended = closed === undefined ? [] : endedWith(db, id, to_on, closed);
    const made = stamp(to_on, reason);
    updateHousehold(db, id, [{ field: 'to_on', old: to_on, new: OPEN_END }], made);
    for (const assignment of ended) prolongAssignment(db, assignment, made);
    return {
      view: lines(
        { household: code, assignments_restored: ended.length },
        {
          zh: `${code} 自 ${to_on} 起重新启用，恢复包户 ${ended.length} 条`,
          en: `${code} is active again from ${to_on} on; ${counted(ended.length, 'assignment')} restored`,
        },
        ...(ended.length > 0
          ? []
          : [
              {
                zh: `包户请用 tiaochu assignment add --household-code ${code} 登记`,
                en: `Assign it with tiaochu assignment add --household-code ${code}`,
              },
            ]),
      ),
      records: [code],
      counts: { assignments_restored: ended.length },
    };
  },
});
