import { type Problem, problem, type Whole } from '../intake/sheet.ts';
import { covers, type Day, encloses, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { CODE_LENGTH, LEVELS, type Level, TIER } from './level.ts';
import type { UnitTerm } from './tree.ts';
import type { UnitRow } from './unit.ts';

/** A unit's parent is exactly one level up, and is open for as long as the unit is (S-01). */
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
    return {
      zh: '旗县的代码就是本台账的代码，不能变更',
      en: 'The banner’s code is the ledger’s own and cannot change',
    };
  if (unit.code === next)
    return { zh: `${unit.name} 的代码已经是 ${next}`, en: `${unit.name} already has the code ${next}` };
  const [short] = codeProblems({ ...unit, code: next });
  const late = termProblem(unit, on);
  const wrong = short?.reason ?? late;
  if (wrong)
    return {
      zh: `${short ? `「${next}」：` : `${unit.name} `}${wrong.zh}`,
      en: `${short ? next : unit.name} ${wrong.en}`,
    };
  const other = terms.find(term => term.code === next && term.unit_id !== unit.unit_id && term.to_on > on);
  return other && { zh: `代码 ${next} 属于 ${other.name}`, en: `The code ${next} belongs to ${other.name}` };
}

/** A unit keeps its tier; a village may become a community (村改居) and the other way round. */
export function levelProblems(row: Whole<UnitRow>, before: Whole<UnitRow> | undefined): Problem[] {
  if (!before || TIER[before.level] === TIER[row.level]) return [];
  return [
    problem('level', row.level, {
      zh: `不能由${LEVELS[before.level].zh}改为这一级`,
      en: `is on another tier than ${before.level}`,
    }),
  ];
}

/** A change takes effect within the unit's present term, or earlier figures would change. */
export function termProblem(current: Span, on: Day): Text | undefined {
  if (covers(current, on)) return undefined;
  return on < current.from_on
    ? {
        zh: `不能自 ${on} 起修改：现行登记自 ${current.from_on} 起`,
        en: `cannot change from ${on} on: its current entry begins on ${current.from_on}`,
      }
    : {
        zh: `不能自 ${on} 起修改：已于 ${current.to_on} 停用`,
        en: `cannot change from ${on} on: it was closed on ${current.to_on}`,
      };
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

function wrongTier(level: Level, parent: Level): Text {
  return {
    zh: `是${LEVELS[parent].zh}，不是${LEVELS[level].zh}的上一级`,
    en: `is a ${parent}, which is not one level above a ${level}`,
  };
}
