import type { Day } from '../kernel/day.ts';
import { type Text, wordList } from '../kernel/text.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm } from './tree.ts';

/** A village or community that is merged into another one, on the stamp's day. */
export interface Merger {
  readonly from: UnitTerm;
  readonly into: UnitTerm;
  readonly stamp: Stamp;
  readonly today: Day;
}

/** What becomes of the records of a unit that is merged: they are the other unit's from that day on, or they end. */
export const FATES = wordList({
  moves: { zh: '转入', en: 'moves' },
  ends: { zh: '结束', en: 'ends' },
});

/** One kind of records of a unit, as a merger of units treats it; each area says it of its own. */
export interface MergerPart {
  readonly what: Text;
  readonly fate: keyof typeof FATES;
  /** What is to be done about it afterwards. */
  readonly remark?: Text;
  /** Moves or ends the records and names them. */
  carry(db: Db, merger: Merger): readonly string[];
}
