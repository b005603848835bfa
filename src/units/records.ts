import type { AreaRecords, RecordKind } from '../register/kind.ts';
import { unitChecks } from './checks.ts';
import { UNIT_TITLE } from './unit.ts';

const latest = (column: string) =>
  `(select ${column} from unit_term where unit_id = t.id order by from_on desc limit 1)`;

const unit: RecordKind = {
  noun: 'unit',
  title: UNIT_TITLE,
  table: 'unit',
  parts: { unit_term: 'unit_id' },
  current: {
    code: latest('code'),
    name: latest('name'),
    level: latest('level'),
    to_on: latest('to_on'),
    // The code that the other unit had on the day of the merger.
    merged_into: `(select p.code from unit_term p where p.unit_id = t.merged_into and p.from_on <= ${latest('to_on')}
      order by p.from_on desc limit 1)`,
    // The parent's code on the day the unit moved there: a parent's new code is no change of its units.
    parent_code: `(select (select p.code from unit_term p where p.unit_id = u.parent_id and p.from_on <=
        (select min(e.from_on) from unit_term e where e.unit_id = u.unit_id and e.parent_id = u.parent_id)
        order by p.from_on desc limit 1)
      from unit_term u where u.unit_id = t.id order by u.from_on desc limit 1)`,
  },
  undo: {
    codes: 'select code from unit_term where unit_id in (select id from unit where import_id = ?1)',
  },
};

export const unitRecords: AreaRecords = { kinds: [unit], checks: unitChecks };
