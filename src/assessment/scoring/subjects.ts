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

/** What is assessed: a township with what is below it, or the villages and communities that a guidance group sets apart. */
export interface Subject {
  readonly code: string;
  readonly name: string;
  readonly units: ReadonlySet<number>;
  /** Whose meetings count for it: itself, or the townships that its communities belong to. */
  readonly townships: ReadonlySet<number>;
  /** What else it may be called: codes that it had or will have, and guidance groups that are this one township. */
  readonly alias: readonly string[];
}

/** What is assessed on the tree's day, by the guidance groups that the ledger has. */
export function subjectsOn(db: Db, tree: UnitTree): Subject[] {
  return subjectsFrom(tree, groups(db), allMemberships(db));
}

/**
 * The townships that are open, each without what stands apart, and after them the guidance groups that set villages or
 * communities apart (S-47, S-49): 15 townships and the communities of the town. No row is without a unit.
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
      units: idsOf(branch(tree, unit).filter(one => !away.has(one.unit_id))),
      townships: idsOf([unit]),
      alias: [
        ...otherCodes(unit, tree),
        ...scopes.flatMap(one => (one.township === unit.unit_id ? [one.group.code, one.group.name] : [])),
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

/** The codes of a unit at other times, but for those that another unit has on the tree's day. */
function otherCodes(unit: UnitTerm, tree: UnitTree): string[] {
  const present = new Set([...tree.units.values()].map(({ code }) => code));
  return tree.terms.filter(term => term.unit_id === unit.unit_id && !present.has(term.code)).map(({ code }) => code);
}

/** The one township that a group is, if it is one, and the villages and communities that it sets apart from their townships. */
function scopeOf(group: string, members: readonly Membership[], tree: UnitTree) {
  const named = everyUnit(tree).filter(
    unit => members.find(one => one.unit_id === unit.unit_id && covers(one, tree.day))?.group === group,
  );
  const whole = named.filter(unit => unit.level === 'township').map(unit => unit.unit_id);
  const beside = named.filter(unit => hasTeam(unit.level) && !whole.includes(unit.parent_id ?? 0));
  const parents = [...new Set([...whole, ...beside.map(unit => unit.parent_id ?? 0)])];
  const [only, ...others] = parents;
  if (only === undefined || others.length > 0) return { township: undefined, apart: beside };
  const top = tree.units.get(only);
  const isAll = top && teamUnits(tree, top).filter(unit => isOpen(tree, unit)).length === beside.length;
  return whole.length > 0 || isAll ? { township: only, apart: [] } : { township: undefined, apart: beside };
}

function idsOf(units: readonly UnitTerm[]): ReadonlySet<number> {
  return new Set(units.map(unit => unit.unit_id));
}

const SUBJECT = { zh: '考核单位', en: 'assessed units', one: 'assessed unit', list: 'report scorecard' };

/** The subject with a code or name, or the one that a unit lies in. */
export function subjectNamed(subjects: readonly Subject[], text: string, tree: UnitTree): Subject {
  const found = subjects.find(one => one.code === text || one.name === text || one.alias.includes(text));
  if (found) return found;
  const unit = unitNamed(tree, text);
  return subjects.find(one => one.units.has(unit.unit_id)) ?? notFound(SUBJECT, text);
}
