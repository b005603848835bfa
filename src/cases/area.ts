import type { Noun, Text } from '../kernel/text.ts';
import type { Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import type { Case } from './case.ts';
import type { CaseAct, Life } from './life.ts';

/** Says in words what one entry of a move's details holds; one that holds names says how they are masked. */
export type Saying = readonly [
  title: Text,
  shown: (value: unknown) => Text | string | null,
  mask?: (value: unknown) => unknown,
];

/** Several names in one line, or the one value that stands in their place. */
export const listed = (value: unknown): string => (Array.isArray(value) ? value.join('、') : String(value));

/** One kind of case, as the shared engine needs to know it: disputes and petitions are two of them. */
export interface CaseArea<S extends string, M extends string, C extends Case<S>, A extends CaseAct<M>> {
  readonly kind: 'dispute' | 'petition';
  readonly title: Noun;
  readonly life: Life<S, M, C, A>;
  /** The move that begins it, and what it is called. */
  readonly begins: string;
  readonly birth: Text;
  readonly inStock: ReadonlySet<S>;
  /** The status that counts as a settlement in the stock. */
  readonly settled: S;
  readonly sayings: Readonly<Record<string, Saying>>;
  /** What the changes of its description are called, and how their values read. */
  readonly fields: Readonly<Record<string, Text | Saying>>;
  load(db: Db, number: string): C;
  /** What its history tells besides moves and changes, in the same columns. */
  besides?(db: Db, id: number, tree: UnitTree): readonly (Row & { readonly at: string })[];
  /** Keeps what a move says about the case itself. */
  keep(db: Db, one: C, act: A, moveId: number): void;
}

/** Any kind of case, where only what all have in common is looked at. */
// biome-ignore lint/suspicious/noExplicitAny: a life takes its own cases, so no narrower type fits them all
export type AnyCaseArea = CaseArea<any, any, any, any>;
