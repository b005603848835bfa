import { expect, test } from 'vitest';
import { errorIn } from '../../src/intake/spoiled.ts';
import { maskAddress, maskId, maskName } from '../../src/kernel/mask.ts';
import { isMasked } from '../../src/kernel/masked.ts';
import { maskPhone } from '../../src/kernel/phone.ts';

test.each([
  ...['敖玉兰', '德力格尔', '孟和'].map(maskName),
  ...['13911112222', '0470-1234567', '88881234'].map(maskPhone),
  maskId('152123196001011230'),
  maskAddress('一组 12 号'),
  `与${maskName('敖玉兰')}因院墙争执`,
  'B***',
])('%s was masked for display', text => {
  expect(isMasked(text)).toBe(true);
  expect(isMasked(`前面${text}，后面`)).toBe(true);
});

test.each(['3*4 米', '2 * 3', '*必填', '院墙滴水', '', '5*3'])('%s was not', text => {
  expect(isMasked(text)).toBe(false);
});

test.each(['#REF!', '#N/A', '#VALUE!', '#DIV/0!', '#NAME?', '#####'])('%s is an error of a spreadsheet', text => {
  expect(errorIn(text)?.en).toContain('error of the spreadsheet');
});

test.each(['#1 楼', '#', '院墙#REF!'])('%s is a text', text => {
  expect(errorIn(text)).toBeUndefined();
});
