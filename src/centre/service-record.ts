import { BadValue, codeField, countField, dayField, type Field, listField, optionalText } from '../intake/field.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { codedTable } from '../register/reference.ts';
import type { SimpleRecord } from '../register/simple-record.ts';

/** What the windows serve besides mediation (S-50 公证、法律援助、普法宣传、咨询). */
export const SERVICE_KINDS = {
  notary: { zh: '公证', en: 'notary' },
  legal_aid: { zh: '法律援助', en: 'legal aid' },
  outreach: { zh: '普法宣传', en: 'outreach' },
  consultation: { zh: '咨询', en: 'consultation' },
} as const satisfies Record<string, Text>;

export type ServiceKind = keyof typeof SERVICE_KINDS;
export const SERVICE_KIND_LIST = Object.keys(SERVICE_KINDS) as ServiceKind[];

/** A row of a services file: one service at a window, to how many people. */
export interface ServiceRow {
  readonly code: string;
  readonly window_code: string;
  readonly kind: ServiceKind;
  readonly served_on: Day;
  readonly people: number;
  readonly note?: string | undefined;
}

export const serviceRecord: SimpleRecord<ServiceRow> = {
  noun: 'service',
  table: 'service',
  title: { zh: '服务记录', en: 'services', one: 'service', list: 'service list' },
  sheet: {
    code: codeField(['code', '服务编号', 'service code'], 'FW-2023-001'),
    window_code: codeField(['window_code', '窗口编号', 'window code'], 'CK01'),
    kind: listField(['kind', '服务类型', 'kind'], SERVICE_KINDS, 'consultation', {
      法援: 'legal_aid',
      法律咨询: 'consultation',
      普法: 'outreach',
    }),
    served_on: dayField(['served_on', '服务日期', 'day'], '2023-06-12'),
    people: peopleField(),
    note: optionalText(['note', '说明', 'note'], '离婚财产分割咨询'),
  },
  immutable: ['served_on'],
  eventDay: 'served_on',
  references: { window_code: { column: 'window_id', referent: codedTable('window') } },
};

/** A service is to at least one person. */
function peopleField(): Field<number> {
  const field = countField(['people', '人数', 'people'], '3');
  const read = (text: string) => {
    const people = field.read(text);
    if (people) return people;
    throw new BadValue({ zh: '应为 1 以上的整数', en: 'must be a whole number of at least 1' });
  };
  return { ...field, optional: false, read };
}
