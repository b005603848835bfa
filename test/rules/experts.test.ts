import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/disputes/invitations.ts';
import { STATUS_LIST, type Status } from '../../src/disputes/transitions.ts';
import { expertSheet } from '../../src/experts/expert.ts';
import {
  answerDayProblem,
  type Invited,
  invitationProblem,
  invitationToAnswer,
  nothingToAnswer,
} from '../../src/experts/invitation-rules.ts';
import { openInvitationsProblem, unknownSpecialties } from '../../src/experts/rules.ts';
import { type Candidate, suggestedExperts } from '../../src/experts/suggestion.ts';
import { BadValue } from '../../src/intake/field.ts';
import { ALWAYS } from '../../src/kernel/day.ts';
import { dispute, TODAY } from '../support/disputes.ts';

const NEIGHBOURS = { id: 2, code: '02', name_zh: '邻里纠纷', name_en: 'neighbours' };
const DAY = '2023-06-20';

const expert = (code: string, more: Partial<Candidate> = {}): Candidate => ({
  code,
  name: '沃建国',
  department: '',
  specialties: '01;02',
  engagement: 'on_call',
  phone: '',
  open: 0,
  ...ALWAYS,
  ...more,
});
const invited = (expert_code: string, answer: Answer = '', answered_on: string | null = null): Invited => ({
  expert_code,
  invited_on: '2023-06-12',
  answer,
  answered_on: answer === '' ? null : (answered_on ?? '2023-06-13'),
});
const codes = (candidates: readonly Candidate[], standing: readonly Invited[] = []) =>
  suggestedExperts(candidates, NEIGHBOURS, standing, DAY).suggested.map(one => one.expert.code);

describe('who is suggested to a dispute', () => {
  test('experts with its category as specialty, as a whole code', () => {
    const pool = [
      expert('A', { specialties: '02' }),
      expert('B', { specialties: '01;10a' }),
      expert('C', { specialties: '01;02;10' }),
    ];
    expect(codes(pool)).toEqual(['A', 'C']);
    expect(suggestedExperts(pool, { ...NEIGHBOURS, code: '10' }, [], DAY).suggested).toHaveLength(1);
  });

  test('experts in office on the day: the first day counts, the last bound does not', () => {
    const pool = [
      expert('A', { from_on: DAY }),
      expert('B', { to_on: DAY }),
      expert('C', { from_on: '2023-06-21' }),
      expert('D', { to_on: '2023-06-21' }),
    ];
    expect(codes(pool)).toEqual(['A', 'D']);
  });

  test('the fewest open invitations first, of equals the first by code', () => {
    const pool = [expert('C', { open: 2 }), expert('B'), expert('D', { open: 1 }), expert('A')];
    expect(codes(pool)).toEqual(['A', 'B', 'D', 'C']);
  });

  test('nobody who declined it, takes part or has not answered', () => {
    const pool = [expert('A'), expert('B'), expert('C'), expert('D')];
    expect(codes(pool, [invited('A', 'declined'), invited('B', 'accepted'), invited('C')])).toEqual(['D']);
  });

  test('nobody, where there is none', () => {
    expect(suggestedExperts([], NEIGHBOURS, [], DAY)).toEqual({ suggested: [], leftOut: [] });
  });
});

describe('why', () => {
  test('each suggestion names the specialty and the open invitations', () => {
    const { suggested } = suggestedExperts([expert('A'), expert('B', { open: 2 })], NEIGHBOURS, [], DAY);
    expect(suggested.map(one => one.why)).toEqual([
      { zh: '专长有邻里纠纷，未了结的邀请 0 件', en: 'specialty: neighbours; no open invitation' },
      { zh: '专长有邻里纠纷，未了结的邀请 2 件', en: 'specialty: neighbours; 2 open invitations' },
    ]);
  });

  test('who is left out is named with the latest answer, and only if they had been suggested otherwise', () => {
    const pool = [expert('A'), expert('B', { specialties: '03' }), expert('C')];
    const standing = [invited('A', 'declined'), invited('B', 'declined'), invited('C', 'declined'), invited('C')];
    expect(suggestedExperts(pool, NEIGHBOURS, standing, DAY).leftOut.map(one => one.en)).toEqual([
      'Not suggested: A declined',
      'Not suggested: C was invited on 2023-06-12 and has not answered',
    ]);
  });
});

describe('an invitation', () => {
  const invite = (more: Parameters<typeof dispute>[0], invitations: readonly Invited[] = [], on = DAY) =>
    invitationProblem(dispute(more), expert('A', { to_on: '2023-12-01' }), invitations, on, TODAY)?.en;

  test('goes into a dispute that is still to be settled, and into no other', () => {
    expect(STATUS_LIST.filter(status => invite({ status }) === undefined)).toEqual([
      'registered',
      'mediating',
      'suspended',
    ]);
  });

  test.each([
    ['the day of the last move', '2023-06-10', undefined],
    ['a day before it', '2023-06-09', /before the last move/],
    ['today, after the expert has left', TODAY, /not in office/],
    ['a day after today', '2024-01-01', /after today/],
    ['a day on which the expert has left', '2023-12-01', /not in office/],
  ])('is dated: %s', (_, on, refused) => {
    const problem = invite({}, [], on);
    if (refused) expect(problem).toMatch(refused);
    else expect(problem).toBeUndefined();
  });

  test('is one at a time, and can be made again to who declined', () => {
    expect(invite({}, [invited('A')])).toMatch(/has not answered/);
    expect(invite({}, [invited('A', 'accepted')])).toMatch(/already accepted/);
    expect(invite({}, [invited('A', 'declined')])).toBeUndefined();
    expect(invite({}, [invited('B')])).toBeUndefined();
  });
});

describe('an answer', () => {
  test('is to the open invitation, or declines after accepting', () => {
    const open = invited('A');
    expect(invitationToAnswer([invited('A', 'declined'), invited('B'), open], 'A', 'accepted')).toBe(open);
    const accepted = invited('A', 'accepted');
    expect(invitationToAnswer([accepted], 'A', 'declined')).toBe(accepted);
    expect(invitationToAnswer([accepted], 'A', 'accepted')).toBeUndefined();
    expect(invitationToAnswer([invited('A', 'declined')], 'A', 'declined')).toBeUndefined();
    expect(invitationToAnswer([invited('B')], 'A', 'accepted')).toBeUndefined();
  });

  test('is refused with whether the expert was invited', () => {
    expect(nothingToAnswer('17', 'A', [invited('B')]).en).toMatch(/is not invited/);
    expect(nothingToAnswer('17', 'A', [invited('B'), invited('A', 'accepted')]).en).toMatch(/already answered/);
  });

  test.each([
    ['the day of the invitation', invited('A'), '2023-06-12', true],
    ['the day before it', invited('A'), '2023-06-11', false],
    ['the day of the answer before', invited('A', 'accepted', '2023-06-15'), '2023-06-15', true],
    ['the day before that', invited('A', 'accepted', '2023-06-15'), '2023-06-14', false],
    ['today', invited('A'), TODAY, true],
    ['tomorrow', invited('A'), '2024-01-01', false],
  ])('is dated: %s', (_, invitation, on, fits) => {
    expect(answerDayProblem(invitation, on, TODAY) === undefined).toBe(fits);
  });
});

describe('an expert leaves the pool', () => {
  const to = (status: Status, answer: Answer, invited_on = '2023-06-12') => ({ status, answer, invited_on });
  test.each([
    ['without invitations', [], true],
    ['with an open one', [to('registered', '')], false],
    ['with one that they accepted', [to('mediating', 'accepted')], false],
    ['with one that they declined', [to('mediating', 'declined')], true],
    ['with one to a settled dispute', [to('settled', 'accepted')], true],
    ['on the day of the last invitation', [to('settled', 'declined', DAY)], false],
    ['on the day after it', [to('settled', 'declined', '2023-06-19')], true],
  ])('%s: %s', (_, invitations, fits) => {
    expect(openInvitationsProblem(invitations, DAY) === undefined).toBe(fits);
  });
});

describe('specialties', () => {
  const { read } = expertSheet.specialties;

  test.each([
    ['02；01', '01;02'],
    ['07, 07、03|', '03;07'],
    ['１０A', '10a'],
    ['10a;10;02', '02;10;10a'],
  ])('%s is kept as %s', (given, kept) => {
    expect(read(given)).toBe(kept);
  });

  test('there is at least one', () => {
    expect(() => read(' ； ')).toThrow(BadValue);
  });

  test('each is a category of disputes', () => {
    const found = unknownSpecialties({ specialties: '02;1;99' }, [NEIGHBOURS]);
    expect(found.map(one => [one.column, one.value])).toEqual([
      ['specialties', '1'],
      ['specialties', '99'],
    ]);
  });
});
