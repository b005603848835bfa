import { codeField, nameField, optionalField, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { Noun } from '../kernel/text.ts';
import type { SimpleRecord } from '../register/simple-record.ts';

export const GROUP_TITLE: Noun = {
  zh: '指导组',
  en: 'guidance groups',
  one: 'guidance group',
  list: 'guidance list',
};

const groupSheet = {
  code: codeField(['code', '指导组编号', 'group code'], 'ZD01'),
  name: textField(['name', '名称', 'name'], '尼尔基镇调研指导组'),
  head: nameField(['head', '组长', 'head'], '敖玉兰'),
  linked_leader: optionalField(nameField(['linked_leader', '包联领导', 'linked leader'], '郭志强')),
  ...spanFields,
};

/** A guidance group (调研指导组): leading cadres who guide the visits of some townships or communities (S-22). */
export type GroupRow = RowOf<typeof groupSheet>;

export const groupRecord: SimpleRecord<GroupRow> = {
  noun: 'guidance',
  table: 'guidance',
  title: GROUP_TITLE,
  sheet: groupSheet,
  immutable: [],
  personal: ['head', 'linked_leader'],
};
