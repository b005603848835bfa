import { commandHint } from '../cases/case-hint.ts';
import { refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { TIER, TIER_NAMES } from '../units/level.ts';
import type { OfAct, OfCase } from './condition.ts';
import { type Dispute, GRADE_TIER, GRADES } from './dispute.ts';
import { IN_STOCK } from './transitions.ts';

/** A unit below the grade's tier neither settles nor closes (S-04). */
export const tierOfGrade: OfCase = (dispute, { move }, { actor }) => {
  const wanted = GRADE_TIER[dispute.grade];
  if (TIER[actor.level] <= wanted) return;
  const grade = GRADES[dispute.grade];
  const tier = TIER_NAMES[wanted] ?? grade;
  const verb = move === 'close' ? { zh: '结案', en: 'closed' } : { zh: '化解', en: 'settled' };
  refuse(
    {
      zh: `${dispute.number} 是${grade.zh}纠纷，须由${tier.zh}${verb.zh}，${actor.name}不能（简易村级调、复杂镇级处、重大旗级解）`,
      en: `${dispute.number} is ${grade.en}: it is ${verb.en} at ${tier.en} level, not by ${actor.name}`,
    },
    wayUp(dispute),
  );
};

/** How a dispute comes to the tier that handles it: by the answer to its open offer, or by escalating. */
function wayUp(dispute: Dispute): Text {
  if (dispute.offer)
    return commandHint(
      dispute,
      'show #',
      '已移交，待对方接收后由其办理：$',
      'It is offered: the unit that accepts it does so. $',
    );
  if (!IN_STOCK.has(dispute.status)) return commandHint(dispute, 'show #', '现状用 $ 查看', 'See it with $');
  return commandHint(
    dispute,
    'escalate #',
    '请上报：$；定级过高的由上级调低',
    'Escalate it: $; the unit above lowers a grade that is too high',
  );
}

/** A grade is lowered by a unit of the tier that handles it, or of one above: nobody regrades what is beyond them (S-04). */
export const loweredByTier: OfAct<'regrade'> = (dispute, { grade }, { actor }) => {
  const wanted = GRADE_TIER[dispute.grade];
  if (GRADE_TIER[grade] <= wanted || TIER[actor.level] <= wanted) return;
  const tier = TIER_NAMES[wanted] ?? GRADES[dispute.grade];
  refuse(
    {
      zh: `${dispute.number} 是${GRADES[dispute.grade].zh}纠纷，调低难易程度须由${tier.zh}办理，${actor.name}不能`,
      en: `${dispute.number} is ${GRADES[dispute.grade].en}: its grade is lowered at ${tier.en} level, not by ${actor.name}`,
    },
    wayUp(dispute),
  );
};

/** A new grade is another one. */
export const otherGrade: OfAct<'regrade'> = (dispute, act) => {
  if (act.grade !== dispute.grade) return;
  const grade = GRADES[dispute.grade];
  refuse(
    { zh: `${dispute.number} 已经是${grade.zh}`, en: `${dispute.number} is already ${grade.en}` },
    commandHint(dispute, 'show #', '现状用 $ 查看', 'See it with $'),
  );
};
