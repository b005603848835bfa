import type { Loaded } from '../../cases/carry-out.ts';
import { moveCommandsOf } from '../../cases/move-command.ts';
import { option, picks, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { asActDay, asCount, asName } from '../../cli/values.ts';
import { departmentNamed } from '../../departments/store.ts';
import { named } from '../../naming/named-param.ts';
import type { DepartmentNamed } from '../acts.ts';
import { PETITIONS } from '../area.ts';
import type { Petition } from '../petition.ts';

export const SAMPLE = '150722100200-2023-P1';

export const moveCommand = moveCommandsOf(PETITIONS, SAMPLE);
export const reason = option('--reason <text>', reasonParam.summary, asName);
export const needed = { reason: required(reason) } as const;
export const agentParam = named(option('--agent <code>', { zh: '代办员编号', en: 'the agent’s code' }), 'agent');
export const departmentParam = picks(
  'department',
  option('--department <code>', {
    zh: '部门代码或名称',
    en: 'the department’s code or name',
  }),
);

/** What `lodge` and `change` say of a petition in the same words. */
export const peopleParam = option('--people <count>', { zh: '涉及人数', en: 'how many people it concerns' }, asCount);
export const externalParam = option('--external <number>', {
  zh: '全国信访信息系统编号',
  en: 'its number in the national petition system',
});
export const authorityParam = option(
  '--authority <day>',
  { zh: '签订委托书的日期', en: 'the day of the letter of authority' },
  asActDay,
);

export type Petitions = Loaded<Petition>;

export function namedDepartment({ context, on, explain }: Petitions, text: string): DepartmentNamed {
  const { id, name } = departmentNamed(context.db, text, on);
  explain({ zh: `部门 ${name}`, en: `Department ${name}` });
  return { department: name, departmentId: id };
}
