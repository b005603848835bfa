import { groupOf } from '../guidance/rules.ts';
import { groups, memberships } from '../guidance/store.ts';
import { covers } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import type { Sqlite } from '../ledger/sqlite.ts';
import { TIER } from '../units/level.ts';
import { branch, everyUnit, isOpen, onTier, type UnitTree, unitNamed } from '../units/tree.ts';

/** What is assessed: a township with all below it, or the units of a guidance group. */
export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly units: ReadonlySet<number>;
  /** Whose meetings count for it: its townships, or those that its communities belong to. */
  readonly townships: ReadonlySet<number>;
}

/**
 * What is assessed on the tree's day (S-49): the guidance groups in force, so that the communities of the town stand in a
 * row of their own beside the townships; without groups the townships.
 */
export function subjectsOn(handle: Sqlite, tree: UnitTree): Subject[] {
  const inForce = groups(handle).filter(group => covers(group, tree.day));
  if (inForce.length === 0)
    return everyUnit(tree)
      .filter(unit => unit.level === 'township' && isOpen(tree, unit))
      .map(unit =>
        subject(
          unit.code,
          unit.name,
          branch(tree, unit).map(one => one.unit_id),
          tree,
        ),
      );
  const all = memberships(handle);
  const own = new Map<string | undefined, number[]>();
  for (const unit of everyUnit(tree)) {
    const group = groupOf(unit, all, tree);
    own.set(group, [...(own.get(group) ?? []), unit.unit_id]);
  }
  return inForce.map(group => subject(group.code, group.name, own.get(group.code) ?? [], tree));
}

function subject(code: string, name: string, ids: readonly number[], tree: UnitTree): Subject {
  const members = ids.flatMap(id => tree.units.get(id) ?? []);
  const townships = members.filter(unit => TIER[unit.level] === 2);
  const above = townships.length > 0 ? townships : members.flatMap(unit => onTier(tree, unit, 2) ?? []);
  return { code, name, units: new Set(ids), townships: new Set(above.map(unit => unit.unit_id)) };
}

const SUBJECT = { zh: '考核单位', en: 'assessed units', one: 'assessed unit', list: 'report scorecard' };

/** The subject with a code or name, or the one that a unit lies in. */
export function subjectNamed(subjects: readonly Subject[], text: string, tree: UnitTree): Subject {
  const found = subjects.find(one => one.code === text || one.name === text);
  if (found) return found;
  const unit = unitNamed(tree, text);
  return subjects.find(one => one.units.has(unit.unit_id)) ?? notFound(SUBJECT, text);
}
