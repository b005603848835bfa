import type { Among, PickingPlace } from '../cli/picking.ts';
import type { Known } from '../kernel/view.ts';
import type { UnitTree } from '../units/tree.ts';

/** Something that can be picked. */
export interface Candidate {
  readonly value: string;
  /** What it is called. */
  readonly title: string;
  /** Whom it is or is about: hidden but for what was typed. */
  readonly people: readonly string[];
  /** The organisations that it is about, whose names are no secret. */
  readonly organisations?: readonly string[];
  /** What tells it apart from others of the same name: shown, and searched, too. */
  readonly about: readonly string[];
  /** What people call it besides, first what means it before others: searched, but not shown. */
  readonly alsoCalled?: readonly (readonly string[])[];
  /** What is known of people, which the title hides in the same way. */
  readonly known?: Known;
}

/** Where things are picked: the units of the day, and those that the user's own unit covers; undefined where all are. */
export interface Scene extends PickingPlace, Among {
  readonly tree: UnitTree;
  readonly mine: ReadonlySet<number> | undefined;
}

/** What can be picked, in the order in which it is usually meant. */
export type Source = (scene: Scene) => readonly Candidate[];

/** What is of the user's own units before the rest; otherwise as it was. */
export function mineFirst<R>(rows: readonly R[], { mine }: Scene, unitOf: (row: R) => number): R[] {
  if (!mine) return [...rows];
  return [...rows.filter(row => mine.has(unitOf(row))), ...rows.filter(row => !mine.has(unitOf(row)))];
}

/** The name of a unit, as something says where it belongs. */
export const unitName = ({ tree }: Scene, unit: number): string => tree.units.get(unit)?.name ?? '';
