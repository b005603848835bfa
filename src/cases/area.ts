import type { Noun, Text, Word } from '../kernel/text.ts';
import type { Row } from '../kernel/view.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import type { Case, CaseAct, CaseKind, Step } from './case.ts';
import type { Life } from './life.ts';
import type { MoveRow } from './move-store.ts';
import type { PartyRow } from './party-store.ts';
import type { Written } from './written.ts';

/** How one detail of an act reads: its label, its value in words, and how names in it are masked. */
export type DetailLabel = readonly [
  title: Text,
  shown: (value: unknown) => Text | string | null,
  mask?: (value: unknown) => unknown,
];

export const listed = (value: unknown): string => (Array.isArray(value) ? value.join('、') : String(value));

/** Saves what an act changed: the columns whose facts differ, and the rows that the act brings. */
export type SaveFacts<C, A> = (before: C, after: C, act: A, moveId: number, stamp: Stamp) => void;

/** A case of the same or of the other kind. */
export interface OtherCase {
  readonly kind: CaseKind;
  readonly id: number;
  readonly number: string;
}

/** Where a case is registered: at which unit; the unit below that is named as handling it, and to which it was offered before. */
export interface RegisteringPlace {
  readonly unit: UnitTerm;
  readonly tree: UnitTree;
  readonly to: UnitTerm | undefined;
  readonly offeredBefore: number | undefined;
}

/** A kind of case as the shared engine sees it; the two kinds are disputes and petitions. */
export interface CaseArea<C extends Case, A extends CaseAct> {
  readonly kind: CaseKind;
  readonly title: Noun;
  readonly life: Life<C, A>;
  readonly details: Readonly<Record<string, DetailLabel>>;
  /** What the changes of its description are called, and how their values read. */
  readonly fields: Readonly<Record<string, Text | DetailLabel>>;
  /** Reads an act from the history; also as earlier versions wrote it. */
  decode(db: Db, row: MoveRow): A;
  /** The columns that keep the facts for lists and reports. */
  columns(facts: C): Readonly<Record<string, string | number | null>>;
  /** The case with a number, or the end of one. */
  load(db: Db, number: string): C;
  saver(db: Db): SaveFacts<C, A>;
  /** Refuses parties that a case cannot have, after they were entered or changed. */
  checkParties?(db: Db, caseFile: C, parties: readonly PartyRow[]): void;
  /** The tables with rows that its moves write, besides those of all cases. */
  readonly written: readonly Written[];
  /** Saves what a case is like without a move that is stepped back, where neither columns nor written rows hold it. */
  restore?(db: Db, after: C, move: MoveRow, stamp: Stamp): void;
  /** The other case in which an act wrote. */
  elsewhere?(db: Db, act: A): OtherCase | undefined;
  /** Reverts in the other case what an act that is stepped back did there. */
  revertElsewhere?(db: Db, act: A, tree: UnitTree, stamp: Stamp): void;
  /** The cases that were merged into one: their history belongs to its own. */
  mergedInto?(db: Db, id: number): readonly { readonly id: number; readonly number: string }[];
  /** What registering it at a unit makes of it: to whom it is offered, which deadlines start. Refuses where that cannot be. */
  firstStep(details: Readonly<Record<string, unknown>>, place: RegisteringPlace): Step<C['status']>;
  /** An act as another unit would have made it, where the unit makes a difference to what it says. */
  actAt?(act: A, unit: UnitTerm): A;
  /** What its history has besides moves and changes, in the same columns. */
  extraHistory?(db: Db, id: number, tree: UnitTree): readonly (Row & { readonly at: string; readonly move: Word })[];
}

/** Any kind of case, where only what all have in common is looked at. */
// biome-ignore lint/suspicious/noExplicitAny: each kind has its own cases and acts, so no narrower type fits them all
export type AnyCaseArea = CaseArea<any, any>;

/** What a move is called, the first one included. */
export function moveTitle({ life }: AnyCaseArea, move: string): Word {
  return { ...((life.moves as Readonly<Record<string, Text>>)[move] ?? life.firstMoveText), code: move };
}
