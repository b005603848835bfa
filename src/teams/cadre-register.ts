import { completing, problem, type Whole } from '../intake/sheet.ts';
import { ALWAYS, OPEN_END } from '../kernel/day.ts';
import { mapped } from '../kernel/mapped.ts';
import type { Text } from '../kernel/text.ts';
import { type Existing, idOf, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import { loadUnits } from '../units/store.ts';
import type { UnitTerm } from '../units/tree.ts';
import { CADRE_TITLE, type CadreRow, cadreSheet } from './cadre.ts';
import { CADRE_FIELDS, cadreWriter, membershipRows, moveToTeam, updateCadre } from './cadre-store.ts';
import { type Leader, oneLeaderProblems } from './leader-rules.ts';
import { allLeaders, endLeadership, putLeader } from './leader-store.ts';
import { cadreNumbering } from './numbering.ts';
import { openPairCodes } from './pair-store.ts';
import { pairedProblem, teamUnitProblems } from './rules.ts';

type FullCadre = Whole<CadreRow>;
const completed = completing(cadreSheet);

interface CadreBook {
  readonly units: ReadonlyMap<string, UnitTerm>;
  readonly byCode: Map<string, Existing<FullCadre>>;
  /** Who led or leads which team, with the leaders of earlier rows. */
  readonly leaders: Leader[];
}

export const cadreRegister: Register<CadreRow, CadreBook> = {
  noun: 'cadre',
  title: CADRE_TITLE,
  sheet: cadreSheet,
  key: ['code'],
  immutable: ['from_on', 'to_on'],
  tables: ['cadre', 'team_member'],
  load: ({ db }) => {
    const units = loadUnits(db);
    const byCode = new Map<string, Existing<FullCadre>>();
    for (const { id, unit_id, ...row } of membershipRows(db))
      byCode.set(row.code, { id, row: { ...row, unit_code: units.codeOf(unit_id) } });
    return { units: units.byCode, byCode, leaders: [...allLeaders(db)] };
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, given) => {
    const unit = book.units.get(given.unit_code);
    if (!unit) return given;
    const row = { ...given, unit_code: unit.code };
    const existing = book.byCode.get(row.code);
    return existing && existing.row.unit_code !== row.unit_code ? row : bounded(row, unit);
  },
  check: (book, given, before, on) => {
    const moved = before !== undefined && before.row.unit_code !== given.unit_code;
    const row = whole(given, moved ? undefined : book.units.get(given.unit_code));
    const late = moved && before.row.to_on !== OPEN_END;
    const begins = row.leader === 'yes' && before?.row.leader !== 'yes';
    const unit_id = book.units.get(row.unit_code)?.unit_id ?? 0;
    const leader = { code: row.code, unit_id, from_on: before ? on : row.from_on, to_on: row.to_on };
    return [
      ...spanProblems(row),
      ...teamUnitProblems(row.unit_code, book.units.get(row.unit_code), moved ? { ...row, from_on: on } : row),
      ...(late ? [problem('code', row.code, HAS_LEFT)] : []),
      ...(begins ? oneLeaderProblems(leader, book.leaders) : []),
    ];
  },
  obstacle: (db, { id, row, before, changes }, on) => {
    if (!changes.some(change => change.field === 'unit_code')) return undefined;
    if (on <= whole(before, undefined).from_on)
      return problem('code', row.code, { zh: `在 ${on} 尚未入队`, en: `was not in a team before ${on}` });
    const paired = pairedProblem(openPairCodes(db, id, on));
    return paired && problem('code', row.code, paired);
  },
  numbering: cadreNumbering,
  undated: CADRE_FIELDS,
  accept: (book, decision) => {
    const unit = book.units.get(decision.row.unit_code);
    const row = whole(decision.row, unit);
    if (row.leader === 'yes' && unit && decision.verdict === 'add')
      book.leaders.push({ ...row, unit_id: unit.unit_id });
    book.byCode.set(row.code, { id: idOf(decision), row });
  },
  save: (db, book, decisions, stamp) => {
    const write = cadreWriter(db);
    for (const decision of decisions)
      if (decision.verdict === 'add') {
        const unit = mapped(book.units, decision.row.unit_code);
        write({ ...whole(decision.row, unit), unit_id: unit.unit_id }, stamp.importId);
      } else if (decision.verdict === 'change') {
        const { id, changes, row } = decision;
        updateCadre(db, id, changes, stamp);
        if (changes.some(change => change.field === 'unit_code'))
          moveToTeam(db, id, mapped(book.units, row.unit_code).unit_id, stamp);
        const leads = changes.find(({ field }) => field === 'leader')?.new;
        if (leads === 'yes') putLeader(db, mapped(book.units, row.unit_code).unit_id, id, stamp);
        if (leads === 'no') endLeadership(db, id, stamp);
      }
  },
};

const HAS_LEFT: Text = { zh: '已离队，不能再调', en: 'has left the team and cannot be moved' };

function whole(row: CadreRow, unit: UnitTerm | undefined): FullCadre {
  return within(completed(row), unit ?? ALWAYS);
}
