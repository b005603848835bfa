import { codeField, nameField, spanFields, textField, trimmed } from '../intake/field.ts';
import type { Sheet } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import type { Noun } from '../kernel/text.ts';
import type { SimpleRecord } from '../register/simple-record.ts';

/** A guidance group (调研指导组): leading cadres who guide the visits of some townships or communities (S-18). */
export interface GroupRow {
  readonly code: string;
  readonly name: string;
  readonly head: string;
  readonly linked_leader?: string | undefined;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

export const GROUP_TITLE: Noun = {
  zh: '指导组',
  en: 'guidance groups',
  one: 'guidance group',
  list: 'guidance list',
};

const leader = nameField(['linked_leader', '包联领导', 'linked leader'], '郭志强');

const groupSheet: Sheet<GroupRow> = {
  code: codeField(['code', '指导组编号', 'group code'], 'ZD01'),
  name: textField(['name', '名称', 'name'], '尼尔基镇调研指导组'),
  head: nameField(['head', '组长', 'head'], '敖玉兰'),
  linked_leader: { ...leader, optional: true, read: text => (trimmed(text) === '' ? '' : leader.read(text)) },
  ...spanFields,
};

export const groupRecord: SimpleRecord<GroupRow> = {
  noun: 'guidance',
  table: 'guidance',
  title: GROUP_TITLE,
  sheet: groupSheet,
  key: ['code'],
  immutable: [],
  personal: ['head', 'linked_leader'],
  references: {},
};
