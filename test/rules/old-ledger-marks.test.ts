import { describe, expect, test } from 'vitest';
import { differing, marksOf } from '../../src/cases/marks.ts';

const COLUMNS = ['old_number', 'applicant', 'amount', 'people'];
const ROW = { old_number: 'JF-1', applicant: 'name=敖玉兰,phone=13900000001', amount: '11000.00', people: 2 };

describe('marks of a row of an old ledger', () => {
  test('tell the columns that say something else, and those that were empty or are now', () => {
    const marks = marksOf('secret', COLUMNS, { ...ROW, people: null });
    expect(differing('secret', COLUMNS, { ...ROW, people: null }, marks)).toEqual([]);
    expect(differing('secret', COLUMNS, { ...ROW, amount: '12000.00' }, marks)).toEqual(['amount', 'people']);
    expect(differing('secret', COLUMNS, { ...ROW, applicant: '', people: null }, marks)).toEqual(['applicant']);
  });

  test('say nothing about columns that the file leaves out', () => {
    expect(differing('secret', COLUMNS, { old_number: 'JF-1' }, marksOf('secret', COLUMNS, ROW))).toEqual([]);
  });

  test('cannot be computed without the ledger’s secret', () => {
    const [one, other] = ['secret', 'another'].map(secret => marksOf(secret, COLUMNS, ROW));
    for (const column of COLUMNS) expect(one?.[column]).not.toBe(other?.[column]);
  });

  test('that were made before they were keyed still hold, with amounts as they were written then', () => {
    const before = { old_number: 'sudfxe', amount: 'wuvbvq' };
    const columns = ['old_number', 'amount'];
    expect(differing('secret', columns, { old_number: 'JF-2' }, before)).toEqual(['old_number']);
    expect(differing('secret', columns, ROW, fnv({ old_number: 'JF-1', amount: '11000' }))).toEqual([]);
    expect(differing('secret', columns, ROW, fnv({ old_number: 'JF-1', amount: '11001' }))).toEqual(['amount']);
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
