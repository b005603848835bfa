import { SEXES } from '../cases/party.ts';
import {
  codeField,
  digitsField,
  listField,
  nameField,
  optionalField,
  optionalText,
  phoneField,
  spanFields,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { LONGEST } from '../kernel/length.ts';
import type { Noun } from '../kernel/text.ts';

export const MEDIATOR_TITLE: Noun = { zh: '调解员', en: 'mediators', one: 'mediator', list: 'mediator list' };

export const mediatorSheet = {
  code: codeField(['code', '调解员编号', 'mediator code'], '150722100-T01'),
  name: nameField(['name', '姓名', 'name'], '何春花'),
  unit_code: digitsField(['unit_code', '调委会单位代码', 'unit code of the committee'], [6, 9, 12], '150722100'),
  sex: optionalField(listField(['sex', '性别', 'sex'], SEXES, 'female'), null),
  ethnicity: optionalText(['ethnicity', '民族', 'ethnicity'], '达斡尔族', LONGEST.name),
  languages: optionalText(['languages', '语言', 'languages'], '汉语、达斡尔语', LONGEST.title),
  phone: phoneField(['phone', '电话', 'phone'], '13900000001'),
  ...spanFields,
};

/** A mediator on the roster of a unit's people's mediation committee (调委会): since when, and what forms and checks ask. */
export type MediatorRow = RowOf<typeof mediatorSheet>;
