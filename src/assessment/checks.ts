import { type Cached, type Check, queryCheck } from '../register/check.ts';
import { weightsProblem } from './rules.ts';
import { holdsTogether } from './sheet.ts';
import type { Result } from './store.ts';

const weights: Check = {
  name: 'scheme-weights',
  title: { zh: '考核方案的权重合计 100', en: 'the weights of a scheme add up to 100' },
  find: handle =>
    (
      handle
        .prepare(
          'select s.code, json_group_array(i.weight) from scheme s join indicator i on i.scheme_id = s.id group by 1',
        )
        .raw()
        .all() as [string, string][]
    )
      .filter(([code, list]) => weightsProblem(code, JSON.parse(list) as number[]))
      .map(([code]) => code),
};

const hashes: Check = {
  name: 'frozen-results',
  title: {
    zh: '冻结的考核结果与其依据的校验值相符',
    en: 'frozen results fit the hash of what they were computed from',
  },
  find: handle =>
    (
      handle
        .prepare(
          `select r.quarter || ' ' || r.subject_code || ' ' || i.code as record, r.inputs, r.hash, r.value, r.score
           from result r join indicator i on i.id = r.indicator_id order by r.id`,
        )
        .all() as (Result & { readonly record: string })[]
    )
      .filter(result => !holdsTogether(result))
      .map(({ record }) => record),
};

export const assessmentChecks: readonly Check[] = [
  weights,
  queryCheck(
    'manual-values',
    { zh: '人工录入的分数只属于人工指标', en: 'values are entered by hand only for indicators that say so' },
    `select i.code || ' ' || v.subject_code || ' ' || v.quarter from manual_value v join indicator i on i.id = v.indicator_id
     where i.source <> 'manual'`,
  ),
  hashes,
];

export const indicatorCached: Cached = {
  noun: 'indicator',
  fields: { weight: 'select weight from indicator where id = ?' },
};

const manual = (column: string) => `select ${column} from manual_value where id = ?`;
export const manualValueCached: Cached = {
  noun: 'manual-value',
  fields: { value: manual('value'), note: manual('note') },
};
