import { type CodeRow, codedAs } from '../cases/codes.ts';
import { namesUnknownHousehold, partiesIn, type Wrong } from '../cases/old-ledger.ts';
import { type WindowsThen, windowFault } from '../centre/window-rules.ts';
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
  readonly windows: WindowsThen;
  readonly agent: (Span & { readonly name: string; readonly phone: string }) | undefined;
  /** When the petition that the row repeats was lodged, where there is one. */
  readonly earlierOn: Day | undefined;
  hasHousehold(code: string): boolean;
}

const TAKEN: readonly Status[] = ['lodged', 'accepted', 'declined', 'concluded', 'closed'];

export function oldLedgerProblems(row: OldPetition, facts: OldLedgerFacts, today: Day): Problem[] {
  const found: Problem[] = [];
  const wrong: Wrong<OldPetition> = (column, zh, en) =>
    found.push(problem(column, asWritten(column, row[column]), { zh, en }));
  checkPlace(wrong, row, facts, today);
  checkDays(wrong, row, today);
  checkWindow(wrong, row, facts);
  checkPersons(wrong, row, facts, today);
  return found;
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

function checkPlace(
  wrong: Wrong<OldPetition>,
  row: OldPetition,
  { unit, categories, earlierOn }: OldLedgerFacts,
  today: Day,
): void {
  if (!unit) wrong('unit_code', '没有这个机构', 'is not a known unit');
  else if (!covers(unit, row.registered_on))
    wrong('registered_on', '这个机构当天不在册', 'is a day on which the unit was not open');
  if (!codedAs(categories, row.category))
    wrong(
      'category',
      '不在信访类别中（用 tiaochu petition categories 查看）',
      'is not a category (see petition categories)',
    );
  if (row.kind === 'accusation' || row.kind === 'litigation')
    wrong(
      'kind',
      '不在这里登记（信访工作条例第二十二条）：检举控告由纪检监察机关、涉法涉诉由办案机关办理',
      'is not lodged here (Regulations on Petition Work Art. 22): it is for the discipline organs, or the organ that handles the case',
    );
  if (row.registered_on > today) wrong('registered_on', '在今天之后', 'is after today');
  if (row.repeat_of && earlierOn === undefined)
    wrong('repeat_of', '没有这个原编号的信访', 'is not the old number of another petition');
  else if (row.repeat_of && earlierOn !== undefined && earlierOn > row.registered_on)
    wrong('repeat_of', '登记在后，不能是它的重复', 'was lodged later: this one cannot repeat it');
}

/** A window received it that was open on the day of registration and there for its unit (S-07). */
function checkWindow(wrong: Wrong<OldPetition>, row: OldPetition, { unit, windows }: OldLedgerFacts): void {
  if (!row.window || !unit) return;
  const fault = windowFault(row.window, unit, row.registered_on, windows);
  if (fault) wrong('window', fault.zh, fault.en);
}

function checkDays(wrong: Wrong<OldPetition>, row: OldPetition, today: Day): void {
  const status = row.status ?? 'lodged';
  const { registered_on, accepted_on, concluded_on, closed_on } = row;
  const isConcluded = status === 'concluded' || status === 'closed';
  if (!TAKEN.includes(status))
    wrong(
      'status',
      '旧台账只能转到已登记、办理中、不予受理、已办结、已结案',
      'must be lodged, accepted, declined, concluded or closed',
    );
  const within = (day: Day | null | undefined, from: Day) => !day || (day >= from && day <= today);
  const accepted = accepted_on ?? registered_on;
  if (status === 'lodged' && accepted_on)
    wrong('accepted_on', '已登记未受理的不写', 'must be empty for a petition that is only lodged');
  if (!within(accepted_on, registered_on))
    wrong('accepted_on', '应在登记日期和今天之间', 'must lie between the lodging and today');
  if (isConcluded !== Boolean(concluded_on))
    wrong('concluded_on', '已办结的须写办结日期，未办结的不写', 'is required for a concluded petition, and only there');
  if (!within(concluded_on, accepted))
    wrong('concluded_on', '应在受理日期和今天之间', 'must lie between the acceptance and today');
  if (isConcluded !== Boolean(row.outcome))
    wrong('outcome', '已办结的须写结果，未办结的不写', 'is required for a concluded petition, and only there');
  if (row.rating && !isConcluded) wrong('rating', '已办结的才写', 'goes with a concluded petition only');
  if ((status === 'closed') !== Boolean(closed_on))
    wrong('closed_on', '已结案的须写结案日期，未结案的不写', 'is required for a closed petition, and only there');
  if (!within(closed_on, concluded_on ?? accepted))
    wrong('closed_on', '应在办结日期和今天之间', 'must lie between the conclusion and today');
}

function checkPersons(
  wrong: Wrong<OldPetition>,
  row: OldPetition,
  { agent, hasHousehold }: OldLedgerFacts,
  today: Day,
): void {
  const petitioners = partiesIn(row.petitioner);
  if (petitioners.length === 0) wrong('petitioner', '须写信访人', 'is needed');
  if (agent && isInterested(agent, petitioners))
    wrong('agent_code', '是信访人本人，应当回避', 'is a petitioner and must be recused');
  if (row.agent_code && row.status === 'declined')
    wrong('agent_code', '不予受理的没有代办员', 'must be empty for a declined petition');
  if (row.people && row.people < petitioners.length) wrong('people', '少于信访人', 'is less than the petitioners');
  if (row.authority_on && row.authority_on > today) wrong('authority_on', '在今天之后', 'is after today');
  if (petitioners.length > MOST_REPRESENTATIVES)
    wrong('petitioner', '代表不超过 5 人', 'has more than 5 representatives');
  if (namesUnknownHousehold(row.petitioner, hasHousehold))
    wrong('petitioner', '写有不存在的户编号', 'names an unknown household');
  if (row.agent_code && !agent) wrong('agent_code', '没有这名代办员', 'is not a known agent');
  else if (agent && !covers(agent, row.accepted_on ?? row.registered_on))
    wrong('agent_code', '受理当天不在任', 'was not in office on the day of acceptance');
}
