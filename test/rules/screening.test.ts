import { expect, test } from 'vitest';
import { withoutVisitText } from '../../src/reports/screening/evidence.ts';
import { sentenceNaming } from '../../src/reports/screening/sentence.ts';

const DRIPPING = { title: '房檐滴水纠纷', facts: '包户干部入户走访时发现：檐水流进邻院，要求加装水槽。' };

test.each([
  ['the one with the words of the title', '到户座谈。邻居房檐滴水，两家争执。约定再谈。', '邻居房檐滴水，两家争执。'],
  ['the one with the words of the facts', '宣传医保。说到檐水流进院子的事！', '说到檐水流进院子的事！'],
  ['a line of its own', '宣传医保\n房檐滴水，已劝解', '房檐滴水，已劝解'],
  ['the first of two that say as much', '房檐漏雨。房檐漏水。', '房檐漏雨。'],
  ['none that only speaks of visiting', '包户干部入户走访，了解情况，双方没有纠纷。', undefined],
  ['none of an empty diary', '', undefined],
])('the sentence of a diary that names the quarrel is %s', (_, diary, sentence) => {
  expect(sentenceNaming(diary, DRIPPING)).toBe(sentence);
});

test('the share without a visit stands beside the figure, and nothing where there is no figure', () => {
  const [note] = withoutVisitText([{ visit: 1 }, { visit: null }, { visit: null }]);
  expect(note?.zh).toContain('3 件次中，没有关联走访的 2 件次（66.6%）');
  expect(withoutVisitText([])).toEqual([]);
});
