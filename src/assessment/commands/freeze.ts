import { type Command, command } from '../../cli/command.ts';
import { refuseIf } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { timeIn } from '../../kernel/zone.ts';
import { alreadyFrozenProblem, nobodyProblem, notEndedProblem, unequalProblem } from '../results/rules.ts';
import { addResults, resultsOf } from '../results/store.ts';
import { asQuarter } from '../scoring/quarter.ts';
import { type AssessmentSheet, computedSheet, type FiguresOn } from '../scoring/sheet.ts';
import { quarterParam } from './params.ts';

/** `assessment freeze`: the results of a quarter do not change any more. */
export function freezeCommand(source: FiguresOn): Command {
  return command({
    name: 'freeze',
    zh: '冻结',
    summary: {
      zh: '冻结一个季度的考核结果，附其依据的校验值',
      en: 'freeze a quarter’s results with the hash of their inputs',
    },
    example: 'assessment freeze --quarter 2023-Q3 --yes',
    access: 'write',
    duty: 'decision',
    confirm: 'always',
    params: { quarter: quarterParam },
    run: ({ db, at, today, zone }, input) => {
      const quarter = asQuarter(input.quarter);
      const [frozen] = resultsOf(db, quarter.name);
      refuseIf(
        alreadyFrozenProblem(quarter, frozen && timeIn(zone, frozen.frozen_at)) ?? notEndedProblem(quarter, today),
      );
      const sheet = computedSheet(db, source(today), quarter);
      refuseIf(unequalProblem(quarter, sheet) ?? nobodyProblem(quarter, sheet.lines.length));
      addResults(db, resultsFrom(sheet, at));
      const [units, indicators] = [sheet.lines.length, sheet.indicators.length];
      return {
        view: lines(
          { quarter: quarter.name, units, indicators },
          {
            zh: `${quarter.name} 的考核结果已冻结：${units} 个单位，${indicators} 项指标`,
            en: `${quarter.name} is frozen: ${counted(units, 'unit')}, ${counted(indicators, 'indicator')}`,
          },
        ),
        records: [quarter.name],
        counts: { units },
      };
    },
  });
}

function resultsFrom({ quarter, scheme, lines: all }: AssessmentSheet, at: string) {
  return all.flatMap(({ code, name, entries }) =>
    entries.map(({ indicator, figure, ...result }) => ({
      ...result,
      scheme_id: scheme.id,
      quarter: quarter.name,
      subject_code: code,
      subject_name: name,
      indicator_id: indicator.id,
      weight: indicator.weight,
      value: figure.value,
      frozen_at: at,
    })),
  );
}
