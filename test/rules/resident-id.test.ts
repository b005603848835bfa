import { describe, expect, test } from 'vitest';
import { readParties } from '../../src/cases/party-text.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { residentIdProblem } from '../../src/kernel/resident-id.ts';

/** Two of the standard's own examples, and invented ones; nobody's. */
const VALID = [
  '11010519491231002X',
  '440524188001010014',
  '150722198001010012',
  '150722199912310029',
  '150722200002290036',
  '15072219650815012X',
];
const problemOf = (id: string) => residentIdProblem(id)?.en ?? 'none';

/** The number with one character put in another's place. */
const changed = (id: string, at: number, to: string) => id.slice(0, at) + to + id.slice(at + 1);

describe('an identity number', () => {
  test.each(VALID)('%s is right', id => {
    expect(residentIdProblem(id)).toBeUndefined();
  });

  test.each(VALID)('%s with any one of its digits changed is wrong', id => {
    const accepted: string[] = [];
    for (let at = 0; at < id.length; at++)
      for (const digit of at === 17 ? '0123456789X' : '0123456789')
        if (digit !== id[at] && residentIdProblem(changed(id, at, digit)) === undefined)
          accepted.push(changed(id, at, digit));
    expect(accepted).toEqual([]);
  });

  test('with two neighbouring digits of its serial exchanged is wrong', () => {
    expect(problemOf('150722198001010102')).toContain('check digit');
    expect(problemOf('150722199912310209')).toContain('check digit');
  });

  test('of 15 digits is refused, and 18 are asked for', () => {
    const problem = residentIdProblem('150722800101001');
    expect(problem?.en).toBe('identity numbers of 15 digits are no longer valid; enter 18 digits');
    expect(problem?.zh).toContain('18 位');
  });

  test.each(['', '1507221980010100', '15072219800101001', '1507221980010100122', '15072219800101001A', 'X', '敖玉兰'])(
    '%j has not the form of one',
    id => {
      expect(problemOf(id)).toBe('an identity number has 17 digits and a check digit');
    },
  );

  test('has an X at its end only', () => {
    expect(problemOf('15072219800X010012')).toContain('17 digits');
  });

  test.each([
    ['150722198013010012', 'a thirteenth month'],
    ['150722198000010012', 'a month of nought'],
    ['150722198002300012', 'a thirtieth of February'],
    ['150722198001000012', 'a day of nought'],
    ['150722199902290036', 'a 29th of February in a year without one'],
    ['150722190002290036', 'a 29th of February in 1900'],
    ['150722000001010012', 'a year of nought'],
  ])('%s has no birthday: %s', id => {
    expect(problemOf(id)).toBe('the date of birth in the identity number does not exist');
  });
});

describe('the identity number of a party', () => {
  const idOf = (text: string) => readParties(`name=敖玉兰,id=${text}`)[0]?.id;

  test('may be written with a small x, full-width digits or the apostrophe of a spreadsheet', () => {
    expect(idOf('15072219650815012x')).toBe('15072219650815012X');
    expect(idOf('１５０７２２１９６５０８１５０１２Ｘ')).toBe('15072219650815012X');
    expect(idOf("'150722198001010012")).toBe('150722198001010012');
  });

  test('may be left out, and is never a wrong one', () => {
    expect(idOf('')).toBe('');
    expect(() => idOf('150722198001010013')).toThrow(Failure);
  });
});
