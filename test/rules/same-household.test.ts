import { expect, test } from 'vitest';
import { possiblySame, type Recognised } from '../../src/households/same-household.ts';

const known: Recognised = {
  code: 'A1',
  unit_code: 'A',
  head_name: '敖玉兰',
  address: '一组 1 号',
};

test.each<[string, Partial<Recognised>, boolean]>([
  ['the same head at the same address', {}, true],
  ['an address without spaces, in full width', { address: '一组１号' }, true],
  ['the same head elsewhere', { address: '二组 9 号' }, false],
  ['another head at the same address', { head_name: '敖玉春' }, false],
  ['another village', { unit_code: 'B' }, false],
  ['nothing but the head', { address: '' }, false],
  ['the household itself', { code: 'A1' }, false],
])('%s', (_, changed, isSame) => {
  const added = { ...known, code: 'A2', ...changed };
  expect(possiblySame([added], [known])).toEqual(isSame ? [{ code: added.code, other: 'A1' }] : []);
});

test('two new rows of one file are compared with each other', () => {
  expect(possiblySame([known, { ...known, code: 'A2' }], [])).toEqual([{ code: 'A2', other: 'A1' }]);
});
