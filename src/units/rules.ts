import { type Problem, problem, problemsOf, type Whole } from '../intake/sheet.ts';
import { covers, type Day, encloses, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { CODE_LENGTH, LEVELS, TIER } from './level.ts';
import type { UnitTerm } from './tree.ts';
import type { UnitRow } from './unit.ts';

/** A unit's parent is exactly one level up, and is open for as long as the unit is (S-01). */
export function parentProblems(row: Whole<UnitRow>, parent: Whole<UnitRow> | undefined): Problem[] {
  return problemsOf('parent_code', row.parent_code, wrongParent(row, parent));
}

function wrongParent(row: Whole<UnitRow>, parent: Whole<UnitRow> | undefined): Text | undefined {
  if (row.level === 'banner')
    return row.parent_code === '' ? undefined : { zh: '旗县没有上级', en: 'a banner has no parent' };
  if (!parent) return { zh: '没有这个上级机构', en: 'is not a known unit' };
  if (TIER[parent.level] !== TIER[row.level] - 1)
    return {
      zh: `是${LEVELS[parent.level].zh}，不是${LEVELS[row.level].zh}的上一级`,
      en: `is a ${parent.level}, which is not one level above a ${row.level}`,
    };
  return encloses(parent, row)
    ? undefined
    : { zh: '上级机构在这段时间并不都存在', en: 'is not open for the whole of that time' };
}

/** A new unit's code begins with its parent's; a later move to another parent leaves the code as it is (GB/T 2260). */
export function prefixProblems({ level, code, parent_code }: Whole<UnitRow>): Problem[] {
  const fits = level === 'banner' || code.startsWith(parent_code);
  const wrong = { zh: `不以上级代码 ${parent_code} 开头`, en: `does not begin with the parent’s code ${parent_code}` };
  return problemsOf('code', code, fits ? undefined : wrong);
}

/** Codes are GB/T 2260 style: 6 digits for a banner, 9 for a township, 12 for a village or community. */
export function codeProblems({ code, level }: Pick<UnitRow, 'code' | 'level'>): Problem[] {
  const digits = CODE_LENGTH[level];
  const wrong = {
    zh: `${LEVELS[level].zh}的代码应为 ${digits} 位`,
    en: `must have the ${digits} digits of a ${level}`,
  };
  return problemsOf('code', code, code.length === digits ? undefined : wrong);
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
    return {
      zh: '旗县的代码就是本台账的代码，不能变更',
      en: 'The banner’s code is the ledger’s own and cannot change',
    };
  if (unit.code === next)
    return { zh: `${unit.name} 的代码已经是 ${next}`, en: `${unit.name} already has the code ${next}` };
  const [short] = codeProblems({ ...unit, code: next });
  if (short) return { zh: `「${next}」：${short.reason.zh}`, en: `${next} ${short.reason.en}` };
  const outside = outsideProblem(unit, next, terms);
  if (outside) return outside;
  const late = termProblem(unit, on);
  if (late) return { zh: `${unit.name} ${late.zh}`, en: `${unit.name} ${late.en}` };
  const other = terms.find(term => term.code === next && term.unit_id !== unit.unit_id && term.to_on > on);
  return other && { zh: `代码 ${next} 属于 ${other.name}`, en: `The code ${next} belongs to ${other.name}` };
}

/** A code begins with that of the banner: the administrative divisions of another one are not in this ledger. */
function outsideProblem({ name }: UnitTerm, next: string, terms: readonly UnitTerm[]): Text | undefined {
  const banner = terms.find(({ level }) => level === 'banner');
  if (!banner || next.startsWith(banner.code)) return undefined;
  return {
    zh: `「${next}」不在 ${banner.name}（${banner.code}）的代码之内，${name} 不能用`,
    en: `${next} is not a code of ${banner.name} (${banner.code}): ${name} cannot have it`,
  };
}

/** A unit keeps its tier; a village may become a community (村改居) and the other way round. */
export function levelProblems({ level }: Whole<UnitRow>, before: Whole<UnitRow> | undefined): Problem[] {
  if (!before || TIER[before.level] === TIER[level]) return [];
  const wrong = { zh: `不能由${LEVELS[before.level].zh}改为这一级`, en: `is on another tier than ${before.level}` };
  return [problem('level', level, wrong)];
}

/** A change takes effect within the unit's present term, or earlier figures would change. */
export function termProblem(current: Span, on: Day): Text | undefined {
  if (covers(current, on)) return undefined;
  const { from_on, to_on } = current;
  const [zh, en] =
    on < from_on
      ? [`现行登记自 ${from_on} 起`, `its current entry begins on ${from_on}`]
      : [`已于 ${to_on} 停用`, `it was closed on ${to_on}`];
  return { zh: `不能自 ${on} 起修改：${zh}`, en: `cannot change from ${on} on: ${en}` };
}

/** A unit is closed only when nothing of it lasts or happens on that day or later. */
export function openWorkProblem(
  name: string,
  open: readonly { readonly what: Text; readonly one: string; readonly count: number }[],
  on: Day,
): Refusal | undefined {
  const left = open.filter(({ count }) => count > 0);
  if (left.length === 0) return undefined;
  const zh = left.map(({ what, count }) => `${what.zh} ${count}`).join('、');
  const en = left.map(({ what, one, count }) => counted(count, one, what.en)).join(', ');
  return {
    zh: `${name} 在 ${on} 仍有未结工作，不能停用：${zh}`,
    en: `${name} still has open work on ${on}: ${en}`,
    hint: {
      zh: '请先移交或停用这些，或把机构的停用日期定在其后',
      en: 'Hand over or close these first, or close the unit after them',
    },
  };
}
