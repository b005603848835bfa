import { missedHouseholds } from './coverage/explain.ts';
import { periodReport } from './report.ts';

export const missed = periodReport({
  summary: { zh: '列出统计期内没有入户走访过的户', en: 'list the households without a home visit in the period' },
  example: 'report missed --quarter 2023-Q3 --unit 150722100',
  personal: true,
  title: { zh: '未走访的户', en: 'Households missed' },
  rule: {
    zh: '统计期内任何一天在册、而期内没有一次入户走访的户；结对和包户干部按期末；最近入户截至期末',
    en: 'Active on any day of the period, without a home visit in it. Pair and responsible cadre as on its last day; last home visit up to that day.',
  },
  figures: missedHouseholds,
});
