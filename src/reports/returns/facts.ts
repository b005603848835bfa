import { BEGINNING, type Day } from '../../kernel/day.ts';
import { liesBefore, type Period } from '../../kernel/period.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import { periodsDue } from '../../meetings/periods.ts';
import { receiptsFor, returnKindsOn } from '../../returns/store.ts';
import { loadTree } from '../../units/store.ts';
import { everyUnit, isOpen } from '../../units/tree.ts';
import { includes, type Scope } from '../scope.ts';
import { type ExpectedReturn, expectedReturns } from './expected.ts';

/** The returns that are expected for the whole months of a period that are over, none from before the campaign. */
export function returnsIn(scope: Scope): ExpectedReturn[] {
  const { db, today } = scope;
  const months = monthsIn(scope.period, today, campaignStart(db)).map(({ from, to }) => {
    const tree = loadTree(db, to);
    const units = everyUnit(tree).filter(unit => isOpen(tree, unit) && includes(scope, unit.unit_id));
    return { month: from.slice(0, 7), kinds: returnKindsOn(db, to), units };
  });
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  if (first === undefined || last === undefined) return [];
  return expectedReturns(months, receiptsFor(db, first, last), today);
}

/** A period without a first day begins with the campaign, or else with the year of its last day. */
function monthsIn({ from, to }: Period, today: Day, start: Day | undefined): Period[] {
  const first = from === BEGINNING ? (start ?? `${to.slice(0, 4)}-01-01`) : from;
  return periodsDue('month', first, to, today).filter(month => !liesBefore(month, start));
}
