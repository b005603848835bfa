import { describe, expect, test } from 'vitest';
import { byUrgency, type TodoLine } from '../../src/desk/todo/rules.ts';
import type { DisputeAct } from '../../src/disputes/acts.ts';
import type { Dispute } from '../../src/disputes/dispute.ts';
import { pendingAfter } from '../../src/disputes/pending-facts.ts';
import type { Status } from '../../src/disputes/transitions.ts';
import { consentProblem } from '../../src/experts/invitation-rules.ts';
import { APPOINTED, BANNER, dispute, OTHER_TOWNSHIP, REFERRED } from '../support/disputes.ts';

const pendingBy = (state: Partial<Dispute>, act: object, step: { status?: Status; holder?: number } = {}) =>
  pendingAfter(dispute(state), { on: '2023-06-25', reason: '', ...act } as DisputeAct, {
    status: 'mediating',
    ...step,
  });

describe('what is pending', () => {
  test('a referral is open until that department answers, also when the dispute is settled', () => {
    const two = { referrals: [REFERRED, { ...REFERRED, departmentId: 2 }] };
    expect(pendingBy({}, { move: 'refer', ...REFERRED }).referrals).toEqual([REFERRED]);
    expect(pendingBy(two, { move: 'report', departmentId: 1 }).referrals.map(one => one.departmentId)).toEqual([2]);
    expect(pendingBy(two, { move: 'settle' }, { status: 'settled' }).referrals).toHaveLength(2);
  });

  test('what an earlier version referred without a day is no task', () => {
    expect(pendingBy({}, { move: 'refer', department: '旗国土局' }).referrals).toEqual([]);
  });

  test('a supervision ends by a reply, by a settlement, and where its unit holds the dispute itself', () => {
    const supervisions = [{ by: BANNER.unit_id, due: '2023-07-01' }];
    expect(pendingBy({ supervisions }, { move: 'mediate' }).supervisions).toBe(supervisions);
    expect(pendingBy({ supervisions }, { move: 'supervision-reply' }).supervisions).toEqual([]);
    expect(pendingBy({ supervisions }, { move: 'settle' }, { status: 'settled' }).supervisions).toEqual([]);
    expect(pendingBy({ supervisions }, { move: 'accept' }, { holder: BANNER.unit_id }).supervisions).toEqual([]);
    expect(
      pendingBy({ supervisions }, { move: 'accept' }, { holder: OTHER_TOWNSHIP.unit_id }).supervisions,
    ).toHaveLength(1);
  });

  test('an appointment is kept by a mediation on its day, not by an earlier session', () => {
    const state = { appointment: APPOINTED };
    expect(pendingBy(state, { move: 'mediate', on: '2023-06-24' }).appointment).toBe(APPOINTED);
    expect(pendingBy(state, { move: 'mediate', on: '2023-06-25' }).appointment).toBeUndefined();
    expect(pendingBy(state, { move: 'mediate', on: '2023-06-26' }).appointment).toBeUndefined();
    expect(pendingBy(state, { move: 'cancel-appointment' }).appointment).toBeUndefined();
    expect(pendingBy(state, { move: 'accept' }, { holder: BANNER.unit_id }).appointment).toBeUndefined();
    expect(pendingBy(state, { move: 'terminate' }, { status: 'terminated' }).appointment).toBeUndefined();
  });

  test('the first report to the police counts', () => {
    expect(pendingBy({}, { move: 'report-to-police' }).policeOn).toBe('2023-06-25');
    expect(pendingBy({ policeOn: '2023-06-20' }, { move: 'report-to-police' }).policeOn).toBe('2023-06-20');
  });
});

test('a mediation of today comes before everything, even before what is overdue', () => {
  const line = (wait: TodoLine['wait'], dueOn: string | null): TodoLine => ({
    ...{ wait, dueOn, about: 'A', title: '', what: { zh: '', en: '' }, unit: 1, agent: null, command: '' },
  });
  const lines = [line('overdue', '2023-06-01'), line('start', null), line('today', '2023-06-25')];
  expect(lines.sort(byUrgency).map(({ wait }) => wait)).toEqual(['today', 'overdue', 'start']);
});

test('an expert is invited with the parties’ consent only', () => {
  expect(consentProblem({ number: 'A' }, true)).toBeUndefined();
  expect(consentProblem({ number: 'A' }, false)?.en).toContain('with the parties’ consent only');
});
