import { BadValue, codeField, field, listField, plain, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Noun, wordList } from '../kernel/text.ts';

/** Who delivers a return: every township, or every village and community. */
export const DELIVERED_BY = wordList({
  township: { zh: '乡镇', en: 'township' },
  village: { zh: '村（社区）', en: 'village' },
});

export const RETURN_KIND_TITLE: Noun = {
  zh: '报表种类',
  en: 'kinds of return',
  one: 'kind of return',
  list: 'return-kind list',
};

/** Every month has the 28th. */
const LAST_DUE_DAY = 28;

function readDueDay(text: string): number {
  const day = /^(?:每月|次月)?0?(\d{1,2})[日号]?$/.exec(plain(text))?.[1];
  if (day !== undefined && Number(day) >= 1 && Number(day) <= LAST_DUE_DAY) return Number(day);
  throw new BadValue({
    zh: `应为 1 到 ${LAST_DUE_DAY} 的日数（次月几日以前报送）`,
    en: `must be a day from 1 to ${LAST_DUE_DAY}: the day of the next month by which it is due`,
  });
}

export const returnKindSheet = {
  code: codeField(['code', '种类代码', 'code'], 'YB'),
  name: textField(['name', '报表名称', 'name'], '矛盾纠纷排查化解月报'),
  delivered_by: listField(['delivered_by', '报送单位', 'delivered by'], DELIVERED_BY, 'township', {
    镇: 'township',
    村: 'village',
    社区: 'village',
  }),
  due_day: field(['due_day', '次月几日前', 'due day of the next month'], '5', false, readDueDay, 'integer'),
  ...spanFields,
};

/** A kind of return that is expected every month, such as the monthly report on disputes. */
export type ReturnKindRow = RowOf<typeof returnKindSheet>;
