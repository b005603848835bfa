import type { Context, Outcome } from '../../cli/command.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { demandNoConflict, demandOpenDay, effectText, indicatorAmong, schemeNamed } from '../scheme/editing.ts';
import { indicatorsAfter, inScheme, planOf, unchangedProblem, withSettings } from '../scheme/plan.ts';
import { balanceProblem, settingsProblem } from '../scheme/rules.ts';
import type { Indicator, IndicatorSettings } from '../scheme/scheme.ts';
import { everyIndicator, saveSteps } from '../scheme/store.ts';
import { totalOf } from '../scoring/points.ts';
import { quarterAround } from '../scoring/quarter.ts';
import { stepText } from '../views.ts';
import type { Also } from './params.ts';

/** The options that all commands which edit a scheme have. */
export interface Edit {
  readonly scheme: string;
  readonly also: readonly Also[] | undefined;
  readonly on: Day | undefined;
  readonly reason: string | undefined;
}

/** Gives one indicator of a scheme other settings and others other weights, so that all weights add up to 100. */
export function edited(
  { db, stamp, today }: Context,
  input: Edit,
  settingsFrom: (current: readonly Indicator[]) => IndicatorSettings,
): Outcome {
  const on = input.on ?? today;
  const scheme = schemeNamed(db, input.scheme);
  demandOpenDay(db, scheme, on);
  const current = everyIndicator(db, scheme.id, on);
  const settings = settingsFrom(current);
  const weights = otherWeights(inScheme(current), input.also ?? [], settings.code);
  const steps = planOf(current, withSettings(inScheme(current), settings, weights));
  const after = indicatorsAfter(steps);
  refuseIf(
    unchangedProblem(settings.code, steps) ??
      settingsProblem(after) ??
      balanceProblem(scheme.code, after, [settings.code, ...weights.keys()]),
  );
  demandNoConflict(db, steps, on);
  saveSteps(db, scheme.id, steps, stamp(on, input.reason));
  const { code, weight } = settings;
  const sum = totalOf(after.map(indicator => indicator.weight));
  const changing = steps.filter(({ changes }) => changes.length > 0);
  return {
    view: lines(
      { scheme: scheme.code, indicator: code, weight, sum, on, quarter: quarterAround(on).name },
      ...changing.map(stepText),
      effectText(scheme.code, on),
    ),
    records: changing.map(step => `${scheme.code} ${step.after.code}`),
  };
}

/** The weights that `--also` names, by code. */
function otherWeights(current: readonly Indicator[], also: readonly Also[], main: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { indicator, weight } of also) {
    const { code } = indicatorAmong(current, indicator);
    if (code === main || weights.has(code))
      misuse({ zh: `${code} 的权重写了两次`, en: `The weight of ${code} is named twice` });
    weights.set(code, weight);
  }
  return weights;
}
