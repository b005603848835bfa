import { possiblyOne, type Recognised } from '../../households/same-household.ts';
import type { Day } from '../../kernel/day.ts';
import { activeOn } from '../days.ts';
import type { Scope } from '../scope.ts';
import type { Finding } from './finding.ts';

interface Namesake extends Recognised {
  readonly unit: number;
  readonly from_on: Day;
}

/** Households of the last day whose head has the name of another one of the village: only these can be one family. */
const NAMESAKES = `
  select unit, unit_code, code, head_name, address, from_on from (
    select t.unit_id as unit, cast(t.unit_id as text) as unit_code, h.code, h.head_name, h.address, t.from_on,
      count(*) over (partition by t.unit_id, h.head_name) as heads
    from household h join household_term t on t.household_id = h.id and ${activeOn('t', '@to')} where h.address <> '')
  where heads > 1 order by code`;

/**
 * Households of one unit with the same head at the same address on the last day of the period: one family that is on the
 * register twice makes more households than there are, and lowers the coverage.
 */
export function householdFindings({ db, period }: Scope): Finding[] {
  return possiblyOne(db.prepare(NAMESAKES).all(period) as Namesake[]).map(same => {
    const records = same.map(({ code, from_on }) => ({ record: code, on_day: from_on }));
    return {
      kind: 'same_household',
      unit: same[0]?.unit ?? 0,
      who: same[0]?.code ?? '',
      what: { zh: '户主、地址都相同，像是同一户', en: 'the same head at the same address: perhaps one household' },
      count: records.length,
      records: () => records,
    };
  });
}
