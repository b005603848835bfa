import { codeField, digitsField, spanFields } from '../intake/field.ts';
import type { Sheet } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Noun } from '../kernel/text.ts';

/** A row of a pairs file: two cadres of one team who visit together ("2人一组"). */
export interface PairRow {
  readonly code: string;
  readonly unit_code: string;
  readonly cadre_a: string;
  readonly cadre_b: string;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

export const PAIR_TITLE: Noun = { zh: '结对', en: 'pairs', one: 'pair', list: 'pair list' };

export const pairSheet: Sheet<PairRow> = {
  code: codeField(['code', '结对编号', 'pair code'], '150722100200-P01'),
  unit_code: digitsField(['unit_code', '村代码', 'village code'], [12], '150722100200'),
  cadre_a: codeField(['cadre_a', '队员一', 'first cadre'], '150722100200-C01'),
  cadre_b: codeField(['cadre_b', '队员二', 'second cadre'], '150722100200-C02'),
  ...spanFields,
};
