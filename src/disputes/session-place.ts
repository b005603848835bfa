import { windowFor } from '../centre/receiving.ts';
import type { Day } from '../kernel/day.ts';
import { misuse, notFound, refuseIf } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';
import { closedRoomProblem } from '../sites/room-rules.ts';
import { roomNamed } from '../sites/store.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';

/** Where a session is said to be held: in a room or at a window, each by its code or name, or at a place in any words. */
export interface PlaceWords {
  readonly place?: string | undefined;
  readonly room?: string | undefined;
  readonly window?: string | undefined;
}

/** When and by which unit. */
interface Held {
  readonly unit: UnitTerm;
  readonly tree: UnitTree;
  readonly day: Day;
}

/** The room or window of a session, with its name for the place where no other words are given. */
export function sessionPlace(db: Db, { place, room, window }: PlaceWords, { unit, tree, day }: Held) {
  if (room !== undefined && window !== undefined)
    misuse({ zh: '--room 和 --window 只写一个', en: 'Name a room or a window, not both' });
  if (window !== undefined) {
    const found = windowFor(db, window, unit, tree, day);
    return { place: place ?? found.name, windowId: found.id };
  }
  if (room === undefined) return { place };
  const found = openRoom(db, room, { unit, tree, day });
  return { place: place ?? found.name, roomId: found.id };
}

/** The room with a code or, at a site of the unit, with a name; it is in use on that day. */
export function openRoom(db: Db, text: string, { unit, day }: Held) {
  const found = roomNamed(db, text, unit.unit_id) ?? notFound(ROOM_TITLE, text);
  refuseIf(closedRoomProblem(found, day));
  return found;
}

const ROOM_TITLE = { zh: '功能室', en: 'rooms', one: 'room', list: 'room list' };
