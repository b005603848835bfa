import type { Body, Cells } from './fingerprint.ts';
import { rowNames } from './record-names.ts';
import type { Local, Row } from './record-store.ts';
import type { Shape } from './shape-store.ts';

/** Rows of one table of a record: those that come, and those that are here, by what they are called. */
export interface Meeting {
  readonly shape: Shape;
  readonly names: readonly string[];
  readonly cells: readonly Cells[];
  readonly here: ReadonlyMap<string, { readonly row: Row; readonly cells: Cells }>;
}

/** Brings the rows of a table together that come and that are here. */
export function meet(shape: Shape, body: Body, local: Local | undefined, key: readonly string[] | undefined): Meeting {
  const cells = body[shape.table] ?? [];
  const rows = local?.rows.get(shape.table) ?? [];
  const names = local?.names.get(shape.table) ?? [];
  const known = local?.body[shape.table] ?? [];
  return {
    shape,
    cells,
    names: rowNames(cells, key),
    here: new Map(rows.map((row, i) => [names[i] ?? '', { row, cells: known[i] ?? {} }])),
  };
}
