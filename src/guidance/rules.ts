import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day, overlaps, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';

/** A unit that is guided by a group for a time. */
export interface Membership extends Span {
  readonly group: string;
  readonly unit_id: number;
}

/**
 * The groups of a village or community on the tree's day: its own membership wins over its township's
 * (15 townships and one group for the communities of the town make 16, S-24).
 */
export function groupsOf(unit: UnitTerm, memberships: readonly Membership[], tree: UnitTree): string[] {
  const own = memberships.filter(member => member.unit_id === unit.unit_id && covers(member, tree.day));
  if (own.length > 0) return [...new Set(own.map(member => member.group))];
  const parent = unit.parent_id === null ? undefined : tree.units.get(unit.parent_id);
  return parent ? groupsOf(parent, memberships, tree) : [];
}

/** The group of a village or community on the tree's day; the first where there are two, which `check` finds. */
export function groupOf(unit: UnitTerm, memberships: readonly Membership[], tree: UnitTree): string | undefined {
  return groupsOf(unit, memberships, tree)[0];
}

/** A group visits the units that it guides on that day: a township, or a village or community in it (S-22). */
export function guidedProblems(
  { group_code, unit_code }: { readonly group_code: string; readonly unit_code: string },
  unit: UnitTerm,
  memberships: readonly Membership[],
  tree: UnitTree,
): Problem[] {
  const groups = groupsOf(unit, memberships, tree);
  if (groups.includes(group_code)) return [];
  const named = groups.join('、');
  return [
    problem('unit_code', unit_code, {
      zh: `不由指导组 ${group_code} 指导${named && `（由 ${named} 指导）`}`,
      en: `is not guided by ${group_code}${named && `, but by ${groups.join(', ')}`} on that day`,
    }),
  ];
}

/** A group has townships, villages and communities, not the whole banner (S-22). */
export function levelProblems(code: string, level: string | undefined): Problem[] {
  if (level !== 'banner') return [];
  const reason = { zh: '是旗县，应为乡镇、村或社区', en: 'is the banner; name a township, village or community' };
  return [problem('unit_code', code, reason)];
}

interface Named extends Span {
  readonly code: string;
  readonly group_code: string;
  readonly unit_code: string;
}

/** A unit is in one group at a time; `others` are that unit's entries (S-24). */
export function twiceProblems(row: Named, others: readonly Named[]): Problem[] {
  const clash = others.find(other => overlaps(other, row));
  if (!clash) return [];
  const reason = {
    zh: `在这段时间已归指导组 ${clash.group_code}（请先停用 ${clash.code}）`,
    en: `is already in group ${clash.group_code} during that time (close ${clash.code} first)`,
  };
  return [{ ...problem('unit_code', row.unit_code, reason), summary: ALREADY_IN_GROUP }];
}

const ALREADY_IN_GROUP = { zh: '在这段时间已归一个指导组', en: 'is already in a group during that time' };

/** A group is closed after its last unit. */
export function openUnitsProblem(units: readonly Span[], on: Day): Refusal | undefined {
  const open = units.filter(({ to_on }) => to_on > on).length;
  if (open === 0) return undefined;
  return {
    zh: `这个指导组在 ${on} 还有 ${open} 个机构`,
    en: `The group still has ${counted(open, 'unit')} on ${on}`,
    hint: { zh: '先停用：tiaochu guidance-unit close', en: 'Close them first: tiaochu guidance-unit close' },
  };
}
