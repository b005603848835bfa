import type { SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-record.ts';
import { unitProblems } from './rules.ts';
import { STEP_TITLE, type StepRow, stepSheet } from './step.ts';
import { orderProblems, voteProblems } from './step-rules.ts';
import { levelOn, ruleOfEdition, withdrawnSteps } from './store.ts';

export const stepRecord: SimpleRecord<StepRow> = {
  noun: 'village-rule-step',
  table: 'village_rule_step',
  title: STEP_TITLE,
  sheet: stepSheet,
  numbering: { start: ({ unit_code }) => `${unit_code}-B`, by: ['version', 'step', 'done_on'] },
  immutable: ['unit_code', 'version', 'step', 'done_on'],
  eventDay: 'done_on',
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
  rules: ({ row, references: { unit_code: unit }, db, others }) => {
    if (!unit) return [];
    // Steps are many: they are compared by the codes that the ledger has put in.
    const withdrawn = withdrawnSteps(db, unit.id);
    const edition = others.filter(
      other => other.unit_code === row.unit_code && other.version === row.version && !withdrawn.includes(other.code),
    );
    return [
      ...unitProblems(row.unit_code, levelOn(db, unit.id, row.done_on)),
      ...voteProblems(row.step, row),
      ...orderProblems(row, edition, ruleOfEdition(db, unit.id, row.version)),
    ];
  },
};
