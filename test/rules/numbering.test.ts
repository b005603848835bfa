import { describe, expect, test } from 'vitest';
import { householdNumbering, type NumberedHouseholds } from '../../src/households/numbering.ts';
import { codeOf, recognised, Serials } from '../../src/register/numbering/numbering-rules.ts';

const V1 = '150722100200';
const V2 = '150722100201';

type Row = Readonly<Record<string, unknown>>;

const existing = (id: number, code: string, head_name: string, more: Row = {}) => ({
  id,
  row: { code, unit_code: V1, head_name, phone: '', address: '', people: null, ...more },
});

/** Households as a ledger has them; the second moved to the other village, the third had another head. */
function bookOf(...households: readonly ReturnType<typeof existing>[]): NumberedHouseholds {
  return {
    byCode: new Map(households.map(household => [household.row.code, household])) as NumberedHouseholds['byCode'],
    units: new Map([V1, V2].map(code => [code, { code }])),
    formerHeads: id => (id === 3 ? ['老宝音'] : []),
  };
}

const BOOK = bookOf(
  existing(1, `${V1}010001`, '敖玉兰', { phone: '13900000001' }),
  existing(2, `${V1}010002`, '郭海山', { unit_code: V2 }),
  existing(3, `${V1}020001`, '宝音'),
  existing(4, `${V1}030001`, '孟和', { phone: '13900000004' }),
  existing(5, `${V1}030002`, '孟和', { phone: '13900000005' }),
);

const told = (...rows: readonly Row[]) =>
  recognised(
    householdNumbering,
    BOOK,
    rows.map((row, i) => ({ line: i + 2, row: { unit_code: V1, group: null, ...row } })),
  ).map(result => (result === undefined ? 'new' : 'reason' in result ? result.reason.zh : codeOf(result)));

describe('a household without a code', () => {
  test.each<[string, Row, string]>([
    ['by village and head', { head_name: '敖玉兰' }, `${V1}010001`],
    ['by a head written with a space', { head_name: '敖 玉兰' }, `${V1}010001`],
    ['though its phone is another now', { head_name: '敖玉兰', phone: '13900009999' }, `${V1}010001`],
    ['by the village in which it was numbered', { head_name: '郭海山' }, `${V1}010002`],
    [
      'by the village to which it moved, in whatever group',
      { head_name: '郭海山', unit_code: V2, group: 7 },
      `${V1}010002`,
    ],
    ['by its former head', { head_name: '老宝音' }, `${V1}020001`],
    ['by its phone, where two have the name', { head_name: '孟和', phone: '13900000005' }, `${V1}030002`],
  ])('is recognised %s', (_, row, code) => {
    expect(told(row)).toEqual([code]);
  });

  test.each<[string, Row]>([
    ['of another group', { head_name: '敖玉兰', group: 2 }],
    ['of another village', { head_name: '敖玉兰', unit_code: V2 }],
    ['with another head', { head_name: '敖玉梅' }],
  ])('is new: one %s', (_, row) => {
    expect(told(row)).toEqual(['new']);
  });

  test('is refused where the values do not tell which of several it is', () => {
    const [reason] = told({ head_name: '孟和' });
    expect(reason).toContain(`${V1}030001、${V1}030002`);
  });

  test('is the record that no other row of its name is', () => {
    expect(told({ head_name: '孟和', phone: '13900000004' }, { head_name: '孟和', phone: '13900009999' })).toEqual([
      `${V1}030001`,
      `${V1}030002`,
    ]);
  });

  test('is new beside the record that another row of its name is', () => {
    expect(told({ head_name: '敖玉兰', phone: '13900000001' }, { head_name: '敖玉兰', phone: '13900000002' })).toEqual([
      `${V1}010001`,
      'new',
    ]);
  });

  test('is refused as the repetition of a row above it', () => {
    expect(told({ head_name: '新来的' }, { head_name: '新来的' })).toEqual([
      'new',
      '与第 2 行各项都相同：确是两个的，请写编号',
    ]);
  });
});

describe('the next number', () => {
  const start = `${V1}-P`;
  test.each([
    ['of none', [], 1],
    ['is one more than the highest, not the first that is free', [`${start}01`, `${start}07`], 8],
    ['counts a pair that goes on as its first', [`${start}03~2`], 4],
    ['does not look at other villages', [`${V2}-P09`], 1],
    ['does not look at other letters', [`${V1}-C09`], 1],
    ['does not look at codes of another make', [`${start}ab`, 'P77'], 1],
  ])('%s', (_, codes, next) => {
    expect(new Serials([start], codes).next(start)).toBe(next);
  });

  test('of a group of households is read from codes that are digits only', () => {
    const groups = [`${V1}01`, `${V1}02`];
    const serials = new Serials(groups, [`${V1}010009`, `${V1}020012`, `${V2}010099`]);
    expect(groups.map(group => serials.next(group))).toEqual([10, 13]);
  });
});
