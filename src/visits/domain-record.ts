import {
  checkedField,
  type Field,
  listField,
  optionalField,
  spanFields,
  textField,
  wordCodeField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { sameNameProblems } from '../register/same-name-rules.ts';
import type { SimpleRecord } from '../register/simple-record.ts';
import { DOMAIN_KINDS, DOMAIN_TITLE, SEPARATORS } from './domain.ts';
import { countProblems } from './domain-rules.ts';

const sheet = {
  code: wordCodeField(['code', '领域代码', 'code'], 'fire'),
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
  rules: ({ row, others }) => [...countProblems(row, others), ...sameNameProblems(DOMAIN_TITLE, row, others)],
};

function name(naming: Parameters<typeof textField>[0], example: string): Field<string> {
  return checkedField(textField(naming, example), text => !SEPARATORS.test(text), {
    zh: '含有分隔符（; 、 , |）',
    en: 'contains a separator (; , |)',
  });
}
