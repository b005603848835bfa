import { type CodeRow, codedAs } from '../cases/codes.ts';
import { namesUnknownHousehold, type Wrong } from '../cases/old-ledger.ts';
import { type WindowsThen, windowFault } from '../centre/window-rules.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day } from '../kernel/day.ts';
import { TIER } from '../units/level.ts';
import { onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';
import { categoryCalled } from './category-words.ts';
import { GRADE_TIER } from './dispute.ts';
import type { OldDispute } from './old-ledger.ts';
import { ENDED, SETTLED, type Status } from './transitions.ts';

/** What a row of an old ledger is judged by. */
export interface OldLedgerFacts {
  readonly unit: UnitTerm | undefined;
  readonly tree: UnitTree;
  readonly categories: readonly CodeRow[];
  readonly windows: WindowsThen;
  readonly sources: readonly CodeRow[];
  /** The status of the dispute that the row is merged into. */
  readonly mergedInto: Status | undefined;
  hasHousehold(code: string): boolean;
  /** The visit of a household on a day. */
  visitOn(household: string, day: Day): number | undefined;
}

export function oldLedgerProblems(row: OldDispute, facts: OldLedgerFacts, today: Day): Problem[] {
  const found: Problem[] = [];
  const wrong: Wrong<OldDispute> = (column, zh, en) => found.push(problem(column, row[column], { zh, en }));
  checkDerived(wrong, row, facts);
  checkPlace(wrong, row, facts, today);
  checkDays(wrong, row, today);
  checkWindow(wrong, row, facts);
  checkMerge(wrong, row, facts);
  checkVisit(wrong, row, facts);
  for (const role of ['applicant', 'respondent'] as const)
    if (namesUnknownHousehold(row[role], facts.hasHousehold))
      wrong(role, '写有不存在的户编号', 'names an unknown household');
  return found;
}

/** What a list leaves out must follow from what it says. */
function checkDerived(wrong: Wrong<OldDispute>, row: OldDispute, { unit }: OldLedgerFacts): void {
  if (row.parties)
    wrong('parties', '已有申请人或被申请人，不能再写', 'must be empty where there is an applicant or a respondent');
  if (row.old_number && row.title === undefined)
    wrong(
      'title',
      '没有写，也没有当事人和简要情况可以拟定',
      'is not given, nor are parties or facts from which to make it',
    );
  if (unit && row.old_number === undefined)
    wrong(
      'old_number',
      '没有写，也没有当事人和简要情况可以推算',
      'is not given, nor are parties or facts from which to make it',
    );
}

function checkPlace(
  wrong: Wrong<OldDispute>,
  row: OldDispute,
  { unit, tree, categories, sources }: OldLedgerFacts,
  today: Day,
): void {
  if (!unit) wrong('unit_code', '没有这个机构', 'is not a known unit');
  else if (!covers(unit, row.registered_on))
    wrong('registered_on', '这个机构当天不在册', 'is a day on which the unit was not open');
  else if (TIER[unit.level] > GRADE_TIER[row.grade] && !onTier(tree, unit, GRADE_TIER[row.grade]))
    wrong('grade', '没有处理这一难易程度的上级机构', 'has no unit above to handle it');
  if (!categoryCalled(categories, row.category))
    wrong(
      'category',
      '不在纠纷类别中（用 tiaochu dispute categories 查看）',
      'is not a category (see dispute categories)',
    );
  if (row.source && !codedAs(sources, row.source))
    wrong('source', '不在来源中（用 tiaochu dispute sources 查看）', 'is not a source (see dispute sources)');
  if (row.registered_on > today) wrong('registered_on', '在今天之后', 'is after today');
}

/** A window received it that was open on the day of registration and there for its unit (S-07). */
function checkWindow(wrong: Wrong<OldDispute>, row: OldDispute, { unit, windows }: OldLedgerFacts): void {
  if (!row.window || !unit) return;
  const fault = windowFault(row.window, unit, row.registered_on, windows);
  if (fault) wrong('window', fault.zh, fault.en);
}

function checkDays(wrong: Wrong<OldDispute>, row: OldDispute, today: Day): void {
  const { settled_on, closed_on, registered_on } = row;
  const status = row.status ?? 'registered';
  const isSettled = SETTLED.includes(status);
  if (isSettled && !settled_on) wrong('settled_on', '已化解的要写化解日期', 'is required for a settled dispute');
  if (!isSettled && settled_on)
    wrong('settled_on', '尚未化解的不能有化解日期', 'must be empty for a dispute that is not settled');
  if (settled_on && (settled_on < registered_on || settled_on > today))
    wrong('settled_on', '应在登记日期和今天之间', 'must lie between the registration and today');
  if (status === 'closed' && !closed_on) wrong('closed_on', '已结案的要写结案日期', 'is required for a closed dispute');
  if (closed_on && status !== 'closed' && !ENDED.includes(status))
    wrong('closed_on', '尚未结案的不能有结案日期', 'must be empty for a dispute that is not closed');
  if (!isSettled && row.agreement)
    wrong('agreement', '尚未化解的不能有协议内容', 'must be empty for a dispute that is not settled');
  if (closed_on && (closed_on < (settled_on ?? registered_on) || closed_on > today))
    wrong('closed_on', '应在化解（登记）日期和今天之间', 'must lie between the settlement (or registration) and today');
}

function checkMerge(wrong: Wrong<OldDispute>, row: OldDispute, { mergedInto }: OldLedgerFacts): void {
  if (row.status !== 'merged') {
    if (row.merged_into) wrong('merged_into', '只有已并案的才写', 'is for merged disputes only');
  } else if (mergedInto === undefined || row.merged_into === row.old_number)
    wrong('merged_into', '没有这个原编号的纠纷', 'is not the old number of another dispute');
  else if (ENDED.includes(mergedInto))
    wrong('merged_into', '那一件已经了结，不能并入', 'is a dispute that has ended; nothing can be merged into it');
}

/** A dispute is found in a visit that is on record, named by household and day, not after its registration (S-32). */
function checkVisit(wrong: Wrong<OldDispute>, row: OldDispute, { hasHousehold, visitOn }: OldLedgerFacts): void {
  const { visit_household: household = '', visited_on: day = null, registered_on } = row;
  if (household === '' && day === null) return;
  if (household === '') wrong('visit_household', '写了走访日期的要写走访户编号', 'is required where a day is given');
  else if (day === null) wrong('visited_on', '写了走访户编号的要写走访日期', 'is required where a household is given');
  else if (!hasHousehold(household)) wrong('visit_household', '没有这一户', 'is not a known household');
  else if (day > registered_on) wrong('visited_on', '晚于登记日期', 'is after the registration');
  else if (visitOn(household, day) === undefined)
    wrong('visited_on', '这一户当天没有走访记录', 'is a day without a visit to that household');
}
