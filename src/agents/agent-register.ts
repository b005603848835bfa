import { type Problem, problem, type Whole } from '../intake/sheet.ts';
import { BEGINNING, encloses, OPEN_END } from '../kernel/day.ts';
import { type Existing, JUST_ADDED, type Register } from '../register/register.ts';
import { spanProblems, within } from '../register/span.ts';
import { allTerms } from '../units/store.ts';
import { type UnitTerm, unitLives } from '../units/tree.ts';
import { AGENT_TITLE, type AgentRow, agentSheet } from './agent.ts';
import { agentRows, agentWriter, cadreIds } from './store.ts';

type FullAgent = Whole<AgentRow>;

interface AgentBook {
  readonly units: ReadonlyMap<string, UnitTerm>;
  readonly cadres: ReadonlyMap<string, number>;
  readonly byCode: Map<string, Existing<FullAgent>>;
}

export const agentRegister: Register<AgentRow, AgentBook> = {
  noun: 'agent',
  title: AGENT_TITLE,
  sheet: agentSheet,
  key: ['code'],
  immutable: ['unit_code', 'from_on', 'to_on'],
  personal: ['name', 'phone'],
  undated: ['name', 'phone', 'cadre_code'],
  tables: ['agent'],
  load: async ({ db }) => {
    const lives = unitLives(allTerms(db));
    const names = new Map(lives.map(unit => [unit.unit_id, unit.code]));
    const byCode = new Map<string, Existing<FullAgent>>();
    for (const { id, unit_id, ...row } of agentRows(db))
      byCode.set(row.code, { id, row: { ...row, unit_code: names.get(unit_id) ?? '' } });
    return { units: new Map(lives.map(unit => [unit.code, unit])), cadres: cadreIds(db), byCode };
  },
  find: (book, row) => book.byCode.get(row.code),
  complete: (book, row) => {
    const unit = book.units.get(row.unit_code);
    const { from_on, to_on } = unit ? whole(row, unit) : row;
    return {
      ...row,
      ...(row.from_on === undefined ? {} : { from_on }),
      ...(row.to_on === undefined ? {} : { to_on }),
    };
  },
  check: (book, given) => {
    const unit = book.units.get(given.unit_code);
    const row = whole(given, unit);
    const problems: Problem[] = [...spanProblems(row)];
    if (!unit) problems.push(problem('unit_code', row.unit_code, { zh: '没有这个机构', en: 'is not a known unit' }));
    else if (!encloses(unit, row))
      problems.push(
        problem('unit_code', row.unit_code, {
          zh: '在这段时间并不都存在',
          en: 'is not open for the whole of that time',
        }),
      );
    if (row.cadre_code !== '' && !book.cadres.has(row.cadre_code))
      problems.push(problem('cadre_code', row.cadre_code, { zh: '没有这名干部', en: 'is not a known cadre' }));
    return problems;
  },
  accept: (book, decision) => {
    const id = decision.verdict === 'change' ? decision.id : JUST_ADDED;
    book.byCode.set(decision.row.code, { id, row: whole(decision.row, book.units.get(decision.row.unit_code)) });
  },
  save: (db, book, decisions, stamp) => {
    const write = agentWriter(db, stamp);
    for (const one of decisions)
      if (one.verdict === 'add') {
        const unit = book.units.get(one.row.unit_code);
        write.add(whole(one.row, unit), unit?.unit_id ?? 0);
      } else if (one.verdict === 'change') write.change(one.id, one.changes);
  },
};

function whole(row: AgentRow, unit: UnitTerm | undefined): FullAgent {
  const full = {
    ...row,
    phone: row.phone ?? '',
    cadre_code: row.cadre_code ?? '',
    from_on: row.from_on ?? BEGINNING,
    to_on: row.to_on ?? OPEN_END,
  };
  return unit ? within(full, unit) : full;
}
