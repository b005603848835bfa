import type { Period } from '../../kernel/period.ts';
import { type Text, wordList } from '../../kernel/text.ts';
import { byUnit } from '../coverage/by-unit.ts';
import { petitionFacts } from '../petitions/facts.ts';
import { sortPetitions } from '../petitions/figures.ts';
import { resolutionFacts } from '../resolution/facts.ts';
import { noStays, sortIntoRows } from '../resolution/figures.ts';
import { returnFigures } from '../returns/expected.ts';
import { returnsIn } from '../returns/facts.ts';
import { includes, type Scope } from '../scope.ts';
import { findsIn } from '../screening/finds.ts';
import { meetingsOf, needsRaised, rulesInForce } from './facts.ts';

/** One figure of a unit's year, of how many, and the command that lists its rows. */
export interface DebriefingFigure {
  readonly aspect: Text;
  readonly name: Text;
  readonly value: number;
  /** What it is a part of, where it is one. */
  readonly of: number | null;
  readonly command: string;
}

/** The options by which every command is asked about the unit and its year. */
type Words = string;

const ASPECTS = wordList({
  visits: { zh: '入户走访', en: 'Visits' },
  disputes: { zh: '矛盾纠纷', en: 'Disputes' },
  petitions: { zh: '信访代办', en: 'Petitions' },
  needs: { zh: '群众需求', en: 'Needs' },
  meetings: { zh: '调度会', en: 'Meetings' },
  returns: { zh: '报表报送', en: 'Returns' },
  rules: { zh: '村规民约', en: 'Village rules' },
});

function figuresOf(aspect: keyof typeof ASPECTS) {
  return (zh: string, en: string, command: string, value: number, of: number | null = null): DebriefingFigure => ({
    ...{ aspect: ASPECTS[aspect], name: { zh, en }, value, of },
    command: `tiaochu ${command}`,
  });
}

/** The work of a unit and of all below it in a year: counted as the reports count it, each figure the number of the rows that its command lists. */
export function debriefingFigures(scope: Scope, counted: Period, asked: Words): DebriefingFigure[] {
  return [
    ...visitFigures(scope, asked),
    ...disputeFigures(scope, asked),
    ...petitionFigures(scope, counted, asked),
    ...needFigures(scope, asked),
    ...meetingFigures(scope, asked),
    ...returnsFigures(scope, asked),
    ...ruleFigures(scope),
  ];
}

function visitFigures(scope: Scope, asked: Words): DebriefingFigure[] {
  const figure = figuresOf('visits');
  const { households, visited, visits } = byUnit(scope, 'banner').totals;
  const listed = (column: string) => `report coverage ${asked} --explain ${column}`;
  return [
    figure('已访户', 'households visited', listed('visited'), visited, households),
    figure('入户户次', 'home visits', listed('visits'), visits),
  ];
}

function disputeFigures(scope: Scope, asked: Words): DebriefingFigure[] {
  const figure = figuresOf('disputes');
  const rows = sortIntoRows(resolutionFacts(scope), scope.period, unit => (includes(scope, unit) ? '' : undefined));
  const behind = rows.get('') ?? noStays();
  const { registered, received, settled, escalated, closing, overdue, cohort_settled } = behind;
  const rated = behind.satisfied.length + behind.basically_satisfied.length + behind.not_satisfied.length;
  const content = behind.satisfied.length + behind.basically_satisfied.length;
  const listed = (column: string) => `report resolution --by banner ${asked} --explain ${column}`;
  const finds = findsIn(scope);
  const without = finds.filter(({ visit }) => visit === null).length;
  return [
    figure('登记', 'registered', listed('registered'), registered.length),
    figure('接收上报、交办的', 'received from other units', listed('received'), received.length),
    figure('化解', 'settled', listed('settled'), settled.length),
    figure(
      '当期登记并化解',
      'registered and settled',
      listed('cohort_settled'),
      cohort_settled.length,
      registered.length,
    ),
    figure('上报', 'escalated', listed('escalated'), escalated.length),
    figure('期末在办', 'open at the end', listed('closing'), closing.length),
    figure('其中逾期', 'of these overdue', listed('overdue'), overdue.length, closing.length),
    figure('回访满意、基本满意', 'satisfied or basically so', listed('satisfaction_rate'), content, rated),
    figure(
      '主动排查化解而没有关联走访',
      'found, settled, without a visit',
      `report screening ${asked} --only without_visit`,
      without,
      finds.length,
    ),
  ];
}

function petitionFigures(scope: Scope, counted: Period, asked: Words): DebriefingFigure[] {
  const figure = figuresOf('petitions');
  const own = petitionFacts(scope.db, counted).filter(({ holder }) => includes(scope, holder));
  const behind = sortPetitions(own, counted);
  const listed = (column: string) => `report petitions ${asked} --explain ${column}`;
  return [
    figure('登记', 'lodged', listed('lodged'), behind.lodged.length),
    figure('办结', 'concluded', listed('concluded'), behind.concluded.length),
    figure(
      '按期答复',
      'answered in time',
      listed('replied_on_time'),
      behind.replied_on_time.length,
      behind.reply_due.length,
    ),
    figure(
      '满意、基本满意',
      'satisfied or basically so',
      listed('satisfied'),
      behind.satisfied.length,
      behind.responded.length,
    ),
  ];
}

function needFigures(scope: Scope, asked: Words): DebriefingFigure[] {
  const figure = figuresOf('needs');
  const raised = needsRaised(scope);
  const open = raised.filter(({ feedback_on }) => feedback_on === null).length;
  return [
    figure('提出', 'raised', `need list ${asked}`, raised.length),
    figure('其中未办结', 'of these open', `need list ${asked} --open`, open, raised.length),
  ];
}

/** Townships hold meetings; a village has none of its own. */
function meetingFigures(scope: Scope, asked: Words): DebriefingFigure[] {
  if (scope.unit?.level !== 'township') return [];
  const figure = figuresOf('meetings');
  const { held, missed } = meetingsOf(scope, scope.unit);
  return [
    figure('召开', 'held', `meeting list ${asked}`, held),
    figure('应开未开', 'due and not held', `meeting due ${asked}`, missed),
  ];
}

function returnsFigures(scope: Scope, asked: Words): DebriefingFigure[] {
  const figure = figuresOf('returns');
  const { expected, received, on_time } = returnFigures(returnsIn(scope));
  const listed = (column: string) => `report returns ${asked} --explain ${column}`;
  return expected === 0
    ? []
    : [
        figure('已报', 'delivered', listed('received'), received, expected),
        figure('按时', 'in time', listed('on_time'), on_time, expected),
      ];
}

function ruleFigures(scope: Scope): DebriefingFigure[] {
  const command = `village-rule list --unit ${scope.unit?.code} --on ${scope.period.to}`;
  return [figuresOf('rules')('在用（含居民公约）', 'in force, compacts included', command, rulesInForce(scope))];
}
