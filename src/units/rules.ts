import { type Problem, problem, type Whole } from '../intake/sheet.ts';
import { covers, type Day, encloses } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { CODE_LENGTH, LEVELS, type Level, TIER } from './level.ts';
import type { UnitTerm } from './tree.ts';
import type { UnitRow } from './unit.ts';

/** A unit's parent is exactly one level up, and stands as long as the unit does (S-01). */
export function parentProblems(row: Whole<UnitRow>, parent: Whole<UnitRow> | undefined): Problem[] {
  if (row.level === 'banner')
    return row.parent_code === ''
      ? []
      : [problem('parent_code', row.parent_code, { zh: '旗县没有上级', en: 'a banner has no parent' })];
  if (!parent) return [problem('parent_code', row.parent_code, { zh: '没有这个上级机构', en: 'is not a known unit' })];
  if (TIER[parent.level] !== TIER[row.level] - 1)
    return [problem('parent_code', row.parent_code, wrongTier(row.level, parent.level))];
  if (!encloses(parent, row))
    return [
      problem('parent_code', row.parent_code, {
        zh: '上级机构在这段时间并不都存在',
        en: 'is not open for the whole of that time',
      }),
    ];
  return [];
}

/** A new unit's code begins with its parent's; a later move to another parent leaves the code as it is (GB/T 2260). */
export function prefixProblems(row: Whole<UnitRow>): Problem[] {
  if (row.level === 'banner' || row.code.startsWith(row.parent_code)) return [];
  return [
    problem('code', row.code, {
      zh: `不以上级代码 ${row.parent_code} 开头`,
      en: `does not begin with the parent’s code ${row.parent_code}`,
    }),
  ];
}

/** Codes are GB/T 2260 style: 6 digits for a banner, 9 for a township, 12 for a village or community. */
export function codeProblems(row: Pick<UnitRow, 'code' | 'level'>): Problem[] {
  const digits = CODE_LENGTH[row.level];
  if (row.code.length === digits) return [];
  return [
    problem('code', row.code, {
      zh: `${LEVELS[row.level].zh}的代码应为 ${digits} 位`,
      en: `must have the ${digits} digits of a ${row.level}`,
    }),
  ];
}

/** A ledger is one banner's. */
export function bannerProblems(row: Whole<UnitRow>, county: string): Problem[] {
  if (row.level !== 'banner' || row.code === county) return [];
  return [problem('code', row.code, { zh: `本台账属于 ${county}`, en: `is not ${county}, the county of this ledger` })];
}

/**
 * A code is changed within the unit's present term, has the digits of its level, and is nobody else's from that day on
 * (codes are revoked and reused). The banner's is the ledger's own.
 */
export function recodeProblem(unit: UnitTerm, next: string, terms: readonly UnitTerm[], on: Day): Text | undefined {
  if (unit.level === 'banner')
    return { zh: '旗县的代码就是本台账的代码，不能换', en: 'The banner’s code is the ledger’s own and stays' };
  if (unit.code === next)
    return { zh: `${unit.name} 的代码已经是 ${next}`, en: `${unit.name} has the code ${next} already` };
  const [short] = codeProblems({ ...unit, code: next });
  const late = termProblem(unit, on);
  const wrong = short?.reason ?? late;
  if (wrong)
    return { zh: `${short ? `「${next}」：` : unit.name}${wrong.zh}`, en: `${short ? next : unit.name} ${wrong.en}` };
  const other = terms.find(term => term.code === next && term.unit_id !== unit.unit_id && term.to_on > on);
  return other && { zh: `代码 ${next} 属于 ${other.name}`, en: `The code ${next} is that of ${other.name}` };
}

/** A unit keeps its tier; a village may become a community (村改居) and the other way round. */
export function levelProblems(row: Whole<UnitRow>, before: Whole<UnitRow> | undefined): Problem[] {
  if (!before || TIER[before.level] === TIER[row.level]) return [];
  return [
    problem('level', row.level, {
      zh: `不能由${LEVELS[before.level].zh}改成这一级`,
      en: `cannot follow on ${before.level}`,
    }),
  ];
}

/** A change takes effect within the unit's present term, or everything before it would move. */
export function termProblem(current: { from_on: Day; to_on: Day }, on: Day): Text | undefined {
  if (covers(current, on)) return undefined;
  return {
    zh: `在 ${on} 没有现行登记，不能从那天起修改`,
    en: `has no present entry on ${on}, so nothing can change from that day`,
  };
}

function wrongTier(level: Level, parent: Level): Text {
  return {
    zh: `是${LEVELS[parent].zh}，不是${LEVELS[level].zh}的上一级`,
    en: `is a ${parent}, which is not one level above a ${level}`,
  };
}
