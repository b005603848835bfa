import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/disputes/invitations.ts';
import { STATUS_LIST } from '../../src/disputes/transitions.ts';
import { answerable } from '../../src/experts/answering.ts';
import { expertSheet } from '../../src/experts/expert.ts';
import { checkInvitation, type Invited } from '../../src/experts/invitation-rules.ts';
import { unknownSpecialties } from '../../src/experts/rules.ts';
import { type Candidate, suggestedExperts } from '../../src/experts/suggestion.ts';
import { BadValue } from '../../src/intake/field.ts';
import { ALWAYS } from '../../src/kernel/day.ts';
import { Failure } from '../../src/kernel/failure.ts';
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

  test('nobody who declined it, takes part or has not answered yet', () => {
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
      { zh: '专长有邻里纠纷，未了的邀请 0 件', en: 'specialty: neighbours; no open invitation' },
      { zh: '专长有邻里纠纷，未了的邀请 2 件', en: 'specialty: neighbours; 2 open invitations' },
    ]);
  });

  test('who is left out is named with the latest answer, and only if they had been suggested otherwise', () => {
    const pool = [expert('A'), expert('B', { specialties: '03' }), expert('C')];
    const standing = [invited('A', 'declined'), invited('B', 'declined'), invited('C', 'declined'), invited('C')];
    expect(suggestedExperts(pool, NEIGHBOURS, standing, DAY).leftOut.map(one => one.en)).toEqual([
      'Not suggested: A declined',
      'Not suggested: C was invited on 2023-06-12 and has not answered yet',
    ]);
  });
});

function refusal(work: () => unknown): string | undefined {
  try {
    work();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error.text.en;
    throw error;
  }
}

describe('an invitation', () => {
  const invite = (more: Parameters<typeof dispute>[0], standing: readonly Invited[] = [], on = DAY) =>
    refusal(() => checkInvitation(dispute(more), expert('A', { to_on: '2023-12-01' }), standing, on, TODAY));

  test('goes into a dispute that is still to be settled, and into no other', () => {
    expect(STATUS_LIST.filter(status => invite({ status }) === undefined)).toEqual([
      'registered',
      'mediating',
      'suspended',
    ]);
  });

  test.each([
    ['the day of the last act', '2023-06-10', undefined],
    ['a day before it', '2023-06-09', /before the last act/],
    ['a day after today', '2024-01-01', /after today/],
    ['a day on which the expert has left', '2023-12-01', /not in office/],
  ])('is dated: %s', (_, on, refused) => {
    const said = invite({}, [], on);
    if (refused) expect(said).toMatch(refused);
    else expect(said).toBeUndefined();
  });

  test('is one at a time, and can be made again to who declined', () => {
    expect(invite({}, [invited('A')])).toMatch(/has not answered/);
    expect(invite({}, [invited('A', 'accepted')])).toMatch(/takes part/);
    expect(invite({}, [invited('A', 'declined')])).toBeUndefined();
    expect(invite({}, [invited('B')])).toBeUndefined();
  });
});

describe('an answer', () => {
  const answer = (word: Answer, standing: readonly Invited[], on = DAY) => {
    let found: Invited | undefined;
    const said = refusal(() => {
      found = answerable(dispute(), 'A', word, standing, on, TODAY);
    });
    return said ?? found;
  };

  test('is to the open invitation', () => {
    const open = invited('A');
    expect(answer('accepted', [invited('A', 'declined'), invited('B'), open])).toBe(open);
    expect(answer('accepted', [invited('B')])).toMatch(/is not invited/);
    expect(answer('accepted', [invited('A', 'accepted')])).toMatch(/has answered/);
    expect(answer('declined', [invited('A', 'declined')])).toMatch(/has answered/);
  });

  test('lies between the invitation and today', () => {
    expect(answer('accepted', [invited('A')], '2023-06-12')).toEqual(invited('A'));
    expect(answer('accepted', [invited('A')], '2023-06-11')).toMatch(/must lie between/);
    expect(answer('accepted', [invited('A')], '2024-01-01')).toMatch(/must lie between/);
  });

  test('can be taken back by declining, not before it was given', () => {
    const taking = invited('A', 'accepted', '2023-06-15');
    expect(answer('declined', [taking])).toBe(taking);
    expect(answer('declined', [taking], '2023-06-14')).toMatch(/must lie between/);
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
