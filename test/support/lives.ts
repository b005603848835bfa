import fc from 'fast-check';
import { afterAll, expect } from 'vitest';
import type { Case } from '../../src/cases/case.ts';
import type { Context } from '../../src/cli/command.ts';
import type { Day } from '../../src/kernel/day.ts';
import { connect } from '../../src/ledger/sqlite.ts';
import { TIER } from '../../src/units/level.ts';
import { loadTree } from '../../src/units/store.ts';
import type { UnitTerm } from '../../src/units/tree.ts';
import type { smallLedger } from './ledger.ts';

export const TODAY = '2023-12-31';
/** The day on which random lives begin. */
export const START = '2023-06-01';

export const oneIn = (n: number) => fc.integer({ min: 1, max: n }).map(k => k === n);
export const among = <T>(list: readonly T[], pick: number) => list[pick % list.length] as T;
export const nothing = () => {};

export const actOn = (on?: Day, reason?: string) => ({
  at: `${TODAY}T08:00:00Z`,
  operator: 'tester',
  on: on ?? TODAY,
  reason,
});

/** A ledger in which random lives are led, and what its commands are run with; it is removed after all tests. */
export function livingIn(ledger: Awaited<ReturnType<typeof smallLedger>>) {
  const db = connect(ledger.path);
  afterAll(() => {
    db.close();
    ledger.remove();
  });
  const tree = loadTree(db, TODAY);
  const context = { db, today: TODAY, stamp: actOn, remark: () => {} } as unknown as Context;
  const tierOf = (id: number) => TIER[(tree.units.get(id) as UnitTerm).level];

  /** The holder changes by "accept" alone, to the unit that it was offered to; going up is one tier at a time. */
  const expectHolderRule = (before: Case, now: Case, move: string) => {
    expect([now.number, now.unit, now.registeredOn]).toEqual([before.number, before.unit, before.registeredOn]);
    expect(now.lastOn >= before.lastOn).toBe(true);
    if (move === 'escalate') expect(now.offer?.to).toBe(tree.units.get(before.holder)?.parent_id);
    const taken = move === 'accept' ? before.offer : undefined;
    expect(now.holder).toBe(taken?.to ?? before.holder);
    if (taken?.kind === 'escalate') expect(tierOf(now.holder)).toBe(tierOf(before.holder) - 1);
    if (taken?.kind === 'hand-down') expect(tierOf(now.holder)).toBeGreaterThan(tierOf(before.holder));
    if (taken) expect(now.offer).toBeUndefined();
    if (taken) expect(now.sender).toBe(taken.kind === 'return' ? undefined : before.holder);
    if (before.offer && now.offer) expect(now.offer).toEqual(before.offer);
  };
  return { db, tree, units: [...tree.units.values()], context, expectHolderRule };
}
