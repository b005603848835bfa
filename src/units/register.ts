import { completing, problem, type Whole } from '../intake/sheet.ts';
import { mapped } from '../kernel/mapped.ts';
import { recordChanges } from '../ledger/events.ts';
import { readSetting } from '../ledger/settings.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Decision, type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { spanProblems } from '../register/span.ts';
import { parentCodeOf, TIER } from './level.ts';
import type { LevelRule } from './open-work.ts';
import { bannerProblems, codeProblems, levelProblems, parentProblems, prefixProblems, termProblem } from './rules.ts';
import { allTerms, insertUnit, type NewTerm, presentTerm, succeedTerm } from './store.ts';
import { unitLives, unitsByCode } from './tree.ts';
import { UNIT_TITLE, type UnitRow, unitSheet } from './unit.ts';

type FullUnit = Whole<UnitRow>;
const whole = completing(unitSheet);
type ExistingUnit = Existing<FullUnit>;

/** The units by code, as their latest terms have them. */
interface UnitBook {
  readonly county: string;
  readonly byCode: Map<string, ExistingUnit>;
}

/** The register of units; `levelRules` are the rules of other areas about the level of a unit. */
export const unitRegister = (levelRules: readonly LevelRule[]): Register<UnitRow, UnitBook> => ({
  noun: 'unit',
  title: UNIT_TITLE,
  sheet: unitSheet,
  key: ['code'],
  immutable: ['from_on', 'to_on'],
  tables: ['unit', 'unit_term'],
  load: ({ db }) => unitBook(db),
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, given) => {
    const parent = book.byCode.get(given.parent_code ?? '');
    const existing = book.byCode.get(given.code);
    const row = {
      ...given,
      code: existing?.row.code ?? given.code,
      ...(parent ? { parent_code: parent.row.code } : {}),
    };
    if (row.parent_code || (existing && row.parent_code === undefined)) return row;
    return { ...row, parent_code: row.level === 'banner' ? '' : parentCodeOf(row.code) };
  },
  rank: row => TIER[row.level],
  check: (book, given, before, on) => {
    const row = whole(given);
    const moved = before === undefined || before.row.parent_code !== row.parent_code;
    const parent = book.byCode.get(row.parent_code)?.row;
    return [
      ...spanProblems(row),
      ...codeProblems(row),
      ...(before ? [] : prefixProblems(row)),
      ...bannerProblems(row, book.county),
      ...levelProblems(row, before && whole(before.row)),
      ...(moved ? parentProblems(before ? { ...row, from_on: on } : row, parent) : []),
    ];
  },
  obstacle: (db, { id, row, changes }, on) => {
    const late = termProblem(presentTerm(db, id), on);
    if (late) return problem('code', row.code, late);
    if (!changes.some(change => change.field === 'level')) return undefined;
    const [reason] = levelRules.flatMap(rule => rule(db, id, row.level, on) ?? []);
    return reason && problem('level', row.level, reason);
  },
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.byCode.set(decision.row.code, { id, row: whole(decision.row) });
  },
  save: (db, book, decisions, stamp) => {
    const termOf = (row: FullUnit): NewTerm => {
      const { parent_code, ...term } = row;
      return { ...term, parent_id: parent_code === '' ? null : mapped(book.byCode, parent_code).id };
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
});

/** The units by each code that they have or had: a file of earlier years may use a former one. */
function unitBook(db: Db): UnitBook {
  const terms = allTerms(db);
  const lives = new Map(unitLives(terms).map(unit => [unit.unit_id, unit]));
  const byCode = new Map<string, ExistingUnit>();
  for (const [code, { unit_id, parent_id, ...term }] of unitsByCode(terms)) {
    const row = { ...term, parent_code: parent_id === null ? '' : mapped(lives, parent_id).code };
    byCode.set(code, { id: unit_id, row });
  }
  return { county: readSetting(db, 'county') ?? '', byCode };
}

/** Parents before children, since a child's row holds its parent's number. */
function topDown(decisions: readonly Decision<UnitRow>[]): Decision<UnitRow>[] {
  const tier = (d: Decision<UnitRow>) => (d.verdict === 'reject' ? 0 : TIER[d.row.level]);
  return [...decisions].sort((a, b) => tier(a) - tier(b));
}
