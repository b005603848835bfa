import { describe, expect, test } from 'vitest';
import { differing, marksOf } from '../../src/cases/marks.ts';

const COLUMNS = ['old_number', 'applicant', 'amount', 'people'];
const MARKING = { secret: 'secret', columns: COLUMNS, names: ['applicant'] };
const ROW = { old_number: 'JF-1', applicant: 'name=敖玉兰,phone=13900000001', amount: '11000.00', people: 2 };

describe('marks of a row of an old ledger', () => {
  test('tell the columns that say something else, and those that were empty or are now', () => {
    const marks = marksOf(MARKING, { ...ROW, people: null });
    expect(differing(MARKING, { ...ROW, people: null }, marks)).toEqual([]);
    expect(differing(MARKING, { ...ROW, amount: '12000.00' }, marks)).toEqual(['amount', 'people']);
    expect(differing(MARKING, { ...ROW, applicant: '', people: null }, marks)).toEqual(['applicant']);
  });

  test('say nothing about columns that the file leaves out', () => {
    expect(differing(MARKING, { old_number: 'JF-1' }, marksOf(MARKING, ROW))).toEqual([]);
  });

  test('cannot be computed without the ledger’s secret', () => {
    const [one, other] = ['secret', 'another'].map(secret => marksOf({ ...MARKING, secret }, ROW));
    for (const column of COLUMNS) expect(one?.[column]).not.toBe(other?.[column]);
  });

  test('are the same for a name with other spaces or another interpunct, also where they were made before that', () => {
    const [spaced, plain] = ['莫德 •巴图', '莫德·巴图'].map(applicant => ({ ...ROW, applicant }));
    expect(differing(MARKING, plain ?? ROW, marksOf(MARKING, spaced ?? ROW))).toEqual([]);
    expect(differing(MARKING, spaced ?? ROW, marksOf({ ...MARKING, names: [] }, spaced ?? ROW))).toEqual([]);
    expect(differing(MARKING, ROW, marksOf(MARKING, plain ?? ROW))).toEqual(['applicant']);
  });

  test('that were made before they were keyed still hold, with amounts as they were written then', () => {
    const before = { old_number: 'sudfxe', amount: 'wuvbvq' };
    const columns = ['old_number', 'amount'];
    expect(differing({ ...MARKING, columns }, { old_number: 'JF-2' }, before)).toEqual(['old_number']);
    expect(differing({ ...MARKING, columns }, ROW, fnv({ old_number: 'JF-1', amount: '11000' }))).toEqual([]);
    expect(differing({ ...MARKING, columns }, ROW, fnv({ old_number: 'JF-1', amount: '11001' }))).toEqual(['amount']);
  });
});

/** Marks as earlier versions made them: FNV-1a of the text, in base 36. */
function fnv(row: Readonly<Record<string, string>>): Record<string, string> {
  const marks = Object.entries(row).map(([column, text]) => {
    let hash = 0x811c9dc5;
    for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    return [column, (hash >>> 0).toString(36)];
  });
  return Object.fromEntries(marks);
}
