import type { AreaRecords, RecordKind } from '../register/kind.ts';
import { ASSIGNMENT_TITLE } from './assignment.ts';
import { householdChecks } from './checks.ts';
import { HOUSEHOLD_TITLE } from './household.ts';
import { HOUSEHOLD_FIELDS } from './household-store.ts';

const lastTerm = (column: string) =>
  `(select ${column} from household_term where household_id = t.id order by from_on desc limit 1)`;

const household: RecordKind = {
  noun: 'household',
  title: HOUSEHOLD_TITLE,
  table: 'household',
  parts: { household_kind: 'household_id', household_term: 'household_id' },
  current: {
    ...Object.fromEntries(HOUSEHOLD_FIELDS.map(field => [field, `t.${field}`])),
    from_on: lastTerm('from_on'),
    to_on: lastTerm('to_on'),
    kind: `coalesce((select s.code from household_kind k join visit_standard s on s.id = k.standard_id
      where k.household_id = t.id and k.to_on = '9999-12-31'), 'ordinary')`,
  },
};

const assignment: RecordKind = {
  noun: 'assignment',
  title: ASSIGNMENT_TITLE,
  table: 'assignment',
  current: {
    to_on: 't.to_on',
    pair_code: '(select code from pair where id = t.pair_id)',
    responsible_cadre: '(select code from cadre where id = t.responsible_id)',
  },
  undo: {
    blockers: [
      {
        what: { zh: '据此登记的走访', en: 'visits under them' },
        count: `select count(*) from assignment a join visit v on v.household_id = a.household_id and v.pair_id = a.pair_id
          and v.visited_on >= a.from_on and v.visited_on < a.to_on and v.substitute = 0 where a.import_id = ?1`,
      },
    ],
  },
};

export const householdRecords: AreaRecords = { kinds: [household, assignment], checks: householdChecks };
