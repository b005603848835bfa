import type { Context, Outcome } from '../../cli/command.ts';
import type { Day } from '../../kernel/day.ts';
import { misuse, refuse } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { demandOpenDay, demandRoom, effectText, indicatorAmong, schemeNamed } from '../scheme/editing.ts';
import { indicatorsAfter, inScheme, planOf } from '../scheme/plan.ts';
import { balanceHint, settingsProblem } from '../scheme/rules.ts';
import type { Indicator, Wanted } from '../scheme/scheme.ts';
import { everyIndicator, saveSteps } from '../scheme/store.ts';
import { totalOf, weightsProblem } from '../scoring/points.ts';
import { quarterAround } from '../scoring/quarter.ts';
import { stepText } from '../views.ts';
import type { Also } from './params.ts';

/** What the commands that edit a scheme are given besides their own. */
export interface Edit {
  readonly scheme: string;
  readonly also: readonly Also[] | undefined;
  readonly on: Day | undefined;
  readonly reason: string | undefined;
}

/** Makes one indicator of a scheme what is wanted, others weigh what is said, and all of it adds up to 100. */
export function edited(context: Context, input: Edit, wish: (standing: readonly Indicator[]) => Wanted): Outcome {
  const { db, stamp, today } = context;
  const on = input.on ?? today;
  const scheme = schemeNamed(db, input.scheme);
  demandOpenDay(db, scheme, on);
  const standing = everyIndicator(db, scheme.id, on);
  const wanted = wish(standing);
  const others = otherWeights(inScheme(standing), input.also ?? [], wanted.code);
  const kept = inScheme(standing).map(one =>
    one.code === wanted.code ? wanted : { ...one, weight: others.get(one.code) ?? one.weight },
  );
  const isNew = !kept.includes(wanted);
  const steps = planOf(
    standing,
    [...kept, ...(isNew ? [wanted] : [])].filter(one => one.weight > 0),
  );
  const changing = steps.filter(({ changes }) => changes.length > 0);
  if (changing.length === 0)
    refuse({
      zh: `${wanted.code} 与现有内容一致，无需修改`,
      en: `${wanted.code} already has these values; nothing to change`,
    });
  const after = indicatorsAfter(steps);
  const wrong = settingsProblem(after);
  if (wrong)
    refuse(wrong, { zh: '用 tiaochu assessment list 查看各项', en: 'tiaochu assessment list shows the others' });
  const weights = after.map(one => one.weight);
  const unequal = weightsProblem(scheme.code, weights);
  if (unequal) refuse(unequal, balanceHint(after, [wanted.code, ...others.keys()]));
  demandRoom(db, changing, on);
  saveSteps(db, scheme.id, steps, stamp(on, input.reason));
  return {
    view: lines(
      {
        scheme: scheme.code,
        indicator: wanted.code,
        weight: wanted.weight,
        sum: totalOf(weights),
        on,
        quarter: quarterAround(on).name,
      },
      ...changing.map(stepText),
      effectText(scheme.code, on),
    ),
    records: changing.map(({ after: one }) => `${scheme.code} ${one.code}`),
  };
}

/** The weights that `--also` names, by code. */
function otherWeights(standing: readonly Indicator[], also: readonly Also[], main: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { indicator, weight } of also) {
    const { code } = indicatorAmong(standing, indicator);
    if (code === main || weights.has(code))
      misuse({ zh: `${code} 的权重写了两次`, en: `The weight of ${code} is named twice` });
    weights.set(code, weight);
  }
  return weights;
}
