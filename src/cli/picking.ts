import type { Day } from '../kernel/day.ts';
import type { Lang } from '../kernel/text.ts';
import type { Zone } from '../kernel/zone.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Choice } from './world.ts';

/** What people name in a command line, and pick while they type where it is left out. */
export type Picked =
  | 'unit'
  | 'household'
  | 'cadre'
  | 'pair'
  | 'agent'
  | 'mediator'
  | 'department'
  | 'category'
  | 'petition_category'
  | 'dispute'
  | 'petition'
  | 'import'
  | 'domain'
  | 'expert'
  | 'linked_leader'
  | 'site'
  | 'room'
  | 'window'
  | 'guidance'
  | 'return_kind'
  | 'household_kind'
  | 'source';

/** What fits some typed words, the likeliest first; without words what is usually meant. At most as many as can be read at a glance, or `most`. */
export type ChoicesFor = (typed: string, most?: number) => Promise<readonly Choice[]>;

/** Where and when something is picked; `unit` is the code of the user's own unit. */
export interface PickingPlace {
  readonly db: Db;
  readonly day: Day;
  readonly lang: Lang;
  readonly unit: string | undefined;
  /** In which instants are read. */
  readonly zone: Zone;
}

/** Among which of all that can be meant: those with some codes, with codes of some lengths, cases in some statuses. */
export interface Among extends Narrowed {
  readonly only?: readonly string[] | undefined;
  readonly inStatuses?: ReadonlySet<string> | undefined;
  readonly ofLengths?: readonly number[] | undefined;
}

/** What the answers so far leave of what is usually meant: only those within some codes, none of those that are left out; one may be recommended. */
export interface Narrowed {
  readonly within?: readonly string[] | undefined;
  readonly except?: readonly string[] | undefined;
  /** It comes first, so that Enter alone takes it. */
  readonly recommended?: string | undefined;
}

/** How each thing is picked; the areas that have the things know it. */
export interface Picking {
  choicesFor(place: PickingPlace, picked: Picked, among?: Among): ChoicesFor;
  /** What records are called, by their codes: names are masked. */
  labels(place: PickingPlace, picked: Picked, codes: readonly string[]): ReadonlyMap<string, string>;
  /** What the records of an area, and those that it names, are called, by those of some words that are codes: the name first. */
  called(place: PickingPlace, noun: string, words: readonly string[]): ReadonlyMap<string, readonly string[]>;
  /** Refuses a word that nothing is called by, and one that several are. */
  check(place: PickingPlace, picked: Picked, text: string): void;
}
