import type { Day } from '../../kernel/day.ts';
import { activeOn } from '../days.ts';
import type { Scope } from '../scope.ts';
import type { Finding } from './finding.ts';

interface Twin {
  readonly unit: number;
  readonly codes: string;
}

/**
 * Households of one unit with the same head at the same address on the last day of the period: one family that is on the
 * register twice makes more households than there are, and lowers the coverage.
 */
export function householdFindings({ db, period }: Scope): Finding[] {
  const rows = db
    .prepare(
      `select unit_id as unit, group_concat(code || ' ' || from_on, ',') as codes
       from (select h.code, h.head_name, h.address, t.unit_id, t.from_on from household h
         join household_term t on t.household_id = h.id and ${activeOn('t', '@to')} where h.address <> '' order by h.code)
       group by unit_id, head_name, address having count(*) > 1 order by min(code)`,
    )
    .all(period) as Twin[];
  return rows.map(({ unit, codes }) => {
    const records = codes.split(',').map(code => {
      const [record = '', on_day = ''] = code.split(' ') as [string, Day];
      return { record, on_day };
    });
    return {
      kind: 'same_household',
      unit,
      who: records[0]?.record ?? '',
      what: { zh: '户主、地址都相同，像是同一户', en: 'the same head at the same address: perhaps one household' },
      count: records.length,
      records: () => records,
    };
  });
}
