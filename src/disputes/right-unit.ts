import { checkBelow, checkOpen } from '../cases/offer.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { TIER, TIER_NAMES } from '../units/level.ts';
import { onTier, openBelow, type UnitTerm, type UnitTree } from '../units/tree.ts';
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
  if (own > wanted) return above(tree, unit, grade, named);
  if (own < wanted) return below(tree, unit, grade, named);
  if (named)
    refuse(
      {
        zh: `${handledBy(grade).zh}，${unit.name} 自己办理，不用移交`,
        en: `${handledBy(grade).en}: ${unit.name} keeps it`,
      },
      { zh: '请去掉 --to', en: 'Omit --to' },
    );
  return undefined;
}

/** From below, the case goes to the unit above on the grade's tier; no other can be named. */
function above(tree: UnitTree, unit: UnitTerm, grade: Grade, named: UnitTerm | undefined): UnitTerm | undefined {
  const right = onTier(tree, unit, GRADE_TIER[grade]);
  if (named && named.unit_id !== right?.unit_id)
    refuse(
      {
        zh: `${unit.name} 登记的${GRADES[grade].zh}纠纷移交给${right?.name}`,
        en: `A ${GRADES[grade].en} dispute registered at ${unit.name} is offered to ${right?.name}`,
      },
      { zh: '请去掉 --to', en: 'Omit --to' },
    );
  return right;
}

/** From above, the unit must be named, lie below and be on the grade's tier. */
function below(tree: UnitTree, unit: UnitTerm, grade: Grade, named: UnitTerm | undefined): UnitTerm {
  if (!named)
    return misuse(
      {
        zh: `${handledBy(grade).zh}，在${unit.name}登记时须用 --to 写明接收的下级机构`,
        en: `${handledBy(grade).en}: when you register it at ${unit.name}, name the unit with --to`,
      },
      { zh: '下级机构用 tiaochu unit tree 查看', en: 'tiaochu unit tree shows the units below' },
    );
  checkBelow(unit.unit_id, named, tree);
  if (TIER[named.level] !== GRADE_TIER[grade])
    refuse(
      { zh: `${handledBy(grade).zh}，${named.name}不是`, en: `${handledBy(grade).en}, which ${named.name} is not` },
      { zh: '请用 --to 写那一级的机构', en: 'Name a unit of that tier with --to' },
    );
  checkOpen(named, tree);
  return named;
}

/** The units of which one is named where a case is registered above the grade's tier. */
export function rightUnitsBelow(tree: UnitTree, unit: UnitTerm, grade: Grade): UnitTerm[] {
  return openBelow(tree, unit).filter(({ level }) => TIER[level] === GRADE_TIER[grade]);
}

function handledBy(grade: Grade): Text {
  const tier = TIER_NAMES[GRADE_TIER[grade]] ?? GRADES[grade];
  return {
    zh: `${GRADES[grade].zh}纠纷由${tier.zh}处理`,
    en: `A ${GRADES[grade].en} dispute is handled at ${tier.en} level`,
  };
}
