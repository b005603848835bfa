import { checkBelow, checkOpen } from '../cases/offer.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import { TIER, TIER_NAMES } from '../units/level.ts';
import { onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';
import { GRADE_TIER, GRADES, type Grade } from './dispute.ts';

/**
 * The unit to which registering offers a case: none where the registering unit is on the grade's tier; the unit above on
 * that tier; or, from above, the one that is named. One door: any unit registers, the right one handles (S-10).
 */
export function rightUnit(
  tree: UnitTree,
  unit: UnitTerm,
  grade: Grade,
  named: UnitTerm | undefined,
): UnitTerm | undefined {
  const wanted = GRADE_TIER[grade];
  const own = TIER[unit.level];
  const words = { grade: GRADES[grade], tier: TIER_NAMES[wanted] ?? GRADES[grade] };
  if (own === wanted && named)
    refuse(
      {
        zh: `${words.grade.zh}纠纷由${words.tier.zh}处理，${unit.name} 自己办理，不用移交`,
        en: `A ${words.grade.en} dispute is handled at ${words.tier.en} level: ${unit.name} keeps it`,
      },
      { zh: '请去掉 --to', en: 'Omit --to' },
    );
  if (own < wanted && named) {
    checkBelow(unit.unit_id, named, tree);
    if (TIER[named.level] !== wanted)
      refuse(
        {
          zh: `${words.grade.zh}纠纷由${words.tier.zh}处理，${named.name}不是`,
          en: `A ${words.grade.en} dispute is handled at ${words.tier.en} level, which ${named.name} is not`,
        },
        { zh: '请用 --to 写那一级的机构', en: 'Name a unit of that tier with --to' },
      );
    checkOpen(named, tree);
    return named;
  }
  if (own === wanted) return undefined;
  if (own > wanted) {
    const above = onTier(tree, unit, wanted);
    if (named && named.unit_id !== above?.unit_id)
      refuse(
        {
          zh: `${unit.name} 登记的${words.grade.zh}纠纷移交给${above?.name}`,
          en: `A ${words.grade.en} dispute registered at ${unit.name} is offered to ${above?.name}`,
        },
        { zh: '请去掉 --to', en: 'Omit --to' },
      );
    return above;
  }
  return misuse(
    {
      zh: `${words.grade.zh}纠纷由${words.tier.zh}处理，在${unit.name}登记时须用 --to 写明接收的下级机构`,
      en: `A ${words.grade.en} dispute is handled at ${words.tier.en} level: when you register it at ${unit.name}, name the unit with --to`,
    },
    { zh: '下级机构用 tiaochu unit tree 查看', en: 'tiaochu unit tree shows the units below' },
  );
}
