import {
  type CellRecord,
  cellsOf,
  childrenOf,
  INTERIOR,
  KEYED_INTERIOR,
  KEYED_LEAF,
  LEAF,
  recordAt,
} from './page-cells.ts';
import { pagesOf } from './roots.ts';
import type { WorkingCopy } from './working-copy.ts';

/** A tree to which nothing leads any more: where it begins, how its rows are kept, and some of their records. */
export interface LooseTree {
  readonly root: number;
  readonly isNumbered: boolean;
  readonly records: readonly CellRecord[];
}

const KINDS = [LEAF, INTERIOR, KEYED_LEAF, KEYED_INTERIOR];
const NUMBERED = [LEAF, INTERIOR];

/** The trees that neither the schema nor another page names; pages that were freed are none. */
export function looseTrees(copy: WorkingCopy, known: ReadonlySet<number>): LooseTree[] {
  const below = new Set([...known, ...copy.freePages]);
  const roots: number[] = [];
  for (const child of childrenOf(copy.page(1), 100)) below.add(child);
  for (let number = 2; number <= pagesOf(copy); number++) {
    const page = copy.page(number);
    if (!KINDS.includes(page[0] ?? 0)) continue;
    roots.push(number);
    for (const child of childrenOf(page, 0)) below.add(child);
  }
  return roots.filter(root => !below.has(root)).map(root => treeAt(copy, root));
}

/** Pages between a root and the rows, at most. */
const DEEPEST = 8;

function treeAt(copy: WorkingCopy, root: number): LooseTree {
  let page = copy.page(root);
  const isNumbered = NUMBERED.includes(page[0] ?? 0);
  for (let depth = 0; depth < DEEPEST && page[0] !== LEAF && page[0] !== KEYED_LEAF; depth++) {
    const [child] = childrenOf(page, 0);
    if (child === undefined || child > pagesOf(copy)) return { root, isNumbered, records: [] };
    page = copy.page(child);
  }
  const records = cellsOf(page, 0, 8).flatMap(cell => recordAt(page, cell, isNumbered) ?? []);
  return { root, isNumbered, records };
}
