import { codeField, countField, dayField, digitsField, listField, optionalText, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun, Text } from '../kernel/text.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-record.ts';

const OUTREACH_KINDS = {
  lecture: { zh: '讲座', en: 'lecture' },
  leaflet: { zh: '发放资料', en: 'leaflet' },
  broadcast: { zh: '广播', en: 'broadcast' },
  online: { zh: '线上', en: 'online' },
} as const satisfies Record<string, Text>;

const outreachTitle: Noun = { zh: '宣传', en: 'publicity events', one: 'publicity event', list: 'outreach list' };

const outreachSheet = {
  code: codeField(['code', '宣传编号', 'event code'], '150722100200-P1'),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9, 12], '150722100200'),
  topic: textField(['topic', '主题', 'topic'], '民法典进村'),
  kind: listField(['kind', '形式', 'kind'], OUTREACH_KINDS, 'lecture', { 资料: 'leaflet', 网络: 'online' }),
  held_on: dayField(['held_on', '日期', 'held on'], '2023-06-10'),
  people: countField(['people', '人数', 'people'], '60'),
  place: optionalText(['place', '地点', 'place'], '村委会会议室'),
};

/** Laws and policies brought to the people of a unit (S-50). */
export type OutreachRow = RowOf<typeof outreachSheet>;

export const outreachRecord: SimpleRecord<OutreachRow> = {
  noun: 'outreach',
  table: 'outreach',
  title: outreachTitle,
  sheet: outreachSheet,
  immutable: ['unit_code', 'held_on'],
  eventDay: 'held_on',
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
};
