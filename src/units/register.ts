import { problem, type Whole } from '../intake/sheet.ts';
import { BEGINNING, OPEN_END } from '../kernel/day.ts';
import { recordChanges } from '../ledger/events.ts';
import { type Decision, type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { parentCodeOf, TIER } from './level.ts';
import { bannerProblems, codeProblems, levelProblems, parentProblems, prefixProblems, termProblem } from './rules.ts';
import { allTerms, countyCode, insertUnit, type NewTerm, presentTerm, succeedTerm } from './store.ts';
import { unitLives } from './tree.ts';
import { UNIT_TITLE, type UnitRow, unitSheet } from './unit.ts';

type FullUnit = Whole<UnitRow>;
type StandingUnit = Existing<FullUnit>;

/** The units by code, as their latest terms have them. */
interface UnitBook {
  readonly county: string;
  readonly byCode: Map<string, StandingUnit>;
}

export const unitRegister: Register<UnitRow, UnitBook> = {
  noun: 'unit',
  title: UNIT_TITLE,
  sheet: unitSheet,
  key: ['code'],
  immutable: ['from_on', 'to_on'],
  tables: ['unit', 'unit_term'],
  load: async ({ db }) => {
    const terms = allTerms(db);
    const codes = new Map(terms.map(term => [term.unit_id, term.code]));
    const standing = new Map(
      unitLives(terms).map(({ unit_id, parent_id, ...term }) => {
        const row = { ...term, parent_code: parent_id === null ? '' : (codes.get(parent_id) ?? '') };
        return [unit_id, { id: unit_id, row }] as const;
      }),
    );
    // A file of earlier years calls a unit by a code that it had; whose code it is now comes first.
    const byCode = new Map<string, StandingUnit>();
    for (const { code, unit_id } of terms) byCode.set(code, standing.get(unit_id) ?? unknown(code));
    for (const unit of standing.values()) byCode.set(unit.row.code, unit);
    return { county: countyCode(db) ?? '', byCode };
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, given) => {
    const parent = book.byCode.get(given.parent_code ?? '');
    const standing = book.byCode.get(given.code);
    const row = {
      ...given,
      code: standing?.row.code ?? given.code,
      ...(parent ? { parent_code: parent.row.code } : {}),
    };
    if (row.parent_code || (standing && row.parent_code === undefined)) return row;
    return { ...row, parent_code: row.level === 'banner' ? '' : parentCodeOf(row.code) };
  },
  rank: row => TIER[row.level],
  check: (book, given, before, on) => {
    const row = whole(given);
    const span =
      row.from_on < row.to_on
        ? []
        : [problem('to_on', row.to_on, { zh: '不晚于起始日期', en: 'is not after the first day' })];
    return [
      ...span,
      ...codeProblems(row),
      ...(before ? [] : prefixProblems(row)),
      ...bannerProblems(row, book.county),
      ...levelProblems(row, before && whole(before.row)),
      ...(before && before.row.parent_code === row.parent_code
        ? []
        : parentProblems(before ? { ...row, from_on: on } : row, book.byCode.get(row.parent_code)?.row)),
    ];
  },
  obstacle: (db, { id, row }, on) => {
    const late = termProblem(presentTerm(db, id), on);
    return late && problem('code', row.code, late);
  },
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.byCode.set(decision.row.code, { id, row: whole(decision.row) });
  },
  save: (db, book, decisions, stamp) => {
    const parentId = (row: UnitRow) => book.byCode.get(row.parent_code ?? '')?.id ?? null;
    const termOf = (row: FullUnit): NewTerm => {
      const { parent_code, ...term } = row;
      return { ...term, parent_id: parentId(row) };
    };
    for (const decision of topDown(decisions)) {
      if (decision.verdict === 'add') {
        const row = whole(decision.row);
        book.byCode.set(row.code, { id: insertUnit(db, termOf(row), stamp.importId), row });
      } else if (decision.verdict === 'change') {
        succeedTerm(db, decision.id, { ...termOf(whole(decision.row)), from_on: stamp.on });
        recordChanges(db, 'unit', decision.id, decision.changes, stamp);
      }
    }
  },
};

function unknown(code: string): never {
  throw new Error(`the term of ${code} is of no unit`);
}

function whole(row: UnitRow): FullUnit {
  return {
    ...row,
    parent_code: row.parent_code ?? '',
    from_on: row.from_on ?? BEGINNING,
    to_on: row.to_on ?? OPEN_END,
  };
}

/** Parents before children, since a child's row holds its parent's number. */
function topDown(decisions: readonly Decision<UnitRow>[]): Decision<UnitRow>[] {
  const tier = (d: Decision<UnitRow>) => (d.verdict === 'reject' ? 0 : TIER[d.row.level]);
  return [...decisions].sort((a, b) => tier(a) - tier(b));
}
