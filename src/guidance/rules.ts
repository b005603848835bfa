import { type Problem, problem } from '../intake/sheet.ts';
import { covers, overlaps, type Span } from '../kernel/day.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';

/** A unit in a group's care for a time. */
export interface Membership extends Span {
  /** The group's code. */
  readonly group: string;
  readonly unit_id: number;
}

/**
 * The groups that a village or community lies in on the tree's day: its own membership wins over its township's
 * (15 townships and one group for the communities of the town make 16, S-24).
 */
export function groupsOf(unit: UnitTerm, memberships: readonly Membership[], tree: UnitTree): string[] {
  const own = memberships.filter(one => one.unit_id === unit.unit_id && covers(one, tree.day));
  if (own.length > 0) return [...new Set(own.map(one => one.group))];
  const parent = unit.parent_id === null ? undefined : tree.units.get(unit.parent_id);
  return parent ? groupsOf(parent, memberships, tree) : [];
}

/** The group of a village or community on the tree's day; the first of two, which `check` would find. */
export function groupOf(unit: UnitTerm, memberships: readonly Membership[], tree: UnitTree): string | undefined {
  return groupsOf(unit, memberships, tree)[0];
}

/** A group has townships, villages and communities, not the whole banner (S-22). */
export function levelProblems(code: string, level: string | undefined): Problem[] {
  if (level !== 'banner') return [];
  return [
    problem('unit_code', code, {
      zh: '是旗县，应为乡镇、村或社区',
      en: 'is the banner; name a township, village or community',
    }),
  ];
}

interface Named extends Span {
  readonly code: string;
  readonly group_code: string;
  readonly unit_code: string;
}

/** A unit is in one group at a time (S-24). */
export function twiceProblems(row: Named, others: readonly Named[]): Problem[] {
  const clash = others.find(one => one.unit_code === row.unit_code && overlaps(one, row));
  if (!clash) return [];
  return [
    {
      ...problem('unit_code', row.unit_code, {
        zh: `在这段时间已归指导组 ${clash.group_code}（${clash.code}，先停用）`,
        en: `is in group ${clash.group_code} in that time already (${clash.code}; close that first)`,
      }),
      summary: { zh: '在这段时间已归一个指导组', en: 'is in a group in that time already' },
    },
  ];
}
