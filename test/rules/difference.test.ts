import { expect, test } from 'vitest';
import { differenceOf } from '../../src/kernel/difference.ts';

test.each([
  ['沃德彪', '沃得彪', '第 2 个字不同', 'one character differs (number 2)'],
  ['沃德彪', '沃彪德', '第 2、3 个字颠倒', 'two characters are swapped (numbers 2 and 3)'],
  ['沃德彪', '鄂德龙', '有 2 个字不同', '2 characters differ'],
  ['沃德彪', '沃德', '少一个字，原来的第 3 个字', 'one character fewer (number 3 of that one)'],
  ['沃德彪', '沃小德彪', '多一个字，是第 2 个字', 'one character more (number 2)'],
  ['沃德彪', '鄂温克其其格', '字数不同', 'the numbers of characters differ'],
  ['沃德彪', '沃 德彪', '空格不同', 'spaces differ'],
  ['莫德·巴图', '莫德•巴图', '间隔号不同', 'interpuncts differ'],
  ['莫德·巴图', '莫德 · 巴图', '空格不同', 'spaces differ'],
  ['沃德\u200b彪', '沃德彪', '看不见的字符不同', 'invisible characters differ'],
  ['Bat', 'bat', '大小写不同', 'small and capital letters differ'],
  ['ｂat', 'bat', '全角、半角不同', 'full-width and half-width characters differ'],
  ['13900001234', '13900001235', '第 11 位数字不同', 'one digit differs (number 11)'],
  ['13900001234', '1390000124', '少一位数字，原来的第 10 位数字', 'one digit fewer (number 10 of that one)'],
  ['', '13900001234', '原来为空', 'that one is empty'],
  ['13900001234', '', '这里为空', 'this one is empty'],
  ['沃德𠮷', '沃德吉', '第 3 个字不同', 'one character differs (number 3)'],
] as const)('what differs between %s and %s is said without either', (existing, given, zh, en) => {
  expect(differenceOf(existing, given)).toEqual({ zh, en });
});
