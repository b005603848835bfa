import { untilToday } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { column, detail, sumOf } from '../../kernel/view.ts';
import { explanationOf, titleOf } from '../explain.ts';
import { byParam, periodReport } from '../report.ts';
import { includes, type Scope } from '../scope.ts';
import { BY, dividedBy, FIRST } from './division.ts';
import { PETITION_COLUMNS, type PetitionFact, petitionFacts, petitionRow } from './facts.ts';
import { EXPLAINED, petitionFigures, sortPetitions } from './figures.ts';

/** The figures of a table of petitions. */
export const PETITION_FIGURES = [
  column('lodged', '登记', 'Lodged', 'integer'),
  column('accepted', '受理', 'Accepted', 'integer'),
  detail('declined', '不予受理', 'Declined', 'integer'),
  column('concluded', '办结', 'Concluded', 'integer'),
  column('open', '在办', 'Open', 'integer'),
  column('overdue', '逾期', 'Overdue', 'integer'),
  detail('accepted_on_time', '及时受理', 'Accepted on time', 'integer'),
  detail('acceptance_due', '应受理', 'of accepted', 'integer'),
  column('acceptance_rate', '及时受理率', 'On-time acceptance', 'rate'),
  detail('replied_on_time', '按期答复', 'Replied on time', 'integer'),
  detail('reply_due', '应答复', 'of due', 'integer'),
  column('reply_rate', '按期答复率', 'On-time reply', 'rate'),
  detail('repeats', '重复', 'Repeats', 'integer'),
  detail('repeat_rate', '重复率', 'Repeat rate', 'rate'),
  detail('satisfied', '满意', 'Satisfied', 'integer'),
  detail('responded', '参评', 'Responded', 'integer'),
  column('satisfaction_rate', '满意率', 'Satisfaction', 'rate'),
  sumOf(detail('asked', '应评', 'Asked', 'integer'), ['concluded']),
  detail('response_rate', '参评率', 'Response rate', 'rate'),
] as const;

/** What the report is called and how it counts. */
export const PETITIONS_TEXT = {
  title: { zh: '信访', en: 'Petitions' },
  rule: {
    zh: '登记、受理、办结按各自日期在统计期内；在办、逾期按期末。及时受理率 = 登记后 15 日内受理 ÷（受理 + 超过 15 日未受理），只看受理日期，信访工作条例第二十三条要求的书面告知是否按期见 tiaochu report overdue；按期答复率 = 期限内（含延期）办结 ÷（办结 + 逾期未办结）；重复率 = 重复 ÷ 登记；满意率 =（满意 + 基本满意）÷ 参评；参评率 = 参评 ÷ 办结。按机构、代办员、部门、类别按期末',
    en: 'Lodged, accepted and concluded by their days in the period; open and overdue at its end. On-time acceptance = accepted within 15 days / (accepted + waiting longer), by the day of acceptance; whether the written notice of Art. 23 was in time is in report overdue. On-time reply = concluded in time (extensions included) / (concluded + overdue). Repeat rate = repeats / lodged. Satisfaction = (satisfied + basically) / responded. Response = responded / concluded. Unit, agent, department and category as at its end.',
  },
} as const satisfies Record<string, Text>;

export const petitions = periodReport({
  summary: { zh: '信访：受理、答复、重复、满意', en: 'petitions: accepted, answered, repeated, rated' },
  example: 'report petitions --by unit --year 2023',
  personal: true,
  ...PETITIONS_TEXT,
  params: { by: byParam(BY, 'unit') },
  figures(scope, { by = 'unit' }) {
    const { counted, petitions } = petitionsOf(scope);
    const figures = (own: readonly PetitionFact[]) => petitionFigures(sortPetitions(own, counted));
    return {
      columns: [...FIRST[by], ...PETITION_FIGURES],
      rows: dividedBy(scope, by, petitions).map(row => ({ ...row.labels, ...figures(row.petitions) })),
      totals: { [FIRST[by].at(-1)?.key ?? '']: { zh: '合计', en: 'Total' }, ...figures(petitions) },
    };
  },
  explain(scope, wanted, { by = 'unit' }) {
    const key = explanationOf(EXPLAINED, wanted);
    const { counted, petitions } = petitionsOf(scope);
    const rows = dividedBy(scope, by, petitions).flatMap(({ labels, petitions: own }) =>
      sortPetitions(own, counted)[key].map(petition => ({ ...labels, ...petitionRow(scope, petition) })),
    );
    return { title: titleOf(PETITION_FIGURES, wanted), columns: [...FIRST[by], ...PETITION_COLUMNS], rows };
  },
});

/** The petitions of the units, as they were on the last day that has come. */
function petitionsOf(scope: Scope) {
  const counted = untilToday(scope.period, scope.today);
  return { counted, petitions: petitionFacts(scope.db, counted).filter(({ holder }) => includes(scope, holder)) };
}
