import type { Dataset } from '../dataset.ts';
import { between, pick, randomFrom } from '../random.ts';
import type { Entry } from './entry.ts';

const FROZEN = ['2023-Q2', '2023-Q3'] as const;
/** What people judge: the indicator of the scheme that is not computed. */
const JUDGED = 'other';
const NOTES = ['宣传到位，材料齐全', '走访台账规范', '配合专项工作较好', '个别材料报送迟缓'] as const;
const OUTCOMES = ['二、三季度评价良好，全旗通报表扬，作为评优评先参考', '个别指标靠后，已提醒约谈，限期整改'] as const;

/** What is entered of the assessment: the judged points of the frozen quarters before they are frozen, and two outcomes. */
export function assessmentEntries({
  guidance,
  'guidance-units': scopes,
}: Pick<Dataset, 'guidance' | 'guidance-units'>): Entry[] {
  const assessed = guidance.flatMap(({ code }) => scopes.find(scope => scope.group_code === code)?.unit_code ?? []);
  return [
    ...FROZEN.flatMap(quarter => [
      ...assessed.map(unit => judged(unit, quarter)),
      ['assessment', 'freeze', '--quarter', quarter, '--yes'],
    ]),
    ...OUTCOMES.flatMap((text, index): Entry[] => {
      const unit = assessed[index];
      return unit ? [['assessment', 'outcome', '--unit', unit, '--year', '2023', '--text', text]] : [];
    }),
  ];
}

/** A unit is named by a code of its own, a township's or a community's, whatever the sheet calls it. */
function judged(unit: string, quarter: string): Entry {
  const random = randomFrom(`judged ${unit} ${quarter}`);
  const points = (between(random, 70, 98) / 10).toFixed(1);
  const what = ['--indicator', JUDGED, '--value', points, '--note', pick(random, NOTES)];
  return ['assessment', 'enter', '--unit', unit, '--quarter', quarter, ...what];
}
