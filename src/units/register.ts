import { completing, problem, type Whole } from '../intake/sheet.ts';
import { mapped } from '../kernel/mapped.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import { readSetting } from '../ledger/settings.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type Decision, type Existing, idOf, type Register } from '../register/register.ts';
import { spanProblems } from '../register/span.ts';
import { levelOfCode, parentCodeOf, TIER } from './level.ts';
import type { LevelRule } from './open-work.ts';
import { bannerProblems, codeProblems, levelProblems, parentProblems, prefixProblems, termProblem } from './rules.ts';
import { insertUnit, loadUnits, type NewTerm, presentTerm, succeedTerm } from './store.ts';
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
  complete: withParent,
  offers: { level: (_, { code }) => levelOfCode(String(code)) },
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
    book.byCode.set(decision.row.code, { id: idOf(decision), row: whole(decision.row) });
  },
  save: (db, book, decisions, stamp) => {
    for (const decision of topDown(decisions)) save(db, book, decision, stamp);
  },
});

function save(db: Db, book: UnitBook, decision: Decision<UnitRow>, stamp: Stamp): void {
  if (decision.verdict !== 'add' && decision.verdict !== 'change') return;
  const row = whole(decision.row);
  const { parent_code, ...term } = row;
  const held: NewTerm = { ...term, parent_id: parent_code === '' ? null : mapped(book.byCode, parent_code).id };
  if (decision.verdict === 'add') book.byCode.set(row.code, { id: insertUnit(db, held, stamp.importId), row });
  else {
    succeedTerm(db, decision.id, { ...held, from_on: stamp.on });
    recordChanges(db, 'unit', decision.id, decision.changes, stamp);
  }
}

/** A row with the codes of today; a new unit's parent is the one that its code names, if it names none itself. */
function withParent(book: UnitBook, given: UnitRow): UnitRow {
  const parent = book.byCode.get(given.parent_code ?? '');
  const existing = book.byCode.get(given.code);
  const row = {
    ...given,
    code: existing?.row.code ?? given.code,
    ...(parent ? { parent_code: parent.row.code } : {}),
  };
  if (row.parent_code || (existing && row.parent_code === undefined)) return row;
  return { ...row, parent_code: row.level === 'banner' ? '' : parentCodeOf(row.code) };
}

/** The units by each code that they have or had: a file of earlier years may use a former one. */
function unitBook(db: Db): UnitBook {
  const { byCode, codeOf } = loadUnits(db);
  const units = [...byCode].map(([code, { unit_id, parent_id, ...term }]) => {
    const row = { ...term, parent_code: parent_id === null ? '' : codeOf(parent_id) };
    return [code, { id: unit_id, row }] as const;
  });
  return { county: readSetting(db, 'county') ?? '', byCode: new Map(units) };
}

/** Parents before children, since a child's row holds its parent's number. */
function topDown(decisions: readonly Decision<UnitRow>[]): Decision<UnitRow>[] {
  const tier = (d: Decision<UnitRow>) => (d.verdict === 'reject' ? 0 : TIER[d.row.level]);
  return [...decisions].sort((a, b) => tier(a) - tier(b));
}
