import {
  codeField,
  countField,
  dayField,
  digitsField,
  listField,
  optionalField,
  optionalText,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Noun, wordList } from '../kernel/text.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { UNITS } from '../register/simple-record.ts';

/** The ways in which people are told (宣传形式). */
export const OUTREACH_KINDS = wordList({
  lecture: { zh: '讲座', en: 'lecture' },
  leaflet: { zh: '发放资料', en: 'leaflet' },
  broadcast: { zh: '广播', en: 'broadcast' },
  online: { zh: '线上', en: 'online' },
  notice: { zh: '张贴公告', en: 'notice' },
  home: { zh: '入户告知', en: 'at home' },
  meeting: { zh: '会议', en: 'meeting' },
});

/** What people are told about, where reports look for it: which villages know of the petition agency (S-36). */
export const SUBJECTS = wordList({
  agency: { zh: '信访代办', en: 'petition agency' },
  law: { zh: '法律法规', en: 'laws' },
  policy: { zh: '政策', en: 'policies' },
});

const outreachTitle: Noun = { zh: '宣传', en: 'publicity events', one: 'publicity event', list: 'outreach list' };

const outreachSheet = {
  code: codeField(['code', '宣传编号', 'event code'], '150722100200-P1'),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9, 12], '150722100200'),
  subject: optionalField(
    listField(['subject', '宣传内容', 'subject'], SUBJECTS, 'law', { 代办: 'agency', 普法: 'law' }),
    '',
  ),
  topic: textField(['topic', '主题', 'topic'], '民法典进村'),
  kind: listField(['kind', '形式', 'kind'], OUTREACH_KINDS, 'lecture', {
    资料: 'leaflet',
    网络: 'online',
    公告: 'notice',
    入户: 'home',
  }),
  held_on: dayField(['held_on', '日期', 'held on'], '2023-06-10'),
  people: countField(['people', '人数', 'people'], '60'),
  place: optionalText(['place', '地点', 'place'], '村委会会议室'),
};

/** Laws, policies and the petition agency brought to the people of a unit (S-36, S-50): where, when and in which way. */
export type OutreachRow = RowOf<typeof outreachSheet>;

export const outreachRecord: SimpleRecord<OutreachRow> = {
  noun: 'outreach',
  table: 'outreach',
  title: outreachTitle,
  sheet: outreachSheet,
  numbering: { start: ({ unit_code }) => `${unit_code}-P`, digits: 1, by: ['topic', 'held_on', 'kind'] },
  immutable: ['unit_code', 'held_on'],
  eventDay: 'held_on',
  references: { unit_code: { column: 'unit_id', referent: UNITS } },
};
