import { type Text, type Word, wordList } from '../../kernel/text.ts';
import { column, type Row } from '../../kernel/view.ts';
import type { ReturnState } from '../../returns/rules.ts';
import { explanationOf, titleOf } from '../explain.ts';
import { byParam, periodReport } from '../report.ts';
import { UNIT_COLUMNS } from '../scope.ts';
import { BEHIND, type ExpectedReturn, returnFigures } from './expected.ts';
import { returnsIn } from './facts.ts';

const BY = {
  month: { zh: '单位和月份', en: 'unit and month' },
  unit: { zh: '单位', en: 'unit' },
  kind: { zh: '报表种类', en: 'kind of return' },
} as const satisfies Record<string, Text>;
type By = keyof typeof BY;

const MONTH = column('month', '所属月份', 'Month');
const KIND = [column('kind_code', '种类代码', 'Code'), column('kind', '报表种类', 'Return')] as const;
const FIRST = { month: [...UNIT_COLUMNS, MONTH], unit: UNIT_COLUMNS, kind: KIND } as const;

const FIGURES = [
  column('expected', '应报', 'Expected', 'integer'),
  column('received', '已报', 'Received', 'integer'),
  column('on_time', '按时', 'On time', 'integer'),
  column('late', '迟报', 'Late', 'integer'),
  column('missing', '未报', 'Missing', 'integer'),
  column('not_due', '未到期', 'Not due yet', 'integer'),
] as const;

const STATES: Readonly<Record<ReturnState, Word>> = wordList({
  on_time: { zh: '按时', en: 'on time' },
  late: { zh: '迟报', en: 'late' },
  missing: { zh: '未报', en: 'missing' },
  not_due: { zh: '未到期', en: 'not due yet' },
});

const RULE: Text = {
  zh: '应报 = 按时 + 迟报 + 未报 + 未到期，已报 = 按时 + 迟报。只计统计期内已经结束的整月，行动启动以前的月份不计；种类和单位按当月末；次月规定日以前（含当日）收到的为按时，不因休假日顺延。种类见 tiaochu return-kind list，收到的用 tiaochu receipt add 或 import 登记',
  en: 'Expected = on time + late + missing + not due yet; received = on time + late. Only whole months of the period count that are over, none from before the campaign; kinds and units as on the month’s last day. On time: received by the kind’s day of the next month, which does not move for days off. Kinds: return-kind list; what was received is entered with receipt add or import.',
};

/** Who delivered what by when (收报情况). */
export const returns = periodReport({
  summary: {
    zh: '收报情况：各单位各月应报、已报、按时、未报',
    en: 'monthly returns by unit and month: expected, received, on time, missing',
  },
  example: 'report returns --month 2023-10',
  title: { zh: '收报情况', en: 'Returns' },
  rule: RULE,
  params: { by: byParam(BY, 'month') },
  figures(scope, { by = 'month' }) {
    const expected = returnsIn(scope);
    const rows = new Map<string, ExpectedReturn[]>();
    for (const found of expected) {
      const key = keyOf(found, by);
      rows.set(key, [...(rows.get(key) ?? []), found]);
    }
    return {
      columns: [...FIRST[by], ...FIGURES],
      rows: [...rows.values()].map(behind => ({ ...labelsOf(behind[0]), ...returnFigures(behind) })),
      totals: { [FIRST[by].at(-1)?.key ?? '']: { zh: '合计', en: 'Total' }, ...returnFigures(expected) },
    };
  },
  explain(scope, wanted) {
    const counts = explanationOf<(state: ReturnState) => boolean>(BEHIND, wanted);
    return {
      title: titleOf(FIGURES, wanted),
      columns: [
        ...UNIT_COLUMNS,
        MONTH,
        ...KIND,
        column('due_on', '应报日期', 'Due', 'day'),
        column('received_on', '收到日期', 'Received', 'day'),
        column('state', '情况', 'State', 'word'),
        column('receipt', '收报编号', 'Receipt'),
        column('note', '备注', 'Note'),
      ],
      rows: returnsIn(scope)
        .filter(({ state }) => counts(state))
        .map(returnRow),
    };
  },
});

function keyOf({ month, kind, unit }: ExpectedReturn, by: By): string {
  if (by === 'kind') return kind.code;
  return by === 'unit' ? String(unit.unit_id) : `${unit.unit_id} ${month}`;
}

function labelsOf(found: ExpectedReturn | undefined): Row {
  if (!found) return {};
  const { month, kind, unit } = found;
  return { unit_code: unit.code, unit: unit.name, month, kind_code: kind.code, kind: kind.name };
}

function returnRow(expected: ExpectedReturn): Row {
  const { dueOn, receipt, state } = expected;
  return {
    ...labelsOf(expected),
    due_on: dueOn,
    received_on: receipt?.received_on,
    state: STATES[state],
    receipt: receipt?.code,
    note: receipt?.note,
  };
}
