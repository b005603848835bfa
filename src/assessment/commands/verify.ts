import { type Command, command } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { notFound } from '../../kernel/failure.ts';
import { counted, type Text } from '../../kernel/text.ts';
import { column, type Table } from '../../kernel/view.ts';
import { type Difference, differences, figuresOf } from '../scoring/comparison.ts';
import { asQuarter } from '../scoring/quarter.ts';
import { computedSheet, type FiguresOn, frozenSheet } from '../scoring/sheet.ts';
import { shownValue } from '../views.ts';
import { quarterParam } from './params.ts';

const FROZEN = { zh: '已冻结的季度', en: 'frozen quarters', one: 'frozen quarter' };
const FREEZE_FIRST = {
  zh: '先用 tiaochu assessment freeze 冻结',
  en: 'Freeze it first: tiaochu assessment freeze',
};

/** `assessment verify`: whether the ledger still gives the figures that were frozen. */
export function verifyCommand(source: FiguresOn): Command {
  return command({
    name: 'verify',
    zh: '复核',
    summary: { zh: '重新计算已冻结的季度，与冻结的逐项比较', en: 'compute a frozen quarter anew and compare it' },
    example: 'assessment verify --quarter 2023-Q3',
    access: 'read',
    params: { quarter: quarterParam },
    run: ({ db, today }, input) => {
      const quarter = asQuarter(input.quarter);
      const frozen = frozenSheet(db, quarter) ?? notFound(FROZEN, quarter.name, FREEZE_FIRST);
      const found = differences(frozen, computedSheet(db, source(today), quarter));
      const note = resultText(quarter.name, figuresOf(frozen).size, found.length);
      return {
        view: differenceTable(found, note),
        counts: { found: found.length },
        ...(found.length > 0 ? { exit: EXIT.rejected } : {}),
      };
    },
  });
}

function differenceTable(found: readonly Difference[], note: Text): Table {
  return {
    shape: 'table',
    columns: [
      column('unit_code', '单位代码', 'Unit code', 'code'),
      column('unit', '单位', 'Unit', 'label'),
      column('indicator', '指标', 'Indicator', 'code'),
      column('frozen_value', '冻结数值', 'Frozen value'),
      column('value', '现算数值', 'Value now'),
      column('frozen_score', '冻结得分', 'Frozen points', 'integer'),
      column('score', '现算得分', 'Points now', 'integer'),
      column('what', '差异', 'Difference'),
    ],
    rows: found.map(({ frozen, now, ...row }) => ({
      ...row,
      frozen_value: frozen && shownValue(frozen),
      value: now && shownValue(now),
      frozen_score: frozen?.score,
      score: now?.score,
    })),
    notes: [note],
  };
}

function resultText(quarter: string, figures: number, found: number): Text {
  return found === 0
    ? {
        zh: `${quarter} 的 ${figures} 项与台账现在的计算结果一致`,
        en: `All ${figures} figures of ${quarter} agree with the ledger`,
      }
    : {
        zh: `${quarter} 有 ${found} 项与台账现在的计算结果不同；冻结的结果不变`,
        en: `${counted(found, 'figure')} of ${quarter} ${found === 1 ? 'differs' : 'differ'} from the ledger now; the frozen results do not change`,
      };
}
