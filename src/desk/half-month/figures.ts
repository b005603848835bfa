import { dayNumber } from '../../kernel/day.ts';
import { isIn, untilToday } from '../../kernel/period.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, type Row } from '../../kernel/view.ts';
import { ITEM_COLUMNS, itemRow } from '../../meetings/item-table.ts';
import { type ActionItem, actionItems } from '../../meetings/store.ts';
import { PETITION_COLUMNS, petitionFacts, petitionRow } from '../../reports/petitions/facts.ts';
import { type PetitionsBehind, sortPetitions } from '../../reports/petitions/figures.ts';
import { qualityLeads } from '../../reports/quality/command.ts';
import { staysBehind } from '../../reports/resolution/behind.ts';
import { STAY_COLUMNS, stayRow } from '../../reports/resolution/explain.ts';
import type { Behind } from '../../reports/resolution/figures.ts';
import { includes, type Scope, UNIT_COLUMNS, unitCells } from '../../reports/scope.ts';
import { HOUSEHOLD_COLUMNS, householdRows, isBelow } from '../../reports/standards/list.ts';
import { needsOverdueOn, redDisputesOn } from './state-store.ts';

/** Exactly the rows that a figure counts. */
export interface Rows {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A figure of the half-month sheet: what happened in the half month up to its day, or how it was on that day. */
export interface SheetFigure {
  readonly key: string;
  readonly title: Text;
  behind(scope: Scope): Rows;
}

/** What the township's half-monthly meeting looks at, in this order (S-42, S-45). */
export const FIGURES: readonly SheetFigure[] = [
  figure('registered', '新登记的纠纷', 'Disputes registered', stays('registered')),
  figure('lodged', '新登记的信访', 'Petitions lodged', petitions('lodged')),
  figure('settled', '化解的纠纷', 'Disputes settled', stays('settled')),
  figure('concluded', '办结的信访', 'Petitions concluded', petitions('concluded')),
  figure('escalated', '上报的纠纷', 'Disputes escalated', stays('escalated')),
  figure('red', '在办的红色风险纠纷', 'Red disputes, open', red),
  figure('overdue_disputes', '逾期的纠纷', 'Disputes overdue', stays('overdue')),
  figure('overdue_petitions', '逾期的信访', 'Petitions overdue', petitions('overdue')),
  figure('overdue_needs', '逾期的需求', 'Needs overdue', overdueNeeds),
  figure('visits_due', '到期未入户的户', 'Visits due, not made', visitsDue),
  figure('leads', '真实性核查线索', 'Leads to verify', qualityLeads),
  figure('done', '办结的会议事项', 'Decisions carried out', decisionsDone),
  figure('decisions', '未办结的会议事项', 'Decisions open', decisionsOpen),
];

/** A figure by its key. */
export function figureNamed(key: string): SheetFigure {
  const found = FIGURES.find(figure => figure.key === key);
  if (!found) throw new Error(`the half-month sheet has no figure ${key}`);
  return found;
}

function figure(key: string, zh: string, en: string, behind: SheetFigure['behind']): SheetFigure {
  return { key, title: { zh, en }, behind };
}

function stays(key: keyof Behind) {
  return (scope: Scope): Rows => ({
    columns: STAY_COLUMNS,
    rows: staysBehind(scope)[key].map(stay => stayRow(scope, stay)),
  });
}

function petitions(key: keyof PetitionsBehind) {
  return (scope: Scope): Rows => {
    const counted = untilToday(scope.period, scope.today);
    const own = petitionFacts(scope.db, counted).filter(({ holder }) => includes(scope, holder));
    return { columns: PETITION_COLUMNS, rows: sortPetitions(own, counted)[key].map(each => petitionRow(scope, each)) };
  };
}

function red(scope: Scope): Rows {
  return {
    columns: [
      column('number', '编号', 'Number', 'code'),
      column('title', '名称', 'Title'),
      ...UNIT_COLUMNS,
      column('registered_on', '登记日期', 'Registered', 'day'),
    ],
    rows: redDisputesOn(scope.db, scope.period.to)
      .filter(({ unit_id }) => includes(scope, unit_id))
      .map(({ unit_id, ...dispute }) => ({ ...dispute, ...unitCells(scope, unit_id) })),
  };
}

function overdueNeeds(scope: Scope): Rows {
  const day = scope.period.to;
  return {
    columns: [
      column('code', '需求编号', 'Need code', 'code'),
      column('content', '内容', 'Content'),
      column('household_code', '户编号', 'Household', 'code'),
      ...UNIT_COLUMNS,
      column('owner', '承办人', 'Owner', 'name'),
      column('due_on', '限办日期', 'Due', 'day'),
      column('days_over', '逾期天数', 'Days over', 'integer'),
    ],
    rows: needsOverdueOn(scope.db, day)
      .filter(({ unit_id }) => includes(scope, unit_id))
      .map(({ unit_id, ...need }) => ({
        ...need,
        ...unitCells(scope, unit_id),
        days_over: dayNumber(day) - dayNumber(need.due_on ?? day),
      })),
  };
}

/** The households of which a visit fell due in the half month by the standard of their kind, and was not made. */
function visitsDue(scope: Scope): Rows {
  return { columns: HOUSEHOLD_COLUMNS, rows: [...householdRows(scope, isBelow)] };
}

/** Items that were done in the half month (S-45). */
function decisionsDone(scope: Scope): Rows {
  return decisions(
    scope,
    ({ done_on }) => isIn(scope.period, done_on),
    item => item,
  );
}

/** Items carry over from meeting to meeting until they are done (S-45); what was done later was open then. */
function decisionsOpen(scope: Scope): Rows {
  const day = scope.period.to;
  const wasOpen = ({ held_on, done_on }: ActionItem) => held_on <= day && (done_on === null || done_on > day);
  return decisions(scope, wasOpen, item => ({ ...item, done_on: null, result: '' }));
}

function decisions(
  scope: Scope,
  isWanted: (item: ActionItem) => boolean,
  shown: (item: ActionItem) => ActionItem,
): Rows {
  return {
    columns: ITEM_COLUMNS.all,
    rows: actionItems(scope.db)
      .filter(item => includes(scope, item.unit_id) && isWanted(item))
      .map(item => itemRow(shown(item), scope.tree, scope.period.to)),
  };
}
