import { type CodeRow, codedAs } from '../cases/codes.ts';
import { namesUnknownHousehold, partyTexts } from '../cases/old-ledger.ts';
import { readParty } from '../cases/party.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day, type Span } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import type { UnitTerm } from '../units/tree.ts';
import type { OldPetition } from './old-ledger.ts';
import { KINDS, MOST_REPRESENTATIVES, OUTCOMES, RATINGS } from './petition.ts';
import { isInterested } from './suggest.ts';
import { STATUSES, type Status } from './transitions.ts';

/** What of the ledger a row of an old one is judged by. */
export interface OldLedgerFacts {
  readonly unit: UnitTerm | undefined;
  readonly categories: readonly CodeRow[];
  readonly agent: (Span & { readonly name: string; readonly phone: string }) | undefined;
  /** When the petition that the row repeats was lodged, where there is one. */
  readonly earlierOn: Day | undefined;
  hasHousehold(code: string): boolean;
}

const TAKEN: readonly Status[] = ['lodged', 'accepted', 'declined', 'concluded', 'closed'];

type Found = readonly [column: keyof OldPetition & string, reason: Text];

/** Everything that speaks against a row of an old ledger. */
export function oldLedgerProblems(row: OldPetition, facts: OldLedgerFacts, today: Day): Problem[] {
  const found = [...placeProblems(row, facts, today), ...dayProblems(row, today), ...personProblems(row, facts, today)];
  return found.map(([column, reason]) => problem(column, asWritten(column, row[column]), reason));
}

const WORDS: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  kind: KINDS,
  status: STATUSES,
  outcome: OUTCOMES,
  rating: RATINGS,
};

/** A coded value with its word: a file may have either. */
function asWritten(column: string, value: string | number | null | undefined) {
  const word = WORDS[column]?.[String(value)];
  return word ? `${word.zh}(${value})` : value;
}

function placeProblems(row: OldPetition, { unit, categories, earlierOn }: OldLedgerFacts, today: Day): Found[] {
  const found: Found[] = [];
  if (!unit) found.push(['unit_code', { zh: '没有这个机构', en: 'is not a known unit' }]);
  else if (!covers(unit, row.registered_on))
    found.push(['registered_on', { zh: '这个机构当天不在册', en: 'is a day on which the unit was not open' }]);
  if (!codedAs(categories, row.category))
    found.push([
      'category',
      { zh: '不在信访类别中（用 petition categories 查看）', en: 'is not a category (see petition categories)' },
    ]);
  if (row.kind === 'accusation' || row.kind === 'litigation')
    found.push([
      'kind',
      {
        zh: '不在这里登记（信访工作条例第二十二条）：检举控告由纪检监察机关、涉法涉诉由办案机关办理',
        en: 'is not lodged here (Regulations on Petition Work Art. 22): it is for the discipline organs, or the organ that handles the case',
      },
    ]);
  if (row.registered_on > today) found.push(['registered_on', { zh: '在今天之后', en: 'is after today' }]);
  if (row.repeat_of && earlierOn === undefined)
    found.push(['repeat_of', { zh: '没有这个原编号的信访', en: 'is not the old number of another petition' }]);
  else if (row.repeat_of && earlierOn !== undefined && earlierOn > row.registered_on)
    found.push(['repeat_of', { zh: '登记在后，不能是它的重复', en: 'was lodged later: this one cannot repeat it' }]);
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
  if (status === 'lodged' && accepted_on)
    found.push(['accepted_on', { zh: '已登记未受理的不写', en: 'must be empty for a petition that is only lodged' }]);
  if (!within(accepted_on, registered_on))
    found.push(['accepted_on', { zh: '应在登记日期和今天之间', en: 'must lie between the lodging and today' }]);
  if (isConcluded !== Boolean(concluded_on))
    found.push([
      'concluded_on',
      { zh: '已办结的须写办结日期，未办结的不写', en: 'is required for a concluded petition, and only there' },
    ]);
  if (!within(concluded_on, accepted))
    found.push(['concluded_on', { zh: '应在受理日期和今天之间', en: 'must lie between the acceptance and today' }]);
  if (isConcluded !== Boolean(row.outcome))
    found.push([
      'outcome',
      { zh: '已办结的须写结果，未办结的不写', en: 'is required for a concluded petition, and only there' },
    ]);
  if (row.rating && !isConcluded)
    found.push(['rating', { zh: '已办结的才写', en: 'goes with a concluded petition only' }]);
  if ((status === 'closed') !== Boolean(closed_on))
    found.push([
      'closed_on',
      { zh: '已结案的须写结案日期，未结案的不写', en: 'is required for a closed petition, and only there' },
    ]);
  if (!within(closed_on, concluded_on ?? accepted))
    found.push(['closed_on', { zh: '应在办结日期和今天之间', en: 'must lie between the conclusion and today' }]);
  return found;
}

function personProblems(row: OldPetition, { agent, hasHousehold }: OldLedgerFacts, today: Day): Found[] {
  const found: Found[] = [];
  const petitioners = partyTexts(row.petitioner).map(readParty);
  if (petitioners.length === 0) found.push(['petitioner', { zh: '须写信访人', en: 'is needed' }]);
  if (agent && isInterested(agent, petitioners))
    found.push(['agent_code', { zh: '是信访人本人，应当回避', en: 'is a petitioner and must be recused' }]);
  if (row.agent_code && row.status === 'declined')
    found.push(['agent_code', { zh: '不予受理的没有代办员', en: 'must be empty for a declined petition' }]);
  if (row.people && row.people < petitioners.length)
    found.push(['people', { zh: '少于信访人', en: 'is less than the petitioners' }]);
  if (row.authority_on && row.authority_on > today)
    found.push(['authority_on', { zh: '在今天之后', en: 'is after today' }]);
  if (petitioners.length > MOST_REPRESENTATIVES)
    found.push(['petitioner', { zh: '代表不超过 5 人', en: 'has more than 5 representatives' }]);
  if (namesUnknownHousehold(row.petitioner, hasHousehold))
    found.push(['petitioner', { zh: '写有不存在的户编号', en: 'names an unknown household' }]);
  if (row.agent_code && !agent) found.push(['agent_code', { zh: '没有这名代办员', en: 'is not a known agent' }]);
  else if (agent && !covers(agent, row.accepted_on ?? row.registered_on))
    found.push(['agent_code', { zh: '受理当天不在任', en: 'was not in office on the day of acceptance' }]);
  return found;
}
