import type { Day } from '../../kernel/day.ts';
import { dueDayOf, isDeliveredBy, type ReturnState, stateOf } from '../../returns/rules.ts';
import type { Receipt, ReturnKind } from '../../returns/store.ts';
import type { UnitTerm } from '../../units/tree.ts';

/** What is expected for one month: its kinds and its units, as on its last day. */
export interface MonthFacts {
  readonly month: string;
  readonly kinds: readonly ReturnKind[];
  readonly units: readonly UnitTerm[];
}

/** One return that is expected of a unit for a month, and what has become of it. */
export interface ExpectedReturn {
  readonly month: string;
  readonly kind: ReturnKind;
  readonly unit: UnitTerm;
  readonly dueOn: Day;
  readonly receipt: Receipt | undefined;
  readonly state: ReturnState;
}

/** Each kind that is expected for a month, of each unit that delivers it, with its receipt. */
export function expectedReturns(
  months: readonly MonthFacts[],
  receipts: readonly Receipt[],
  today: Day,
): ExpectedReturn[] {
  const keyOf = (kind: number, unit: number, month: string) => `${kind} ${unit} ${month}`;
  const received = new Map(receipts.map(receipt => [keyOf(receipt.kind_id, receipt.unit_id, receipt.month), receipt]));
  return months.flatMap(({ month, kinds, units }) =>
    units.flatMap(unit =>
      kinds
        .filter(kind => isDeliveredBy(kind.delivered_by, unit.level))
        .map(kind => {
          const dueOn = dueDayOf(month, kind.due_day);
          const receipt = received.get(keyOf(kind.id, unit.unit_id, month));
          return { month, kind, unit, dueOn, receipt, state: stateOf(dueOn, receipt?.received_on, today) };
        }),
    ),
  );
}

/** The returns behind each figure; expected = on time + late + missing + not due yet, received = on time + late. */
export const BEHIND = {
  expected: () => true,
  received: state => state === 'on_time' || state === 'late',
  on_time: state => state === 'on_time',
  late: state => state === 'late',
  missing: state => state === 'missing',
  not_due: state => state === 'not_due',
} as const satisfies Record<string, (state: ReturnState) => boolean>;

/** The figures of some returns. */
export function returnFigures(returns: readonly Pick<ExpectedReturn, 'state'>[]) {
  const count = (figure: keyof typeof BEHIND) => returns.filter(({ state }) => BEHIND[figure](state)).length;
  return {
    expected: count('expected'),
    received: count('received'),
    on_time: count('on_time'),
    late: count('late'),
    missing: count('missing'),
    not_due: count('not_due'),
  };
}
