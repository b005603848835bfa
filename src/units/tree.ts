import type { Selectable } from 'kysely';
import { covers, type Day } from '../kernel/day.ts';
import { Ambiguous, type Failure, notFound } from '../kernel/failure.ts';
import type { UnitTermTable } from '../ledger/schema/units.ts';
import { unitsCalled } from '../naming/unit-names.ts';
import { hasTeam, TIER } from './level.ts';

/** A unit's code, name, level and parent during one term. */
export type UnitTerm = Readonly<Omit<Selectable<UnitTermTable>, 'id'>>;

/** The tree of units on a day. A closed unit keeps its last place, so that its past figures are counted somewhere. */
export interface UnitTree {
  readonly day: Day;
  readonly units: ReadonlyMap<number, UnitTerm>;
  /** In order of their codes; the banner's is under null. */
  readonly children: ReadonlyMap<number | null, readonly UnitTerm[]>;
  readonly terms: readonly UnitTerm[];
  /** By the units that were merged into others by that day: into which. */
  readonly mergedInto?: ReadonlyMap<number, number>;
}

/** Builds the tree of a day from all terms. Units that begin later are not in it. */
export function treeOn(terms: readonly UnitTerm[], day: Day): UnitTree {
  const units = new Map<number, UnitTerm>();
  for (const term of [...terms].sort((a, b) => (a.from_on < b.from_on ? -1 : 1)))
    if (term.from_on <= day) units.set(term.unit_id, term);
  const children = new Map<number | null, UnitTerm[]>();
  for (const unit of units.values()) children.set(unit.parent_id, [...(children.get(unit.parent_id) ?? []), unit]);
  for (const list of children.values()) list.sort((a, b) => (a.code < b.code ? -1 : 1));
  return { day, units, children, terms };
}

/** The unit that took the place of a unit that was merged, and that of a unit which took its place in turn. */
export function successorOf(tree: Pick<UnitTree, 'mergedInto'>, unit: number): number | undefined {
  const next = tree.mergedInto?.get(unit);
  return next === undefined ? undefined : (successorOf(tree, next) ?? next);
}

/** Every unit with its current code and name and its whole span, since its records outlast its names. */
export function unitLives(terms: readonly UnitTerm[]): UnitTerm[] {
  const lives = new Map<number, UnitTerm>();
  for (const term of [...terms].sort((a, b) => (a.from_on < b.from_on ? -1 : 1)))
    lives.set(term.unit_id, { ...term, from_on: lives.get(term.unit_id)?.from_on ?? term.from_on });
  return [...lives.values()];
}

/** Every unit with its whole span, by each code that it has or had, as files of earlier years name it. */
export function unitsByCode(everyTerm: readonly UnitTerm[]): Map<string, UnitTerm> {
  const lives = new Map(unitLives(everyTerm).map(unit => [unit.unit_id, unit]));
  const terms = [...everyTerm].sort((a, b) => (a.from_on < b.from_on ? -1 : 1));
  return new Map(terms.flatMap(term => [[term.code, lives.get(term.unit_id) ?? term] as const]));
}

export function isOpen(tree: UnitTree, unit: UnitTerm): boolean {
  return covers(unit, tree.day);
}

/** A unit and everything below it, depth first, in order of codes. */
export function branch(tree: UnitTree, top: UnitTerm): UnitTerm[] {
  return [top, ...(tree.children.get(top.unit_id) ?? []).flatMap(child => branch(tree, child))];
}

/** The ids of a unit and everything below it, by its code or name; undefined if no unit is given. */
export function unitsWithin(tree: UnitTree, text: string | undefined): ReadonlySet<number> | undefined {
  return text === undefined ? undefined : new Set(branch(tree, unitNamed(tree, text)).map(unit => unit.unit_id));
}

/** The open units below a unit, in order of codes. */
export function openBelow(tree: UnitTree, top: UnitTerm): UnitTerm[] {
  return branch(tree, top).filter(unit => unit.unit_id !== top.unit_id && isOpen(tree, unit));
}

export function everyUnit(tree: UnitTree): UnitTerm[] {
  return (tree.children.get(null) ?? []).flatMap(top => branch(tree, top));
}

/** A unit's ancestor (or itself) on a tier: 1 banner, 2 township, 3 village or community. */
export function onTier(tree: UnitTree, unit: UnitTerm, tier: number): UnitTerm | undefined {
  let at: UnitTerm | undefined = unit;
  while (at && TIER[at.level] > tier) at = at.parent_id === null ? undefined : tree.units.get(at.parent_id);
  return at && TIER[at.level] === tier ? at : undefined;
}

/** The villages and communities of a branch: those with a service team. */
export function teamUnits(tree: UnitTree, top?: UnitTerm): UnitTerm[] {
  return (top ? branch(tree, top) : everyUnit(tree)).filter(unit => hasTeam(unit.level));
}

const UNIT = { zh: '机构', en: 'units', one: 'unit', list: 'unit tree' };

/** Whether a text is the code or the name of a unit, as that of an organ above the ledger is not. */
export function isUnit({ units }: UnitTree, text: string): boolean {
  return [...units.values()].some(({ code, name }) => code === text || name === text);
}

/** The unit with a code, or with a name that only one has. Throws a not-found Failure that lists similar ones. */
export function unitNamed(tree: UnitTree, text: string): UnitTerm {
  // A closed unit's code may belong to another unit now.
  const coded = [...tree.units.values()].filter(unit => unit.code === text);
  const byCode = coded.find(unit => isOpen(tree, unit)) ?? coded.at(-1);
  if (byCode) return byCode;
  const former = tree.terms.find(term => term.code === text && tree.units.has(term.unit_id));
  if (former) return tree.units.get(former.unit_id) ?? former;
  const known = [...tree.units.values()].map(unit => ({ ...unit, id: unit.unit_id, parent: unit.parent_id }));
  const named = unitsCalled(known, text).flatMap(({ id }) => tree.units.get(id) ?? []);
  if (named.length === 1 && named[0]) return named[0];
  const near =
    named.length > 1 ? named : [...tree.units.values()].filter(u => text.length > 1 && u.name.includes(text));
  if (near.length > 0) throw ambiguous(text, near);
  notFound(UNIT, text);
}

function ambiguous(text: string, near: readonly UnitTerm[]): Failure {
  const shown = near.slice(0, 8).map(unit => `${unit.code} ${unit.name}`);
  return new Ambiguous(
    'unit',
    near.map(({ code }) => code),
    { zh: `没有名称恰为「${text}」的唯一机构`, en: `No single unit is called "${text}"` },
    { zh: `是否为：${shown.join('、')}`, en: `Perhaps: ${shown.join(', ')}` },
  );
}
