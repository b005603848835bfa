import {
  BadValue,
  codeField,
  listField,
  nameField,
  optionalField,
  phoneField,
  plain,
  spanFields,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Noun, wordList } from '../kernel/text.ts';

/** The three ways in which experts take part (S-09 邀约随驻、线上云驻、专业援驻). */
export const ENGAGEMENTS = wordList({
  on_call: { zh: '邀约随驻', en: 'on call' },
  online: { zh: '线上云驻', en: 'online' },
  seconded: { zh: '专业援驻', en: 'seconded' },
});

export type Engagement = keyof typeof ENGAGEMENTS;

export const EXPERT_TITLE: Noun = {
  zh: '专家',
  en: 'mediation experts',
  one: 'mediation expert',
  list: 'expert list',
};

export const expertSheet = {
  code: codeField(['code', '专家编号', 'expert code'], 'ZJ001'),
  name: nameField(['name', '姓名', 'name'], '沃建国'),
  department_code: optionalField(codeField(['department_code', '部门代码', 'department code'], 'SFJ'), ''),
  specialties: { ...textField(['specialties', '专长', 'specialties'], '01;02'), read: readSpecialties },
  engagement: listField(['engagement', '参与方式', 'engagement'], ENGAGEMENTS, 'on_call', {
    邀约: 'on_call',
    云驻: 'online',
    援驻: 'seconded',
  }),
  phone: phoneField(['phone', '电话', 'phone'], '13900000001'),
  ...spanFields,
};

/** A row of an experts file: a person of the pool (S-09). Specialties are categories of disputes. */
export type ExpertRow = RowOf<typeof expertSheet>;

/** The categories' codes in a text of specialties. */
export function specialtiesOf(specialties: string): string[] {
  return specialties.split(';');
}

/** Several codes in one cell, each once and in order: `02、01` is stored as `01;02`. */
function readSpecialties(text: string): string {
  const codes = plain(text)
    .split(/[;,、|]/)
    .map(code => code.trim().toLowerCase())
    .filter(code => code !== '');
  if (codes.length === 0) throw new BadValue({ zh: '不能为空', en: 'must not be empty' });
  return [...new Set(codes)].sort().join(';');
}
