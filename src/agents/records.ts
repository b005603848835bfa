import { codeField, digitsField, nameField, optionalCode, phoneField, spanFields } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type AreaRecords, simpleKind } from '../register/kind.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable, UNITS } from '../register/simple-record.ts';

const sheet = {
  code: codeField(['code', '代办员编号', 'agent code'], '150722100200-D01'),
  name: nameField(['name', '姓名', 'name'], '敖玉兰'),
  unit_code: digitsField(['unit_code', '单位代码', 'unit code'], [6, 9, 12], '150722100200'),
  phone: phoneField(['phone', '电话', 'phone'], '13900000001'),
  cadre_code: optionalCode(['cadre_code', '干部编号', 'cadre code'], '150722100200-C01'),
  ...spanFields,
};

/** A row of an agents file. */
export type AgentRow = RowOf<typeof sheet>;

/** A person who carries petitions to the right department, for one unit (S-40). */
export const agentRecord: SimpleRecord<AgentRow> = {
  noun: 'agent',
  table: 'agent',
  title: { zh: '代办员', en: 'petition agents', one: 'petition agent', list: 'agent list' },
  sheet,
  numbering: { start: ({ unit_code }) => `${unit_code}-D`, by: ['name'] },
  immutable: [],
  dated: ['unit_code'],
  references: {
    unit_code: { column: 'unit_id', referent: UNITS },
    cadre_code: { column: 'cadre_id', referent: codedTable('cadre', false), optional: true },
  },
};

export const agentRecords: AreaRecords = { kinds: [simpleKind(agentRecord)], checks: [] };
