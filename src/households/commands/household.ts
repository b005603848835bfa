import type { Command } from '../../cli/command.ts';
import { argument } from '../../cli/param.ts';
import { endingProblem } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { named } from '../../naming/named-param.ts';
import { addCommand, changeCommand } from '../../register/add-and-change.ts';
import { closing } from '../../register/closing.ts';
import { registerCommands } from '../../register/register-commands.ts';
import { endAssignments, householdRegister } from '../household-register.ts';
import { householdCoded, updateHousehold } from '../household-store.ts';
import { lastRecordsOf } from '../later-records.ts';
import { laterRecordProblem } from '../rules.ts';
import { changeLastTerm } from '../term-store.ts';
import { list, unassigned } from './household-list.ts';
import { reopen } from './household-reopen.ts';
import { type AccountOf, show } from './household-show.ts';

const close = closing({
  noun: 'household',
  summary: {
    zh: '户从某日起不再在册（包户同时结束）',
    en: 'close a household from a day on; its assignment ends with it',
  },
  example: 'household close 150722100200010001 --on 2024-01-01 --reason 迁出',
  key: named(argument('<code>', { zh: '户编号', en: 'the household’s code' }), 'household'),
  end: (db, key, stamp) => {
    const { on } = stamp;
    const household = householdCoded(db, key);
    const { id, from_on, to_on } = household;
    refuseIf(endingProblem(key, household, on) ?? laterRecordProblem(lastRecordsOf(db, id), on));
    const ended = endAssignments(db, id, on, stamp);
    updateHousehold(db, id, [{ field: 'to_on', old: to_on, new: on }], stamp);
    changeLastTerm(db, id, { from_on, to_on: on });
    return {
      key,
      counts: { assignments_ended: ended },
      zh: `${key} 自 ${on} 起停用，结束包户 ${ended} 条`,
      en: `${key} is closed from ${on} on; ${counted(ended, 'assignment')} ended`,
    };
  },
});

/** The household commands; `account` shows what other areas have on record about a household. */
export const householdCommands = (account: AccountOf): readonly Command[] => [
  list,
  show(account),
  addCommand(householdRegister, 'household add --code 150722100200999999 --unit-code 150722100200 --head-name 鄂晓光'),
  changeCommand(householdRegister, 'household change 150722100200010001 --people 4'),
  close,
  reopen,
  unassigned,
  ...registerCommands(householdRegister, '150722100200010001', (db, code) => householdCoded(db, code).id),
];
