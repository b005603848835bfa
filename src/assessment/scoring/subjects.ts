import type { Membership } from '../../guidance/rules.ts';
import { allMemberships, type Group, groups } from '../../guidance/store.ts';
import { covers } from '../../kernel/day.ts';
import { notFound } from '../../kernel/failure.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { hasTeam } from '../../units/level.ts';
import {
  branch,
  everyUnit,
  isOpen,
  onTier,
  teamUnits,
  type UnitTerm,
  type UnitTree,
  unitNamed,
} from '../../units/tree.ts';

/** An assessed unit: a township with its villages and communities, or those that a guidance group has to itself. */
export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly units: ReadonlySet<number>;
  /** Whose meetings count for it: itself, or the townships that its communities belong to. */
  readonly townships: ReadonlySet<number>;
  /** Its other names: codes that it had or will have, and the guidance groups that equal this township. */
  readonly alias: readonly string[];
}

/** The units that are assessed on the tree's day. */
export function subjectsOn(db: Db, tree: UnitTree): Subject[] {
  return subjectsFrom(tree, groups(db), allMemberships(db));
}

/**
 * The open townships, each without the villages and communities that are assessed apart, and then the guidance groups that
 * have some to themselves (S-47, S-49): 15 townships and the communities of the town. No row is without a unit.
 */
export function subjectsFrom(tree: UnitTree, every: readonly Group[], members: readonly Membership[]): Subject[] {
  const scopes = every
    .filter(group => covers(group, tree.day))
    .map(group => ({ group, ...scopeOf(group.code, members, tree) }));
  const away = new Set(scopes.flatMap(({ apart }) => apart.map(unit => unit.unit_id)));
  const townships = everyUnit(tree).filter(unit => unit.level === 'township' && isOpen(tree, unit));
  return [
    ...townships.map(unit => ({
      code: unit.code,
      name: unit.name,
      units: idsOf(branch(tree, unit).filter(({ unit_id }) => !away.has(unit_id))),
      townships: idsOf([unit]),
      alias: [
        ...otherCodes(unit, tree),
        ...scopes.flatMap(({ group, township }) => (township === unit.unit_id ? [group.code, group.name] : [])),
      ],
    })),
    ...scopes
      .filter(({ apart }) => apart.length > 0)
      .map(({ group, apart }) => ({
        code: group.code,
        name: group.name,
        units: idsOf(apart),
        townships: idsOf(apart.flatMap(unit => onTier(tree, unit, 2) ?? [])),
        alias: [],
      })),
  ];
}

/** The codes of a unit at other times, except those that another unit has on the tree's day. */
function otherCodes(unit: UnitTerm, tree: UnitTree): string[] {
  const present = new Set([...tree.units.values()].map(({ code }) => code));
  return tree.terms.filter(term => term.unit_id === unit.unit_id && !present.has(term.code)).map(({ code }) => code);
}

/** The township that a group equals, if there is one, or else the villages and communities that it has apart from their townships. */
function scopeOf(group: string, members: readonly Membership[], tree: UnitTree) {
  const groupOf = (unit: number) =>
    members.find(({ unit_id, ...span }) => unit_id === unit && covers(span, tree.day))?.group;
  const named = everyUnit(tree).filter(unit => groupOf(unit.unit_id) === group);
  const whole = named.filter(unit => unit.level === 'township').map(unit => unit.unit_id);
  const beside = named.filter(unit => hasTeam(unit.level) && !whole.includes(parentOf(unit)));
  const parents = [...new Set([...whole, ...beside.map(parentOf)])];
  const [only, ...others] = parents;
  if (only === undefined || others.length > 0) return { township: undefined, apart: beside };
  const top = tree.units.get(only);
  const isAll = top && teamUnits(tree, top).filter(unit => isOpen(tree, unit)).length === beside.length;
  return whole.length > 0 || isAll ? { township: only, apart: [] } : { township: undefined, apart: beside };
}

/** The township of a village or community. */
function parentOf({ code, parent_id }: UnitTerm): number {
  if (parent_id === null) throw new Error(`${code} belongs to no township`);
  return parent_id;
}

function idsOf(units: readonly UnitTerm[]): ReadonlySet<number> {
  return new Set(units.map(unit => unit.unit_id));
}

export const SUBJECT = { zh: '考核单位', en: 'assessed units', one: 'assessed unit', list: 'report scorecard' };

/** The assessed unit with a code or name, or the one that has a unit. */
export function subjectNamed(subjects: readonly Subject[], text: string, tree: UnitTree): Subject {
  const found = subjects.find(({ code, name, alias }) => code === text || name === text || alias.includes(text));
  if (found) return found;
  const unit = unitNamed(tree, text);
  return subjects.find(({ units }) => units.has(unit.unit_id)) ?? notFound(SUBJECT, text);
}
