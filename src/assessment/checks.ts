import { overlaps, shownBound } from '../kernel/day.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Check } from '../register/check.ts';
import { unbalancedDays } from './scheme/rules.ts';
import { allSchemes, everyIndicator, indicatorsOn, weighingDays } from './scheme/store.ts';
import { asQuarter } from './scoring/quarter.ts';
import { isConsistent } from './scoring/sheet.ts';

const weights: Check = {
  name: 'scheme-weights',
  title: {
    zh: '同一天至多一个考核方案生效，权重每一天都合计 100',
    en: 'one scheme is in force at a time, and its weights add up to 100 on each day',
  },
  find: db =>
    allSchemes(db).flatMap((scheme, index, all) => {
      const days = unbalancedDays(scheme, weighingDays(db, scheme.id), day =>
        indicatorsOn(db, scheme.id, day).map(({ weight }) => weight),
      );
      const isDouble = all.slice(0, index).some(earlier => overlaps(earlier, scheme));
      const found = new Set(isDouble ? [scheme.from_on, ...days] : days);
      return [...found].map(day => (shownBound(day) === null ? scheme.code : `${scheme.code} ${day}`));
    }),
};

const byHand: Check = {
  name: 'manual-values',
  title: { zh: '人工录入的分数只属于人工指标', en: 'points are entered by hand for manual indicators only' },
  find: db => {
    const values = selectFrom('manual_value as v')
      .innerJoin('indicator as i', 'i.id', 'v.indicator_id')
      .select(['v.value', 'v.quarter', 'v.subject_code', 'i.scheme_id', 'i.code as indicator']);
    return rows(db, values.orderBy('v.id'))
      .filter(({ value, quarter, scheme_id, indicator }) => {
        const then = everyIndicator(db, scheme_id, asQuarter(quarter).to).find(({ code }) => code === indicator);
        return value > 0 && then?.source !== 'manual';
      })
      .map(({ indicator, subject_code, quarter }) => `${indicator} ${subject_code} ${quarter}`);
  },
};

const hashes: Check = {
  name: 'frozen-results',
  title: {
    zh: '冻结的考核结果与其依据的校验值相符',
    en: 'frozen results agree with the hash of their inputs',
  },
  find: db => {
    const results = selectFrom('result as r')
      .innerJoin('indicator as i', 'i.id', 'r.indicator_id')
      .select(['r.quarter', 'r.subject_code', 'i.code', 'r.inputs', 'r.hash', 'r.value', 'r.score']);
    return rows(db, results.orderBy('r.id'))
      .filter(result => !isConsistent(result))
      .map(({ quarter, subject_code, code }) => `${quarter} ${subject_code} ${code}`);
  },
};

export const assessmentChecks: readonly Check[] = [weights, byHand, hashes];
