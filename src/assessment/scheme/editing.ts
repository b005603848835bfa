import type { Day } from '../../kernel/day.ts';
import { notFound, refuseIf } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { frozenQuarters, valuesOf } from '../results/store.ts';
import { asQuarter, quarterAround } from '../scoring/quarter.ts';
import { INDICATOR, SCHEME } from './file.ts';
import type { Step } from './plan.ts';
import { enteredPointsProblem, forceProblem, frozenProblem, laterProblem } from './rules.ts';
import type { Indicator, IndicatorSettings, Scheme } from './scheme.ts';
import { allSchemes, changesAfter } from './store.ts';

export function schemeNamed(db: Db, text: string): Scheme {
  return allSchemes(db).find(({ code, name }) => code === text || name === text) ?? notFound(SCHEME, text);
}

/** The indicator with a code or a name. */
export function indicatorAmong(indicators: readonly Indicator[], text: string): Indicator {
  return (
    indicators.find(({ code }) => code === text) ??
    indicators.find(({ name_zh }) => name_zh === text) ??
    notFound(INDICATOR, text)
  );
}

/** Refuses a day in a frozen quarter, or one on which the scheme is not in force. */
export function demandOpenDay(db: Db, scheme: Scheme | undefined, on: Day): void {
  refuseIf(frozenProblem(frozenQuarters(db).map(asQuarter), on) ?? (scheme && forceProblem(scheme, on)));
}

/** Refuses steps that conflict with later changes or with points entered by hand. */
export function demandNoConflict(db: Db, steps: readonly Step[], on: Day): void {
  for (const { id, after, changes } of steps) {
    if (id === undefined || changes.length === 0) continue;
    refuseIf(laterProblem({ code: after.code, changes }, changesAfter(db, 'indicator', id, on)));
    demandEnteredFits(db, id, after, on);
  }
}

/** Refuses settings that from a day on allow fewer points than were entered by hand. */
export function demandEnteredFits(db: Db, id: number, after: IndicatorSettings, on: Day): void {
  const entered = valuesOf(db, id).map(value => ({ ...value, quarter: asQuarter(value.quarter) }));
  refuseIf(enteredPointsProblem(after, entered, on));
}

/** The day from which a change counts and the first quarter scored by it: a quarter is scored by the scheme of its last day. */
export function effectText(code: string, on: Day): Text {
  const { name } = quarterAround(on);
  return {
    zh: `方案 ${code} 自 ${on} 起权重合计 100，从 ${name} 起按此评分`,
    en: `From ${on} on the weights of scheme ${code} add up to 100; ${name} is the first quarter scored with them`,
  };
}
