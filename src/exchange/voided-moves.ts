import { Failure } from '../kernel/failure.ts';
import type { Cells } from './fingerprint.ts';
import type { Id } from './key-store.ts';
import type { Meeting } from './meeting.ts';
import type { Purging } from './purging.ts';

interface Moves {
  readonly moves: Meeting;
  readonly voided: Meeting;
  /** The case, as people call it. */
  readonly key: string;
  readonly ids: ReadonlyMap<string, Id>;
  readonly purging: Purging;
}

/** What a voided move is a copy of. */
const COPIED = ['name', 'on_day', 'at', 'operator', 'unit_id', 'status', 'holder_id', 'reason', 'details'] as const;
const copyOf = (cells: Cells): Cells => Object.fromEntries(COPIED.map(column => [column, cells[column] ?? null]));

/**
 * Keeps the voided moves that come, before the moves themselves change: only a move of which a voided copy is kept may leave
 * a history, as it does when it is stepped back here. Throws where a move goes without one (exit 5).
 */
export function keepVoidedMoves(
  { moves, voided, key, ids, purging }: Moves,
  insert: (cells: Cells, move: Id) => void,
): void {
  const going = [...moves.here].filter(([name, { cells }]) => {
    const now = moves.cells[moves.names.indexOf(name)];
    return now === undefined || (JSON.stringify(now) !== JSON.stringify(cells) && !purging.leaves(cells, now));
  });
  const left = going.map(([, { row, cells }]) => ({ copy: copyOf(cells), id: Number(row.id) }));
  const takeCopied = (copy: Cells): number | undefined => {
    const text = JSON.stringify(copy);
    const same = left.findIndex(one => JSON.stringify(one.copy) === text);
    const at = same < 0 ? left.findIndex(one => purging.leaves(one.copy, copy)) : same;
    return at < 0 ? undefined : left.splice(at, 1)[0]?.id;
  };
  // Numbers of moves leave room for one that was stepped back between two of them.
  const placed = (after: unknown) => (Number(after) > 0 ? Number(ids.get(`move ${after}`) ?? 0) + 1 : 0);
  for (const [i, name] of voided.names.entries()) {
    const cells = voided.cells[i] ?? {};
    if (voided.here.has(name)) continue;
    const { move_id: named, after, ...said } = cells;
    insert(said, takeCopied(copyOf(said)) ?? ids.get(`move ${named}`) ?? placed(after));
  }
  if (left.length > 0) throw otherHistory(key);
}

function otherHistory(key: string): Failure {
  return new Failure(
    'rejected',
    {
      zh: `${key} 在本台账的办理经过不是数据包中经过的一部分；未写入任何数据`,
      en: `The history of ${key} in this ledger is not a part of that in the bundle; nothing was written`,
    },
    {
      zh: '两边的经过不同：先用 dispute history 或 petition history 对照，再用 --leave-out 略过这一件',
      en: 'The two differ: compare them with dispute history or petition history, and leave the case out with --leave-out',
    },
  );
}
