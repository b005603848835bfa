import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/cases/case.ts';
import { DEADLINE_CODES, DEADLINES, type DeadlineCode, deadlineCode } from '../../src/deadlines/codes.ts';
import { ruleOn } from '../../src/deadlines/rules.ts';
import { allRules } from '../../src/deadlines/store.ts';
import { MOVE_LIST as DISPUTE_MOVES, STATUS_LIST as DISPUTE_STATUSES } from '../../src/disputes/transitions.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { MOVE_LIST as PETITION_MOVES, STATUS_LIST as PETITION_STATUSES } from '../../src/petitions/transitions.ts';
import * as disputes from '../support/disputes.ts';
import { smallLedger } from '../support/ledger.ts';
import * as petitions from '../support/petitions.ts';
import { unlessRefused } from '../support/refusals.ts';

/** What each move starts and meets, over all statuses in which it can be made; with an open offer and without. */
function observed(): Map<string, Step[]> {
  const steps = new Map<string, Step[]>();
  const note = (move: string, step: Step | Failure) => {
    if (!(step instanceof Failure)) steps.set(move, [...(steps.get(move) ?? []), step]);
  };
  const { BANNER, TOWNSHIP, VILLAGE, offerTo, agreement } = disputes;
  const handed = offerTo(BANNER, { kind: 'hand-down', answerBy: '2023-07-01' });
  for (const status of DISPUTE_STATUSES)
    for (const move of DISPUTE_MOVES)
      for (const more of [
        {},
        { offer: handed },
        { offer: undefined, sender: VILLAGE.unit_id, mediationDue: undefined, isDelegated: true },
      ]) {
        const [state, said] = disputes.GOOD[move];
        const details = { ...said.details, ...(move === 'settle' ? { performBy: '2023-07-01' } : {}) };
        const signed = move === 'sign' ? { agreement: agreement(), effectiveOn: '2023-06-20' } : {};
        const facts = disputes.dispute({ ...state, status, ...more });
        const act = disputes.act(move, { ...said, details: { ...details, ...signed } });
        note(
          `dispute ${move}`,
          unlessRefused(() => disputes.decide(facts, act)),
        );
      }
  for (const status of PETITION_STATUSES)
    for (const move of PETITION_MOVES)
      for (const [more, extra, actor] of [
        [{}, {}],
        [{ offer: handed }, {}],
        [{ offer: offerTo(BANNER), handler: undefined }, {}],
        [{ reviewed: true }, {}],
        [{ handler: undefined }, { carries: true }],
        [{ classedAs: 'litigation' }, { as: 'residual' }],
        [{}, { department: '旗自然资源局', departmentId: 8 }],
        [{ holder: BANNER.unit_id }, { to: TOWNSHIP.code }],
        [{ holder: VILLAGE.unit_id, offer: undefined }, {}, VILLAGE],
      ] as const) {
        const [state, said] = petitions.goodIn(status, move);
        const facts = petitions.petition({ ...state, status, ...more });
        const act = petitions.act(move, {
          ...(actor ? { actor } : {}),
          ...said,
          details: { ...said.details, ...extra },
        });
        note(
          `petition ${move}`,
          unlessRefused(() => petitions.decide(facts, act)),
        );
      }
  return steps;
}

describe('the table of deadline codes', () => {
  const steps = observed();
  const movesThat = (does: (step: Step) => boolean) =>
    [...steps].flatMap(([move, made]) => (made.some(does) ? [move] : [])).sort();
  const withoutFirst = (moves: readonly string[]) =>
    moves.filter(move => !['dispute register', 'petition lodge'].includes(move)).sort();

  test.each(DEADLINE_CODES)('%s is started by the moves that it names', code => {
    // The tests' units are of all tiers; a case is registered outside the rules of its later moves.
    const started = movesThat(({ starts = [] }) => starts.some(start => start.code === code));
    const named = withoutFirst(DEADLINES[code].startedBy);
    if (code.startsWith('TIER_')) expect(named).toEqual(expect.arrayContaining(started));
    else expect(started).toEqual(named);
  });

  test.each(DEADLINE_CODES)('%s is met by the moves that it names, and by no other that says so', code => {
    const met = (all: boolean) =>
      movesThat(({ ends = [] }) =>
        ends.some(({ codes, how }) => how === 'met' && (codes === 'all' ? all : codes.includes(code as never))),
      );
    expect(DEADLINES[code].metBy).toEqual(expect.arrayContaining(met(false)));
    expect(met(true)).toEqual(expect.arrayContaining([...DEADLINES[code].metBy]));
  });
});

test('a code that the program does not know throws, and so does one without any rule', async () => {
  expect(() => deadlineCode('TJ_2M')).toThrow('there is no deadline with the code TJ_2M');
  const ledger = await smallLedger();
  try {
    const rules = ledger.direct(allRules);
    expect([...new Set(rules.map(rule => rule.code))].sort()).toEqual([...DEADLINE_CODES].sort());
    expect(ruleOn(rules, 'TJ_1M', '2023-06-01')?.code).toBe('TJ_1M');
    expect(() => ruleOn([], 'TJ_1M' as DeadlineCode, '2023-06-01')).toThrow('TJ_1M');
  } finally {
    ledger.remove();
  }
});
