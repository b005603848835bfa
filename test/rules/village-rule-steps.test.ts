import { describe, expect, test } from 'vitest';
import type { Step } from '../../src/village-rules/step.ts';
import { isCarried, orderProblems, type Taken, voteProblems } from '../../src/village-rules/step-rules.ts';

const NO_VOTES = { voters: null, present: null, votes_for: null, votes_against: null, abstained: null };

describe('the numbers of a vote', () => {
  const wrong = (step: Step, votes: Partial<typeof VOTE>) => voteProblems(step, { ...NO_VOTES, ...votes })[0]?.column;
  const VOTE = { voters: 210, present: 168, votes_for: 160, votes_against: 3, abstained: 5 };
  test.each<[string, Step, Partial<typeof VOTE>, string | undefined]>([
    ['belong to a vote', 'vote', VOTE, undefined],
    ['are at least those in favour', 'vote', { votes_for: 160 }, undefined],
    ['are not without those in favour', 'vote', { present: 168 }, 'votes_for'],
    ['belong to no draft', 'draft', { present: 168 }, 'present'],
    ['are no more than those present', 'vote', { ...VOTE, abstained: 6 }, 'present'],
    ['have no more present than may vote', 'vote', { ...VOTE, voters: 167 }, 'voters'],
    ['have no more votes than may vote', 'vote', { voters: 10, votes_for: 9, votes_against: 2 }, 'voters'],
  ])('%s', (_, step, votes, column) => {
    expect(wrong(step, votes)).toBe(column);
  });

  test('carry it where more are for it than against it', () => {
    const carried = (votes_for: number, votes_against: number | null) => isCarried({ votes_for, votes_against });
    expect([carried(2, 1), carried(1, 1), carried(0, null), carried(1, null)]).toEqual([true, false, false, true]);
  });
});

describe('the steps of an edition', () => {
  const RULE = { code: 'G1', adopted_on: '2023-06-10' };
  const taken: Taken[] = [{ step: 'discussion', done_on: '2023-06-01' }];
  const wrong = (step: Step, done_on: string, rule?: typeof RULE, votes_for = 5, votes_against = 0) =>
    orderProblems({ step, done_on, votes_for, votes_against }, taken, rule)[0]?.reason.en;
  test.each([
    ['go on', 'vote', '2023-06-01', undefined, undefined],
    ['are not entered twice', 'discussion', '2023-06-02', undefined, 'is entered already'],
    ['do not go back', 'vote', '2023-05-31', undefined, 'before the discussion'],
    ['begin with the draft', 'draft', '2023-06-02', undefined, 'after the discussion'],
    ['are published once adopted', 'publication', '2023-06-20', undefined, 'not adopted'],
    ['are published from the adoption on', 'publication', '2023-06-10', RULE, undefined],
    ['are not published before it', 'publication', '2023-06-09', RULE, 'before G1 was adopted'],
    ['are voted on by the day of adoption', 'vote', '2023-06-11', RULE, 'after G1 was adopted'],
  ] as const)('%s', (_, step, day, rule, problem) => {
    const found = wrong(step, day, rule);
    if (problem === undefined) expect(found).toBeUndefined();
    else expect(found).toContain(problem);
  });

  test('are not adopted by a vote that did not carry it', () => {
    expect(wrong('vote', '2023-06-10', RULE, 3, 3)).toContain('no more votes for than against');
    expect(wrong('vote', '2023-06-05', RULE, 3, 3)).toBeUndefined();
  });
});
