import { codeField, digitsField, spanFields } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';

export const PAIR_TITLE: Noun = { zh: '结对', en: 'pairs', one: 'pair', list: 'pair list' };

export const pairSheet = {
  code: codeField(['code', '结对编号', 'pair code'], '150722100200-P01'),
  unit_code: digitsField(['unit_code', '村代码', 'village code'], [12], '150722100200'),
  cadre_a: codeField(['cadre_a', '队员一', 'first cadre'], '150722100200-C01'),
  cadre_b: codeField(['cadre_b', '队员二', 'second cadre'], '150722100200-C02'),
  ...spanFields,
};

/** A row of a pairs file: two cadres of one team who visit together ("2人一组"). */
export type PairRow = RowOf<typeof pairSheet>;
