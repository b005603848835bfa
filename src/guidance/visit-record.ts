import { codeField, dayField, digitsField, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { LONGEST } from '../kernel/length.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable, UNITS } from '../register/simple-record.ts';
import { loadTree } from '../units/store.ts';
import { guidedProblems } from './rules.ts';
import { allMemberships } from './store.ts';

const visitors = textField(['visitors', '走访人员', 'visitors'], '敖玉兰、郭志强');

const visitSheet = {
  code: codeField(['code', '走访编号', 'visit code'], 'ZD01-V1'),
  group_code: codeField(['group_code', '指导组编号', 'group code'], 'ZD01'),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [9, 12], '150722100'),
  visited_on: dayField(['visited_on', '走访日期', 'visited on'], '2023-06-13'),
  visitors: { ...visitors, kind: 'name' as const },
  looked_at: textField(['looked_at', '了解内容', 'looked at'], '入户走访和台账登记', LONGEST.text),
};

export type GuidanceVisitRow = RowOf<typeof visitSheet>;

/** A visit of a guidance group to a unit that it guides: who went, and what they looked at (S-22). */
export const guidanceVisitRecord: SimpleRecord<GuidanceVisitRow> = {
  noun: 'guidance-visit',
  table: 'guidance_visit',
  title: { zh: '指导走访', en: 'visits of guidance groups', one: 'guidance visit', list: 'guidance-visit list' },
  sheet: visitSheet,
  numbering: { start: ({ group_code }) => `${group_code}-V`, digits: 1, by: ['unit_code', 'visited_on'] },
  immutable: ['group_code', 'unit_code', 'visited_on'],
  eventDay: 'visited_on',
  references: {
    group_code: { column: 'group_id', referent: codedTable('guidance') },
    unit_code: { column: 'unit_id', referent: UNITS },
  },
  rules: ({ row, references: { unit_code: unit }, db }) => {
    const tree = loadTree(db, row.visited_on);
    const visited = unit && tree.units.get(unit.id);
    return visited ? guidedProblems(row, visited, allMemberships(db), tree) : [];
  },
};
