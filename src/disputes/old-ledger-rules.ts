import { type CodeRow, codedAs } from '../cases/codes.ts';
import { namesUnknownHousehold } from '../cases/old-ledger.ts';
import { type Problem, problem } from '../intake/sheet.ts';
import { covers, type Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { TIER } from '../units/level.ts';
import { onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';
import { GRADE_TIER } from './dispute.ts';
import type { OldDispute } from './old-ledger.ts';
import { ENDED, SETTLED, type Status } from './transitions.ts';

/** What a row of an old ledger is judged by. */
export interface OldLedgerFacts {
  readonly unit: UnitTerm | undefined;
  readonly tree: UnitTree;
  readonly categories: readonly CodeRow[];
  readonly sources: readonly CodeRow[];
  /** The status of the dispute that the row is merged into. */
  readonly mergedInto: Status | undefined;
  hasHousehold(code: string): boolean;
}

/** Everything that is wrong with a row of an old ledger. */
export function oldLedgerProblems(row: OldDispute, facts: OldLedgerFacts, today: Day): Problem[] {
  const found = [
    ...placeProblems(row, facts, today),
    ...dayProblems(row, today),
    ...mergeProblems(row, facts),
    ...partyProblems(row, facts),
  ];
  return found.map(([column, reason]) => problem(column, row[column], reason));
}

type Found = readonly [column: keyof OldDispute & string, reason: Text];

function placeProblems(row: OldDispute, { unit, tree, categories, sources }: OldLedgerFacts, today: Day): Found[] {
  const found: Found[] = [];
  if (!unit) found.push(['unit_code', { zh: '没有这个机构', en: 'is not a known unit' }]);
  else if (!covers(unit, row.registered_on))
    found.push(['registered_on', { zh: '这个机构当天不在册', en: 'is a day on which the unit was not open' }]);
  else if (TIER[unit.level] > GRADE_TIER[row.grade] && !onTier(tree, unit, GRADE_TIER[row.grade]))
    found.push(['grade', { zh: '没有处理这一难易程度的上级机构', en: 'has no unit above to handle it' }]);
  if (!codedAs(categories, row.category))
    found.push([
      'category',
      { zh: '不在纠纷类别中（用 dispute categories 查看）', en: 'is not a category (see dispute categories)' },
    ]);
  if (row.source && !codedAs(sources, row.source))
    found.push([
      'source',
      { zh: '不在来源中（用 dispute sources 查看）', en: 'is not a source (see dispute sources)' },
    ]);
  if (row.registered_on > today) found.push(['registered_on', { zh: '在今天之后', en: 'is after today' }]);
  return found;
}

function dayProblems(row: OldDispute, today: Day): Found[] {
  const found: Found[] = [];
  const { settled_on, closed_on, registered_on } = row;
  const status = row.status ?? 'registered';
  const isSettled = SETTLED.includes(status);
  if (isSettled && !settled_on)
    found.push(['settled_on', { zh: '已化解的要写化解日期', en: 'is required for a settled dispute' }]);
  if (!isSettled && settled_on)
    found.push([
      'settled_on',
      { zh: '尚未化解的不能有化解日期', en: 'must be empty for a dispute that is not settled' },
    ]);
  if (settled_on && (settled_on < registered_on || settled_on > today))
    found.push(['settled_on', { zh: '应在登记日期和今天之间', en: 'must lie between the registration and today' }]);
  if (status === 'closed' && !closed_on)
    found.push(['closed_on', { zh: '已结案的要写结案日期', en: 'is required for a closed dispute' }]);
  if (closed_on && status !== 'closed' && !ENDED.includes(status))
    found.push(['closed_on', { zh: '尚未结案的不能有结案日期', en: 'must be empty for a dispute that is not closed' }]);
  if (closed_on && (closed_on < (settled_on ?? registered_on) || closed_on > today))
    found.push([
      'closed_on',
      { zh: '应在化解（登记）日期和今天之间', en: 'must lie between the settlement (or registration) and today' },
    ]);
  return found;
}

function mergeProblems(row: OldDispute, { mergedInto }: OldLedgerFacts): Found[] {
  if (row.status !== 'merged')
    return row.merged_into ? [['merged_into', { zh: '只有已并案的才写', en: 'is for merged disputes only' }]] : [];
  if (mergedInto === undefined || row.merged_into === row.old_number)
    return [['merged_into', { zh: '没有这个原编号的纠纷', en: 'is not the old number of another dispute' }]];
  return ENDED.includes(mergedInto)
    ? [
        [
          'merged_into',
          { zh: '那一件已经了结，不能并入', en: 'is a dispute that has ended; nothing can be merged into it' },
        ],
      ]
    : [];
}

function partyProblems(row: OldDispute, { hasHousehold }: OldLedgerFacts): Found[] {
  const unknown = (['applicant', 'respondent'] as const).filter(role => namesUnknownHousehold(row[role], hasHousehold));
  return unknown.map(role => [role, { zh: '写有不存在的户编号', en: 'names an unknown household' }]);
}
