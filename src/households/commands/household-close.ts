import { command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { endingProblem } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { endAssignments } from '../household-register.ts';
import { householdCoded, updateHousehold } from '../household-store.ts';
import { lastRecordsOf } from '../later-records.ts';
import { laterRecordProblem } from '../rules.ts';

export const close = command({
  name: 'close',
  zh: '停用',
  summary: {
    zh: '户从某日起不再在册（包户同时结束）',
    en: 'close a household from a day on; its assignment ends with it',
  },
  example: 'household close 150722100200010001 --on 2024-01-01 --reason 迁出',
  access: 'write',
  params: { code: argument('<code>', { zh: '户编号', en: 'the household’s code' }), on: onParam, reason: reasonParam },
  run: ({ db, today, stamp }, { code, on = today, reason }) => {
    const household = householdCoded(db, code);
    const { id, to_on } = household;
    refuseIf(endingProblem(code, household, on) ?? laterRecordProblem(lastRecordsOf(db, id), on));
    const ended = endAssignments(db, id, on, stamp(on, reason));
    updateHousehold(db, id, [{ field: 'to_on', old: to_on, new: on }], stamp(on, reason));
    return {
      view: lines(
        { household: code, to_on: on, assignments_ended: ended },
        {
          zh: `${code} 自 ${on} 起停用，结束包户 ${ended} 条`,
          en: `${code} is closed from ${on} on; ${counted(ended, 'assignment')} ended`,
        },
      ),
      records: [code],
      counts: { assignments_ended: ended },
    };
  },
});
