import { codeField, digitsField, nameField, optionalText, phoneField, spanFields } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';

export const AGENT_TITLE: Noun = { zh: '代办员', en: 'petition agents', one: 'petition agent', list: 'agent list' };

export const agentSheet = {
  code: codeField(['code', '代办员编号', 'agent code'], '150722100200-D01'),
  name: nameField(['name', '姓名', 'name'], '敖玉兰'),
  unit_code: digitsField(['unit_code', '单位代码', 'unit code'], [6, 9, 12], '150722100200'),
  phone: phoneField(['phone', '电话', 'phone'], '13900000001'),
  cadre_code: optionalText(['cadre_code', '干部编号', 'cadre code'], '150722100200-C01'),
  ...spanFields,
};

/** A row of an agents file: a person who carries petitions to the right department, for one unit (S-40). */
export type AgentRow = RowOf<typeof agentSheet>;
