import { completing, problem, type Whole } from '../intake/sheet.ts';
import { ALWAYS, OPEN_END } from '../kernel/day.ts';
import { mapped } from '../kernel/mapped.ts';
import { recordChanges } from '../ledger/events.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import { allTerms } from '../units/store.ts';
import { type UnitTerm, unitLives, unitsByCode } from '../units/tree.ts';
import { CADRE_TITLE, type CadreRow, cadreSheet } from './cadre.ts';
import { CADRE_FIELDS, cadreWriter, membershipRows, moveToTeam, updateCadre } from './cadre-store.ts';
import { openPairCodes } from './pair-store.ts';
import { pairedProblem, teamUnitProblems } from './rules.ts';

type FullCadre = Whole<CadreRow>;
const completed = completing(cadreSheet);

interface CadreBook {
  readonly units: ReadonlyMap<string, UnitTerm>;
  readonly byCode: Map<string, Existing<FullCadre>>;
}

export const cadreRegister: Register<CadreRow, CadreBook> = {
  noun: 'cadre',
  title: CADRE_TITLE,
  sheet: cadreSheet,
  key: ['code'],
  immutable: ['from_on', 'to_on'],
  tables: ['cadre', 'team_member'],
  load: ({ db }) => {
    const terms = allTerms(db);
    const units = new Map(unitLives(terms).map(unit => [unit.unit_id, unit]));
    const byCode = new Map<string, Existing<FullCadre>>();
    for (const { id, unit_id, ...row } of membershipRows(db))
      byCode.set(row.code, { id, row: { ...row, unit_code: mapped(units, unit_id).code } });
    return { units: unitsByCode(terms), byCode };
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, given) => {
    const unit = book.units.get(given.unit_code);
    const row = unit ? { ...given, unit_code: unit.code } : given;
    const existing = book.byCode.get(row.code);
    return unit && (!existing || existing.row.unit_code === row.unit_code) ? bounded(row, unit) : row;
  },
  check: (book, given, before, on) => {
    const moved = before !== undefined && before.row.unit_code !== given.unit_code;
    const row = whole(given, moved ? undefined : book.units.get(given.unit_code));
    const late = moved && before.row.to_on !== OPEN_END;
    return [
      ...spanProblems(row),
      ...teamUnitProblems(row.unit_code, book.units.get(row.unit_code), moved ? { ...row, from_on: on } : row),
      ...(late
        ? [problem('code', row.code, { zh: '已离队，不能再调', en: 'has left the team and cannot be moved' })]
        : []),
    ];
  },
  obstacle: (db, { id, row, before, changes }, on) => {
    if (!changes.some(change => change.field === 'unit_code')) return undefined;
    if (on <= whole(before, undefined).from_on)
      return problem('code', row.code, { zh: `在 ${on} 尚未入队`, en: `was not in a team before ${on}` });
    const paired = pairedProblem(openPairCodes(db, id, on));
    return paired && problem('code', row.code, paired);
  },
  undated: CADRE_FIELDS,
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.byCode.set(decision.row.code, { id, row: whole(decision.row, book.units.get(decision.row.unit_code)) });
  },
  save: (db, book, decisions, stamp) => {
    const write = cadreWriter(db);
    const unitId = (code: string) => mapped(book.units, code).unit_id;
    for (const decision of decisions) {
      if (decision.verdict === 'add') {
        const row = whole(decision.row, book.units.get(decision.row.unit_code));
        write({ ...row, unit_id: unitId(row.unit_code) }, stamp.importId);
      } else if (decision.verdict === 'change') {
        for (const { field, new: value } of decision.changes)
          if (field === 'unit_code') moveToTeam(db, decision.id, unitId(String(value)), stamp.on);
          else updateCadre(db, decision.id, fieldNamed(field), String(value));
        recordChanges(db, 'cadre', decision.id, decision.changes, stamp);
      }
    }
  },
};

function fieldNamed(name: string): (typeof CADRE_FIELDS)[number] {
  const field = CADRE_FIELDS.find(known => known === name);
  if (!field) throw new Error(`a cadre has no field ${name}`);
  return field;
}

function whole(row: CadreRow, unit: UnitTerm | undefined): FullCadre {
  return within(completed(row), unit ?? ALWAYS);
}
