import { commandHint, commandOn } from '../cases/case-hint.ts';
import { refuse } from '../kernel/failure.ts';
import { TIER, TIER_NAMES } from '../units/level.ts';
import type { OfAct, OfCase } from './condition.ts';
import { GRADE_LIST, GRADE_TIER, GRADES } from './dispute.ts';

/** A unit below the grade's tier neither settles nor closes (S-04). */
export const tierOfGrade: OfCase = (dispute, { move }, { actor }) => {
  const wanted = GRADE_TIER[dispute.grade];
  if (TIER[actor.level] <= wanted) return;
  const grade = GRADES[dispute.grade];
  const tier = TIER_NAMES[wanted] ?? grade;
  const verb = move === 'close' ? { zh: '结案', en: 'closed' } : { zh: '化解', en: 'settled' };
  const own = GRADE_LIST.find(grade => GRADE_TIER[grade] === TIER[actor.level]);
  const regrade = `regrade # --grade ${own} --reason …`;
  refuse(
    {
      zh: `${dispute.number} 是${grade.zh}纠纷，须由${tier.zh}${verb.zh}，${actor.name}不能（简易村级调、复杂镇级处、重大旗级解）`,
      en: `${dispute.number} is ${grade.en}: it is ${verb.en} at ${tier.en} level, not by ${actor.name}`,
    },
    commandHint(
      dispute,
      'escalate #',
      `上报：$；定级不对的先调级：${commandOn(dispute, regrade)}`,
      `Escalate it: $; or correct the grade: ${commandOn(dispute, regrade)}`,
    ),
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
