import { overlaps } from '../kernel/day.ts';
import { type SimpleRecord, UNITS } from '../register/simple-record.ts';
import type { Level } from '../units/level.ts';
import { LINKED_LEADER_TITLE, type LinkedLeaderRow, linkedLeaderSheet } from './linked-leader.ts';
import { linkedTwiceProblems, linkedUnitProblems } from './rules.ts';

export const linkedLeaderRecord: SimpleRecord<LinkedLeaderRow> = {
  noun: 'linked-leader',
  table: 'linked_leader',
  title: LINKED_LEADER_TITLE,
  sheet: linkedLeaderSheet,
  numbering: { start: () => 'BL', by: ['name', 'unit_code', 'from_on'] },
  immutable: ['unit_code'],
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  rules: ({ row, references, othersNaming }) => [
    ...linkedUnitProblems(row.unit_code, references.unit_code?.level as Level),
    ...linkedTwiceProblems(
      row,
      othersNaming('unit_code').filter(other => overlaps(other, row)),
    ),
  ],
};
