import {
  BadValue,
  codeField,
  countField,
  dayField,
  listField,
  optionalCode,
  optionalText,
  spanFields,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { wordList } from '../kernel/text.ts';
import { type AreaRecords, simpleKind } from '../register/kind.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { codedTable } from '../register/simple-record.ts';
import { SITES } from '../sites/store.ts';
import { centreChecks } from './checks.ts';
import { hallProblems, stationedTwice } from './rules.ts';

const windowSheet = {
  code: codeField(['code', '窗口编号', 'window code'], 'CK01'),
  name: textField(['name', '名称', 'name'], '婚姻家庭调解窗口'),
  site_code: optionalCode(['site_code', '场所编号', 'site code'], ''),
  ...spanFields,
};

export type WindowRow = RowOf<typeof windowSheet>;

/** A mediation window: of a station's hall where it names a site, else in the hall of the command centre (S-07, S-14). */
export const windowRecord: SimpleRecord<WindowRow> = {
  noun: 'window',
  table: 'window',
  title: { zh: '窗口', en: 'windows', one: 'window', list: 'window list' },
  sheet: windowSheet,
  numbering: { start: () => 'CK', by: ['name', 'site_code'] },
  immutable: [],
  references: { site_code: { column: 'site_id', referent: SITES, optional: true } },
  rules: ({ row, references: { site_code: site } }) => hallProblems(row.site_code, site?.level),
};

const stationingSheet = {
  code: codeField(['code', '进驻编号', 'stationing code'], 'CK01-XFJ'),
  window_code: codeField(['window_code', '窗口编号', 'window code'], 'CK01'),
  department_code: codeField(['department_code', '部门代码', 'department code'], 'XFJ'),
  ...spanFields,
};

export type StationingRow = RowOf<typeof stationingSheet>;

/**
 * A department that serves at a window for a time (S-08). Nine windows and ten departments are many to many: a window has
 * several, and a department may have none. The code names one stationing.
 */
export const stationingRecord: SimpleRecord<StationingRow> = {
  noun: 'stationing',
  table: 'stationing',
  title: { zh: '进驻', en: 'stationings', one: 'stationing', list: 'stationing list' },
  sheet: stationingSheet,
  numbering: { start: ({ window_code }) => `${window_code}-J`, by: ['department_code', 'from_on'] },
  immutable: ['window_code', 'department_code'],
  references: {
    window_code: { column: 'window_id', referent: codedTable('window') },
    department_code: { column: 'department_id', referent: codedTable('department') },
  },
  rules: ({ row, others }) => stationedTwice(row, others),
};

/** The services of the windows besides mediation (S-50 公证、法律援助、普法宣传、咨询). */
export const SERVICE_KINDS = wordList({
  notary: { zh: '公证', en: 'notary' },
  legal_aid: { zh: '法律援助', en: 'legal aid' },
  outreach: { zh: '普法宣传', en: 'outreach' },
  consultation: { zh: '咨询', en: 'consultation' },
});

const people = countField(['people', '人数', 'people'], '3');

const serviceSheet = {
  code: codeField(['code', '服务编号', 'service code'], 'FW-2023-001'),
  window_code: codeField(['window_code', '窗口编号', 'window code'], 'CK01'),
  kind: listField(['kind', '服务类型', 'kind'], SERVICE_KINDS, 'consultation', {
    法援: 'legal_aid',
    法律咨询: 'consultation',
    普法: 'outreach',
  }),
  served_on: dayField(['served_on', '服务日期', 'day'], '2023-06-12'),
  people: { ...people, optional: false as const, read: readPeople },
  note: optionalText(['note', '说明', 'note'], '离婚财产分割咨询'),
};

export type ServiceRow = RowOf<typeof serviceSheet>;

/** One service at a window, to how many people. */
export const serviceRecord: SimpleRecord<ServiceRow> = {
  noun: 'service',
  table: 'service',
  title: { zh: '服务记录', en: 'services', one: 'service', list: 'service list' },
  sheet: serviceSheet,
  numbering: {
    start: ({ served_on }) => `FW-${served_on.slice(0, 4)}-`,
    digits: 3,
    by: ['served_on', 'window_code', 'kind', 'note'],
  },
  immutable: ['served_on'],
  eventDay: 'served_on',
  references: { window_code: { column: 'window_id', referent: codedTable('window') } },
};

/** A service is to at least one person. */
function readPeople(text: string): number {
  const number = people.read(text);
  if (number) return number;
  throw new BadValue({ zh: '应为 1 以上的整数', en: 'must be a whole number of at least 1' });
}

export const centreRecords: AreaRecords = {
  kinds: [simpleKind(windowRecord), simpleKind(stationingRecord), simpleKind(serviceRecord)],
  checks: centreChecks,
};
