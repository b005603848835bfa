import type { Day } from '../kernel/day.ts';
import type { Db } from '../ledger/sqlite.ts';

/** A petition that came from an old ledger, with marks of what its row said. */
export interface TakenOver {
  readonly id: number;
  readonly registeredOn: Day;
  readonly marks: Readonly<Record<string, string>>;
}

/** The petitions that came from old ledgers, by their old number. */
export function oldPetitions(db: Db): Map<string, TakenOver> {
  const rows = db
    .prepare(
      `select m.id, m.old_number, m.registered_on, v.details from cases m join move v on v.id = (select min(id) from move where case_id = m.id)
       where m.kind = 'petition' and m.old_number is not null`,
    )
    .all() as { id: number; old_number: string; registered_on: Day; details: string }[];
  return new Map(
    rows.map(({ id, old_number, registered_on: registeredOn, details }) => [
      old_number,
      { id, registeredOn, ...(JSON.parse(details) as Pick<TakenOver, 'marks'>) },
    ]),
  );
}
