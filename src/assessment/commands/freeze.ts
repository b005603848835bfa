import { type Command, command } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { notFound, refuse } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { column, lines, type Row } from '../../kernel/view.ts';
import { timeIn } from '../../kernel/zone.ts';
import { insertResults } from '../results/store.ts';
import { endedProblem, weightsProblem } from '../scoring/points.ts';
import { asQuarter } from '../scoring/quarter.ts';
import { type AssessmentSheet, computedSheet, type Entry, type FiguresOn, frozenSheet } from '../scoring/sheet.ts';
import { shownValue } from '../views.ts';
import { quarterParam } from './enter.ts';

const FROZEN = { zh: '已冻结的季度', en: 'frozen quarters', one: 'frozen quarter' };
const FIRST_FREEZE = {
  zh: '先用 tiaochu assessment freeze 冻结',
  en: 'Freeze it first: tiaochu assessment freeze',
};

/** `assessment freeze` and `assessment verify`: what is frozen does not change, and whether the ledger still says the same. */
export function freezeCommands(source: FiguresOn): Command[] {
  const freeze = command({
    name: 'freeze',
    zh: '冻结',
    summary: {
      zh: '冻结一个季度的考核结果，附其依据的校验值',
      en: 'freeze a quarter’s results with the hash of their inputs',
    },
    example: 'assessment freeze --quarter 2023-Q3',
    access: 'write',
    params: { quarter: quarterParam },
    run: ({ db, at, today, zone }, input) => {
      const quarter = asQuarter(input.quarter);
      const frozen = frozenSheet(db, quarter);
      const frozenAt = frozen?.frozenAt && timeIn(zone, frozen.frozenAt);
      if (frozenAt)
        refuse({
          zh: `${quarter.name} 已于 ${frozenAt} 冻结，不再改变`,
          en: `${quarter.name} was frozen at ${frozenAt} and does not change`,
        });
      const early = endedProblem(quarter.name, quarter, today);
      if (early) refuse(early);
      const sheet = computedSheet(db, source(today), quarter);
      const unequal = weightsProblem(
        sheet.scheme.code,
        sheet.indicators.map(one => one.weight),
      );
      if (unequal)
        refuse(unequal, {
          zh: `用 tiaochu assessment change 或 import 调整，--on 写 ${quarter.to} 或以前的日期`,
          en: `Correct them with tiaochu assessment change or import, --on ${quarter.to} or before`,
        });
      if (sheet.lines.length === 0)
        refuse({ zh: `${quarter.name} 没有考核单位`, en: `There are no units to assess in ${quarter.name}` });
      insertResults(db, sheet.scheme.id, resultsFrom(sheet, at));
      return {
        view: lines(
          { quarter: quarter.name, units: sheet.lines.length, indicators: sheet.indicators.length },
          {
            zh: `${quarter.name} 的考核结果已冻结：${sheet.lines.length} 个单位，${sheet.indicators.length} 项指标`,
            en: `${quarter.name} is frozen: ${counted(sheet.lines.length, 'unit')}, ${counted(sheet.indicators.length, 'indicator')}`,
          },
        ),
        records: [quarter.name],
        counts: { units: sheet.lines.length },
      };
    },
  });
  const verify = command({
    name: 'verify',
    zh: '复核',
    summary: { zh: '重新计算已冻结的季度，与冻结的逐项比较', en: 'compute a frozen quarter anew and compare it' },
    example: 'assessment verify --quarter 2023-Q3',
    access: 'read',
    params: { quarter: quarterParam },
    run: ({ db, today }, input) => {
      const quarter = asQuarter(input.quarter);
      const frozen = frozenSheet(db, quarter) ?? notFound(FROZEN, quarter.name, FIRST_FREEZE);
      const rows = differences(frozen, computedSheet(db, source(today), quarter));
      return {
        view: {
          shape: 'table',
          columns: [
            column('unit_code', '单位代码', 'Unit code'),
            column('unit', '单位', 'Unit'),
            column('indicator', '指标', 'Indicator'),
            column('frozen_value', '冻结数值', 'Frozen value'),
            column('value', '现算数值', 'Value now'),
            column('frozen_score', '冻结得分', 'Frozen points', 'integer'),
            column('score', '现算得分', 'Points now', 'integer'),
            column('what', '差异', 'Difference'),
          ],
          rows,
          notes: [
            rows.length === 0
              ? {
                  zh: `${quarter.name} 的 ${figures(frozen).size} 项与按台账现状计算的一致`,
                  en: `All ${figures(frozen).size} figures of ${quarter.name} agree with the current ledger`,
                }
              : {
                  zh: `${quarter.name} 有 ${rows.length} 项与按台账现状计算的不同；冻结的结果不变`,
                  en: `${counted(rows.length, 'figure')} of ${quarter.name} differ from the current ledger; the frozen results are unchanged`,
                },
          ],
        },
        counts: { found: rows.length },
        ...(rows.length > 0 ? { exit: EXIT.rejected } : {}),
      };
    },
  });
  return [freeze, verify];
}

function resultsFrom({ quarter, lines: all }: AssessmentSheet, at: string) {
  return all.flatMap(({ code, name, entries }) =>
    entries.map(({ indicator, figure, score, inputs, hash }) => ({
      quarter: quarter.name,
      subject_code: code,
      subject_name: name,
      indicator_id: indicator.id,
      weight: indicator.weight,
      value: figure.value,
      score,
      inputs,
      hash,
      frozen_at: at,
    })),
  );
}

type Placed = Entry & { readonly unit_code: string; readonly unit: string };

function figures(sheet: AssessmentSheet): Map<string, Placed> {
  return new Map(
    sheet.lines.flatMap(({ code, name, entries }) =>
      entries.map(entry => [`${code} ${entry.indicator.code}`, { ...entry, unit_code: code, unit: name }] as const),
    ),
  );
}

/** Figures that are not the same: other values, other records behind the same value, units that came or went. */
function differences(frozen: AssessmentSheet, now: AssessmentSheet): Row[] {
  const [before, after] = [figures(frozen), figures(now)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap(key => {
    const [old, one] = [before.get(key), after.get(key)];
    if (old?.hash === one?.hash && old?.score === one?.score && old?.figure.value === one?.figure.value) return [];
    const { unit_code, unit, indicator } = (old ?? one) as Placed;
    return [
      {
        unit_code,
        unit,
        indicator: { zh: indicator.name_zh, en: indicator.code },
        frozen_value: old && shownValue(old),
        value: one && shownValue(one),
        frozen_score: old?.score,
        score: one?.score,
        what: differenceText(old, one),
      },
    ];
  });
}

function differenceText(old: Entry | undefined, now: Entry | undefined) {
  if (!old) return { zh: '冻结时没有', en: 'not in the frozen sheet' };
  if (!now) return { zh: '现在没有', en: 'no longer there' };
  if (old.figure.value !== now.figure.value) return { zh: '数值不同', en: 'another value' };
  return old.score === now.score
    ? { zh: '依据的记录不同', en: 'based on other records' }
    : { zh: '得分不同', en: 'other points' };
}
