import { flag } from '../cli/param.ts';
import { missedIn } from './coverage/facts.ts';
import { periodReport } from './report.ts';
import { belowStandard } from './standards/list.ts';
import { visitingList, visitorParams } from './visiting-list.ts';

const MISSED_RULE = {
  zh: '统计期内任何一天在册、而期内没有一次入户走访的户；结对和包户干部按期末；最近入户截至期末',
  en: 'Active on any day of the period, without a home visit in it. Pair and responsible cadre as on its last day; last home visit up to that day.',
};
const BELOW_TITLE = { zh: '未达走访标准的户', en: 'Households below their visit standard' };
const BELOW_RULE = {
  zh: '统计期内到期的入户次数没有全部完成的户，按户类型的走访标准（计数办法见 tiaochu report standards）；结对和包户干部按期末',
  en: 'Households of which not all visits that fell due in the period were made, by the standard of their kind (report standards says how it counts). Pair and responsible cadre as on the last day.',
};

export const missed = periodReport({
  summary: { zh: '列出统计期内没有入户走访过的户', en: 'list the households without a home visit in the period' },
  example: 'report missed --quarter 2023-Q3 --unit 150722100',
  personal: true,
  title: { zh: '未走访的户', en: 'Households missed' },
  params: {
    ...visitorParams,
    standard: flag('--standard', {
      zh: '改列入户次数未达走访标准的户',
      en: 'list the households visited less often than their standard asks instead',
    }),
  },
  figures: (scope, { standard, ...visitors }) =>
    standard
      ? { title: BELOW_TITLE, ...visitingList(scope, visitors, belowStandard(scope)), notes: [BELOW_RULE] }
      : { ...visitingList(scope, visitors, missedIn(scope)), notes: [MISSED_RULE] },
});
