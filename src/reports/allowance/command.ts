import { FORMS, GRADES } from '../../disputes/dispute.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { byParam, periodReport } from '../report.ts';
import { UNIT_COLUMNS } from '../scope.ts';
import { type PaidCase, paidCases } from './facts.ts';

const BY = {
  case: { zh: '案件', en: 'case' },
  mediator: { zh: '调解员', en: 'mediator' },
  committee: { zh: '调委会', en: 'committee' },
} as const satisfies Record<string, Text>;
type By = keyof typeof BY;

const WHO = [
  column('mediator_code', '调解员编号', 'Mediator code', 'code'),
  column('mediator', '调解员', 'Mediator', 'name'),
] as const;
const AMOUNT = column('amount_fen', '补贴（元）', 'Allowance (yuan)', 'money');

const CASE_COLUMNS: readonly Column[] = [
  column('number', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  ...UNIT_COLUMNS,
  ...WHO,
  column('grade', '难易程度', 'Grade', 'word'),
  column('form', '协议形式', 'Form', 'word'),
  column('settled_on', '化解日期', 'Settled', 'day'),
  column('closed_on', '首次结案', 'First closed', 'day'),
  column('file_complete', '卷宗齐全', 'File complete', 'flag'),
  column('performed', '已履行', 'Performed', 'flag'),
  column('rate_fen', '标准（元）', 'Rate (yuan)', 'money'),
  AMOUNT,
  column('why', '不补贴的原因', 'Why nothing is paid'),
];

const TOTAL_COLUMNS = [
  column('cases', '案件', 'Cases', 'integer'),
  column('paid', '其中补贴', 'Paid', 'integer'),
  AMOUNT,
] as const;

const RULE: Text = {
  zh: '期内化解或结案的纠纷，算在化解单位（调委会）和化解前最后一次调解的主办调解员名下。一件只补贴一次：首次结案时，按当日的标准（难易程度、协议形式、是否履行）；卷宗缺必备材料的暂不补贴（见 tiaochu dispute file-check，按目前的卷宗）',
  en: 'Disputes settled or closed in the period, at the unit (committee) that settled and under the lead mediator of the last session before. A case is paid once, with its first closing, by the rate of that day (grade, form, whether performed); while its file lacks a required paper nothing is paid (see dispute file-check; the file as it is now).',
};

/** What mediators are paid for the cases of a quarter (以案定补). */
export const allowance = periodReport({
  summary: {
    zh: '以案定补：各案的调解员、卷宗、履行、标准和补贴',
    en: 'what mediators are paid for cases: mediator, file, performance, rate, amount',
  },
  example: 'report allowance --quarter 2023-Q2 --by mediator',
  personal: true,
  title: { zh: '以案定补', en: 'Allowances' },
  rule: RULE,
  params: { by: byParam(BY, 'case') },
  figures(scope, { by = 'case' }) {
    const cases = paidCases(scope);
    if (by === 'case')
      return {
        columns: CASE_COLUMNS,
        rows: cases.map(caseRow),
        totals: { unit: { zh: '合计', en: 'Total' }, amount_fen: sumOf(cases) },
      };
    return {
      columns: [...UNIT_COLUMNS, ...(by === 'mediator' ? WHO : []), ...TOTAL_COLUMNS],
      rows: groupsOf(cases, by).map(group => ({ ...caseRow(group[0]), ...totalsOf(group) })),
      totals: { unit: { zh: '合计', en: 'Total' }, ...totalsOf(cases) },
    };
  },
});

function caseRow(one: PaidCase): Row {
  return {
    ...{ number: one.number, title: one.title, unit_code: one.unit_code, unit: one.unit },
    ...{ mediator_code: one.mediatorCode, mediator: one.mediator },
    ...{ grade: GRADES[one.grade], form: FORMS[one.form], settled_on: one.settledOn, closed_on: one.closedOn },
    ...{ file_complete: one.lacking === 0, performed: one.isPerformed },
    ...{ rate_fen: one.rate, amount_fen: one.amount, why: one.why },
  };
}

const sumOf = (cases: readonly PaidCase[]) => cases.reduce((sum, { amount }) => sum + amount, 0);

function totalsOf(cases: readonly PaidCase[]) {
  return { cases: cases.length, paid: cases.filter(({ why }) => why === null).length, amount_fen: sumOf(cases) };
}

type Group = readonly [PaidCase, ...PaidCase[]];

/** The cases of each committee, or of each mediator of it, in the order of their codes. */
function groupsOf(cases: readonly PaidCase[], by: Exclude<By, 'case'>): Group[] {
  const groups = new Map<string, [PaidCase, ...PaidCase[]]>();
  for (const one of cases) {
    const key = by === 'committee' ? `${one.unit_code}` : `${one.unit_code} ${one.mediatorCode} ${one.mediator}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.keys()].sort().flatMap(key => {
    const group = groups.get(key);
    return group ? [group] : [];
  });
}
