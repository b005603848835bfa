import { knownWords } from '../kernel/hiding.ts';
import type { Known } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { AnyCaseArea } from './area.ts';
import { detailsOf } from './case.ts';
import { movesOf } from './move-store.ts';
import { partyWordsOf } from './people-store.ts';

/**
 * Who is concerned by a case: its parties with their numbers and representatives, those of before too, and the persons
 * whom its acts name. Its facts and records hide them.
 */
export function peopleOfCase(area: AnyCaseArea, db: Db, id: number): Known {
  const named = movesOf(db, id).flatMap(move =>
    Object.entries(detailsOf(area.decode(db, move))).flatMap(([key, value]) =>
      area.details[key]?.[2] ? [value].flat() : [],
    ),
  );
  return knownWords([...partyWordsOf(db, id), ...named]);
}
