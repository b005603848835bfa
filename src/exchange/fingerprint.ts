import { createHash } from 'node:crypto';
import type { Cell } from './shape-store.ts';

export type Cells = Readonly<Record<string, Cell>>;

/** A record as it travels: the rows of each table, with keys in the place of numbers. */
export type Body = Readonly<Record<string, readonly Cells[]>>;

/** Every ledger counts a running deadline by the calendar that it has. */
const COUNTED = ['due_on', 'due_latest'];
/** Numbers of moves may be given again, so that it cannot always be told where a voided one stood. */
const PLACE = ['after'];

/** What two ledgers compare to know whether they have the same state of a record. */
export function fingerprint(body: Body): string {
  return createHash('sha256')
    .update(JSON.stringify(compared(body)))
    .digest('base64url');
}

function compared(body: Body): Body {
  if (body.cases === undefined) return body;
  const { deadline, voided_move } = body;
  return {
    ...body,
    ...(deadline ? { deadline: deadline.map(cells => (cells.done === '' ? without(cells, COUNTED) : cells)) } : {}),
    ...(voided_move ? { voided_move: voided_move.map(cells => without(cells, PLACE)) } : {}),
  };
}

function without(cells: Cells, names: readonly string[]): Cells {
  return Object.fromEntries(Object.entries(cells).filter(([name]) => !names.includes(name)));
}
