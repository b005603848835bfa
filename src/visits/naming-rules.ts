import type { Problem } from '../intake/sheet.ts';
import { problem } from '../intake/sheet.ts';
import type { Day } from '../kernel/day.ts';
import { cadreCode, twoWords } from '../naming/cadre-rules.ts';
import type { Found } from '../naming/found.ts';
import { householdCode } from '../naming/household-rules.ts';
import { coded, type NameKind, type Names, unitOn } from '../naming/names.ts';
import type { SaidNames, VisitRow } from './visit.ts';

/** A row with the codes of those whom it names, or what is wrong with their names. */
export interface NamedRow {
  readonly row: VisitRow;
  readonly problems: readonly Problem[];
  readonly byName: readonly NameKind[];
}

/**
 * Puts the codes of a household and of cadres where a row has their names: a household by head and village, a cadre by name
 * within the team of that village. Whom a name means must be certain; otherwise the candidates are named.
 */
export function namedRow(names: Names, row: VisitRow, said: SaidNames, day: Day): NamedRow {
  const household = householdCode(names, row.household_code, said, day);
  const known = 'code' in household ? coded(names.records('household'), household.code) : undefined;
  const unit = known && unitOn(known.belongs, day);
  const cadre = (column: string, word: string) => cadreCode(names, { column, word }, unit, { day, orEver: false });
  const both = { column: 'visitors', word: said.visitors };
  const [a, b] = twoWords({ a: cell('cadre_a', row.cadre_a), b: cell('cadre_b', row.cadre_b), both }) ?? [];
  const neither = problem('visitors', said.visitors, TWO_VISITORS);
  const found: Readonly<Record<string, Found>> = {
    household_code: household,
    cadre_a: a ? cadre(a.column, a.word) : neither,
    cadre_b: b ? cadre(b.column, b.word) : neither,
    ...(row.diary_by ? { diary_by: cadre('diary_by', row.diary_by) } : {}),
  };
  const codes: Record<string, string> = {};
  const problems: Problem[] = [];
  const byName = new Set<NameKind>();
  for (const [column, result] of Object.entries(found)) {
    if (!('code' in result)) {
      // Whoever else may have written the diary is the judge's question.
      if (column !== 'diary_by' && !problems.some(said => isSame(said, result))) problems.push(result);
    } else {
      codes[column] = result.code;
      if (result.byName) byName.add(column === 'household_code' ? 'household' : 'cadre');
    }
  }
  return { row: { ...row, ...codes }, problems, byName: [...byName] };
}

const cell = (column: string, word: string) => ({ column, word });

function isSame(a: Problem, b: Problem): boolean {
  return a.column === b.column && a.value === b.value && a.reason === b.reason;
}

const TWO_VISITORS = {
  zh: '应写两名走访人，用顿号隔开',
  en: 'should name two visitors, with a comma between them',
};
