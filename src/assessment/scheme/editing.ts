import type { Day } from '../../kernel/day.ts';
import { notFound, refuse } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { frozenQuarters, valuesOf } from '../results/store.ts';
import { asQuarter, quarterAround } from '../scoring/quarter.ts';
import { INDICATOR, SCHEME } from './file.ts';
import type { Step } from './plan.ts';
import { enteredBefore, forceProblem, frozenProblem, laterProblem, type Refusal } from './rules.ts';
import type { Indicator, Scheme, Wanted } from './scheme.ts';
import { allSchemes, changesAfter } from './store.ts';

/** Throws what speaks against something, if anything does. */
export function refuseIf(refusal: Refusal | undefined): void {
  if (refusal) refuse(refusal.text, refusal.hint);
}

export function schemeNamed(db: Db, text: string): Scheme {
  return allSchemes(db).find(one => one.code === text || one.name === text) ?? notFound(SCHEME, text);
}

/** The indicator with a code or a name. */
export function indicatorAmong(indicators: readonly Indicator[], text: string): Indicator {
  return (
    indicators.find(one => one.code === text) ??
    indicators.find(one => one.name_zh === text) ??
    notFound(INDICATOR, text)
  );
}

/** Refuses a day that no change of a scheme can have: one in a frozen quarter, or on which it is not in force. */
export function demandOpenDay(db: Db, scheme: Scheme | undefined, on: Day): void {
  refuseIf(frozenProblem(frozenQuarters(db).map(asQuarter), on) ?? (scheme && forceProblem(scheme, on)));
}

/** Refuses steps that something later or something entered by hand stands against. */
export function demandRoom(db: Db, steps: readonly Step[], on: Day): void {
  for (const { id, after, changes } of steps) {
    if (id === undefined || changes.length === 0) continue;
    refuseIf(laterProblem({ code: after.code, changes }, changesAfter(db, 'indicator', id, on)));
    demandNothingEntered(db, id, after, on);
  }
}

/** Refuses what would leave more points entered by hand than an indicator is worth from a day on. */
export function demandNothingEntered(db: Db, id: number, after: Wanted, on: Day): void {
  const entered = valuesOf(db, id).map(one => ({ ...one, quarter: asQuarter(one.quarter) }));
  refuseIf(enteredBefore(after, entered, on));
}

/** Since when a scheme is as it is now, and which quarter is the first to be scored by it: a quarter takes its last day's. */
export function effectText(code: string, on: Day): Text {
  const { name } = quarterAround(on);
  return {
    zh: `方案 ${code} 自 ${on} 起权重合计 100，从 ${name} 起按此评分`,
    en: `From ${on} on the weights of scheme ${code} add up to 100; ${name} is the first quarter scored with them`,
  };
}
