import { describe, expect, test } from 'vitest';
import { owned } from '../../src/needs/completing.ts';
import type { NeedRow } from '../../src/needs/need.ts';
import { isOverdue, nextNeedCode, ownerProblems, satisfactionProblems } from '../../src/needs/rules.ts';

describe('a need is overdue', () => {
  test.each([
    ['on its due day', '2023-07-31', null, '2023-07-31', false],
    ['the day after', '2023-07-31', null, '2023-08-01', true],
    ['without a due day', null, null, '2023-08-01', false],
    ['once the household was informed', '2023-07-31', '2023-08-01', '2023-08-01', false],
    ['while it was not yet informed', '2023-07-31', '2023-08-02', '2023-08-01', true],
  ])('%s: due %s, feedback %s, on %s: %s', (_, due_on, feedback_on, day, late) => {
    expect(isOverdue({ due_on, feedback_on }, day)).toBe(late);
  });
});

test.each([
  [[], '150722100200-2023-X1'],
  [['150722100200-2023-X1', '150722100200-2023-X3'], '150722100200-2023-X4'],
  [['150722100200-2022-X7', '150722100201-2023-X7', 'XQ-0001', '150722100200-X2'], '150722100200-2023-X1'],
  [['150722100200-2023-X9', '150722100200-2023-X10', '150722100200-2023-Xb'], '150722100200-2023-X11'],
])('after %o comes %s', (codes, next) => {
  expect(nextNeedCode('150722100200', '2023-06-01', codes)).toBe(next);
});

test('a need has a code of an owner or a name, not both; an answer comes with the feedback', () => {
  expect(ownerProblems('', 'MZJ')).toEqual([]);
  expect(ownerProblems('王老师', '')).toEqual([]);
  expect(ownerProblems('王老师', 'MZJ')).toHaveLength(1);
  expect(satisfactionProblems('not', '2023-07-01')).toEqual([]);
  expect(satisfactionProblems('not', null)).toHaveLength(1);
});

describe('the owner of a need', () => {
  const before = { code: 'X1', owner: '王老师', owner_code: '' } as unknown as NeedRow;
  const codes: Record<string, string> = { MZJ: 'MZJ', 旗民政局: 'MZJ', 'C-1': 'C-1' };
  const known = (row?: object) =>
    ({ keyed: () => row, all: () => [], codeOf: (_: string, word: string) => codes[word] }) as never;
  const ownerOf = (given: object, was?: object) => {
    const { owner, owner_code } = owned(given as NeedRow, known(was));
    return [owner, owner_code];
  };

  test.each([
    ['a code', { owner: 'MZJ' }, ['', 'MZJ']],
    ['a department’s name', { owner: '旗民政局' }, ['', 'MZJ']],
    ['somebody’s name', { owner: '王老师' }, ['王老师', '']],
    ['a code that is not known', { owner: 'C-9' }, ['', 'C-9']],
    ['nothing', {}, [undefined, undefined]],
  ])('is given by %s', (_, given, result) => {
    expect(ownerOf(given)).toEqual(result);
  });

  test('replaces the former one, whichever way both are given', () => {
    expect(ownerOf({ ...before, owner_code: 'C-1' }, before)).toEqual(['', 'C-1']);
    expect(ownerOf({ ...before, owner: '', owner_code: 'MZJ' }, before)).toEqual(['', 'MZJ']);
    const coded = { ...before, owner: '', owner_code: 'MZJ' };
    expect(ownerOf({ ...coded, owner: '李老师' }, coded)).toEqual(['李老师', '']);
    expect(ownerOf(before, before)).toEqual(['王老师', '']);
  });

  test('is not both a new name and a new code', () => {
    expect(ownerOf({ ...before, owner: '李老师', owner_code: 'MZJ' }, before)).toEqual(['李老师', 'MZJ']);
  });
});
