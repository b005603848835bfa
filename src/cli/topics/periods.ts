import type { Topic } from './topic.ts';

export const periods: Topic = {
  name: 'periods',
  zh: '统计期',
  title: {
    zh: '统计期和日期：只用一种方式指定；都不写，就是从头到今天',
    en: 'Periods and days: named in one way only; without any, everything up to today',
  },
  entries: [
    ['--month 2023-05', { zh: '一个月；也可写 2023年5月、5月份、本月、上月', en: 'a month; this and last, too' }],
    ['--quarter 2023-Q2', { zh: '一个季度；也可写四季度、本季度、上季度', en: 'a quarter; Q2, this and last, too' }],
    ['--year 2023', { zh: '一年；也可写今年、去年', en: 'a year; this and last, too' }],
    [
      '--from 2023-05-01 --to 2023-06-15',
      { zh: '起止两天都算在内；只写一头也可以', en: 'both days included; either may be left out' },
    ],
    [
      { zh: '--日期 今天', en: '--on today' },
      {
        zh: '昨天、前天、明天、11月28日、2023.5.3、20230503 都能认；没有年份的（月份、季度也一样）会说明当作哪一年',
        en: 'yesterday, tomorrow, 2023/5/3, 20230503 …; where the year is left out (of a month and a quarter, too), it says which it took',
      },
    ],
  ],
};
