import { expect } from 'vitest';
import type { AnyCaseArea } from '../../src/cases/area.ts';
import type { Case } from '../../src/cases/case.ts';
import { movesOf } from '../../src/cases/move-store.ts';
import type { Failure } from '../../src/kernel/failure.ts';
import type { Db } from '../../src/ledger/sqlite.ts';
import type { UnitTerm } from '../../src/units/tree.ts';
import { among } from './lives.ts';

/** A corrected registration, as the history of a case picks it: at any unit, now and then in the year before. */
export function correctionOf(db: Db, { id, lastOn }: Case, units: readonly UnitTerm[]): readonly string[] {
  const pick = movesOf(db, id).length * 7 + Number(lastOn.slice(8));
  const day = pick % 3 === 0 ? ['--registered-on', pick % 2 === 0 ? '2022-12-30' : '2023-05-31'] : [];
  return ['--unit', among(units, pick).code, ...day, '--reason', '登记有误'];
}

/** Runs a command as the program would: a refused one changes nothing. */
export function orNothing(db: Db, work: () => Failure | undefined): Failure | undefined {
  db.exec('savepoint correction');
  const refusal = work();
  if (refusal) db.exec('rollback to correction');
  db.exec('release correction');
  return refusal;
}

/** Every number that was ever given leads to one case, and the numbers of a unit and year go on from 1 without a gap. */
export function expectSeries(area: AnyCaseArea, db: Db): void {
  const given = db
    .prepare(`select number, unit_id, year, serial, id from cases where kind = ?1 union all
      select number, unit_id, year, serial, case_id from former_number where kind = ?1 order by 2, 3, 4`)
    .all({ 1: area.kind }) as { number: string; unit_id: number; year: number; serial: number; id: number }[];
  for (const [i, { number, unit_id, year, serial, id }] of given.entries()) {
    const before = given[i - 1];
    const isFirst = before?.unit_id !== unit_id || before.year !== year;
    expect([number, serial]).toEqual([number, isFirst ? 1 : before.serial + 1]);
    expect(area.load(db, number).id).toBe(id);
  }
}
