import { BadValue, codeField, type Field, listField, optionalField, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { DOMAIN_KINDS, DOMAIN_TITLE, SEPARATORS } from './domain.ts';
import { countProblems, sameNameProblems } from './domain-rules.ts';

const sheet = {
  code: checked(codeField(['code', '领域代码', 'code'], 'fire'), code => /^[a-z][a-z0-9-]*$/.test(code), {
    zh: '不是领域代码：只用小写字母、数字和连字符',
    en: 'is not a domain code: use small letters, digits and hyphens only',
  }),
  name_zh: name(['name_zh', '中文名', 'Chinese name'], '森林防火'),
  name_en: name(['name_en', '英文名', 'English name'], 'forest fire prevention'),
  kind: optionalField(listField(['kind', '类型', 'kind'], DOMAIN_KINDS, 'other'), 'other'),
  ...spanFields,
};

/** A domain's id is its bit in the masks of visits, so domains are never imported or deleted; the three key works are given. */
export const domainRecord: SimpleRecord<RowOf<typeof sheet>> = {
  noun: 'domain',
  table: 'domain',
  title: DOMAIN_TITLE,
  sheet,
  orderBy: 'id',
  alias: 'name_zh',
  immutable: [],
  rules: ({ row, others }) => [...countProblems(row, others), ...sameNameProblems(row, others)],
};

function name(naming: Parameters<typeof textField>[0], example: string): Field<string> {
  return checked(textField(naming, example), text => !SEPARATORS.test(text), {
    zh: '含有分隔符（; 、 , |）',
    en: 'contains a separator (; , |)',
  });
}

function checked(field: Field<string>, fits: (text: string) => boolean, reason: BadValue['text']): Field<string> {
  return {
    ...field,
    read: text => {
      const value = field.read(text);
      if (fits(value)) return value;
      throw new BadValue(reason);
    },
  };
}
