import { type CodeRow, codedAs } from '../cases/codes.ts';
import { namesUnknownHousehold, partyTexts } from '../cases/old-ledger.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { UnitTerm } from '../units/tree.ts';
import type { OldPetition } from './old-ledger.ts';
import { MOST_REPRESENTATIVES } from './petition.ts';
import type { Status } from './transitions.ts';

/** What of the ledger a row of an old one is judged by. */
export interface OldLedgerFacts {
  readonly unit: UnitTerm | undefined;
  readonly categories: readonly CodeRow[];
  readonly agent: Span | undefined;
  readonly hasEarlier: boolean;
  hasHousehold(code: string): boolean;
}

const TAKEN: readonly Status[] = ['lodged', 'accepted', 'declined', 'concluded', 'closed'];

type Found = readonly [column: keyof OldPetition & string, reason: Text];

/** Everything that speaks against a row of an old ledger. */
export function oldLedgerProblems(row: OldPetition, facts: OldLedgerFacts, today: Day): Problem[] {
  const found = [...placeProblems(row, facts, today), ...dayProblems(row, today), ...personProblems(row, facts)];
  return found.map(([column, reason]) => problem(column, row[column], reason));
}

function placeProblems(row: OldPetition, { unit, categories, hasEarlier }: OldLedgerFacts, today: Day): Found[] {
  const found: Found[] = [];
  if (!unit) found.push(['unit_code', { zh: '没有这个机构', en: 'is not a known unit' }]);
  else if (!covers(unit, row.registered_on))
    found.push(['registered_on', { zh: '这个机构当天不在册', en: 'is a day on which the unit was not open' }]);
  if (!codedAs(categories, row.category))
    found.push([
      'category',
      { zh: '不在信访类别中（用 petition categories 查看）', en: 'is no category (see petition categories)' },
    ]);
  if (row.registered_on > today) found.push(['registered_on', { zh: '在今天之后', en: 'is after today' }]);
  if (row.repeat_of && !hasEarlier)
    found.push(['repeat_of', { zh: '没有这个原编号的信访', en: 'is not the old number of another petition' }]);
  return found;
}

function dayProblems(row: OldPetition, today: Day): Found[] {
  const found: Found[] = [];
  const status = row.status ?? 'lodged';
  const { registered_on, accepted_on, concluded_on, closed_on } = row;
  const isConcluded = status === 'concluded' || status === 'closed';
  if (!TAKEN.includes(status))
    found.push([
      'status',
      {
        zh: '旧台账只能转到已登记、办理中、不予受理、已办结、已结案',
        en: 'must be lodged, accepted, declined, concluded or closed',
      },
    ]);
  const within = (day: Day | null | undefined, from: Day) => !day || (day >= from && day <= today);
  const accepted = accepted_on ?? registered_on;
  if (!within(accepted_on, registered_on))
    found.push(['accepted_on', { zh: '应在登记日期和今天之间', en: 'must lie between the lodging and today' }]);
  if (isConcluded !== Boolean(concluded_on))
    found.push([
      'concluded_on',
      { zh: '已办结的才写、也须写办结日期', en: 'goes with a concluded petition, and is needed there' },
    ]);
  if (!within(concluded_on, accepted))
    found.push(['concluded_on', { zh: '应在受理日期和今天之间', en: 'must lie between the acceptance and today' }]);
  if (row.outcome && !isConcluded)
    found.push(['outcome', { zh: '已办结的才写', en: 'goes with a concluded petition only' }]);
  if (row.rating && !isConcluded)
    found.push(['rating', { zh: '已办结的才写', en: 'goes with a concluded petition only' }]);
  if ((status === 'closed') !== Boolean(closed_on))
    found.push([
      'closed_on',
      { zh: '已结案的才写、也须写结案日期', en: 'goes with a closed petition, and is needed there' },
    ]);
  if (!within(closed_on, concluded_on ?? accepted))
    found.push(['closed_on', { zh: '应在办结日期和今天之间', en: 'must lie between the conclusion and today' }]);
  return found;
}

function personProblems(row: OldPetition, { agent, hasHousehold }: OldLedgerFacts): Found[] {
  const found: Found[] = [];
  if (partyTexts(row.petitioner).length > MOST_REPRESENTATIVES)
    found.push(['petitioner', { zh: '代表不超过 5 人', en: 'has more than 5 representatives' }]);
  if (namesUnknownHousehold(row.petitioner, hasHousehold))
    found.push(['petitioner', { zh: '写了没有的户编号', en: 'names a household that is not known' }]);
  if (row.agent_code && !agent) found.push(['agent_code', { zh: '没有这名代办员', en: 'is not a known agent' }]);
  else if (agent && !covers(agent, row.accepted_on ?? row.registered_on))
    found.push(['agent_code', { zh: '受理当天不在任', en: 'was not in office on the day of acceptance' }]);
  return found;
}
