import { type AreaRecords, ownColumns, type RecordKind } from '../register/kind.ts';
import { assessmentChecks } from './checks.ts';

/** An import that began a scheme can be undone while nothing is assessed by it; one that changed a scheme cannot. */
const scheme: RecordKind = {
  noun: 'scheme',
  title: { zh: '考核方案', en: 'assessment schemes' },
  table: 'scheme',
  parts: { indicator: 'scheme_id' },
  current: ownColumns('name', 'to_on'),
  undo: {
    later: { zh: '后来增加的指标', en: 'indicators added later' },
    restore: {
      zh: '请先导出修改以前的方案（tiaochu assessment list --on 生效前一天 --format csv --output 文件），再用 tiaochu assessment import 文件 --on 原来的生效日期 导入它',
      en: 'Export the scheme as it was (tiaochu assessment list --on DAY-BEFORE --format csv --output FILE) and import that file: tiaochu assessment import FILE --on SAME-DAY-AS-BEFORE',
    },
  },
};

const indicator: RecordKind = {
  noun: 'indicator',
  title: { zh: '考核指标', en: 'indicators' },
  table: 'indicator',
  current: ownColumns('name_zh', 'name_en', 'weight', 'source', 'rule'),
};

const manualValue: RecordKind = {
  noun: 'manual-value',
  title: { zh: '人工录入的分数', en: 'values entered by hand' },
  table: 'manual_value',
  current: ownColumns('value', 'note'),
};

export const assessmentRecords: AreaRecords = {
  kinds: [scheme, indicator, manualValue],
  checks: assessmentChecks,
  codeReferences: ['manual_value', 'result', 'outcome'].map(table => ({
    table,
    code: 'subject_code',
    nouns: ['unit', 'guidance'],
  })),
};
