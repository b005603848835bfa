import type { Whole } from '../intake/sheet.ts';
import { type Day, OPEN_END, type Span } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { AGENT_TITLE, type AgentRow } from './agent.ts';

/** An agent as they stand. */
export interface Agent extends Span {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly unit_id: number;
  readonly phone: string;
  readonly cadre_code: string;
}

export function agentRows(db: Db): Agent[] {
  return db
    .prepare(
      `select a.id, a.code, a.name, a.unit_id, a.phone, coalesce(c.code, '') as cadre_code, a.from_on, a.to_on
       from agent a left join cadre c on c.id = a.cadre_id order by a.code`,
    )
    .all() as Agent[];
}

export function agentCoded(db: Db, code: string): Agent {
  return agentRows(db).find(one => one.code === code) ?? notFound(AGENT_TITLE, code);
}

/** The cadres' numbers, by code. */
export function cadreIds(db: Db): Map<string, number> {
  return new Map(db.prepare('select code, id from cadre').raw().all() as [string, number][]);
}

/** How many petitions each agent has open, by the agent's number. */
export function openMatters(db: Db): Map<number, number> {
  const rows = db
    .prepare(
      `select p.agent_id, count(*) from petition p join cases m on m.id = p.id
       where p.agent_id is not null and m.status in ('lodged', 'accepted', 'under_review') group by 1`,
    )
    .raw()
    .all() as [number, number][];
  return new Map(rows);
}

/** How many petitions an agent still carries: what is under review waits for the organ above, and nobody can be reassigned. */
export function inHand(db: Db, agentId: number): number {
  return db
    .prepare(
      `select count(*) from petition p join cases m on m.id = p.id
       where p.agent_id = ? and m.status in ('lodged', 'accepted')`,
    )
    .pluck()
    .get(agentId) as number;
}

export function agentWriter(db: Db, stamp: Stamp) {
  const insert = db.prepare(
    'insert into agent (code, name, unit_id, phone, cadre_id, from_on, to_on, import_id) values (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const cadre = db.prepare('select id from cadre where code = ?').pluck();
  const cadreOf = (code: unknown) => (cadre.get(code) as number | undefined) ?? null;
  return {
    add: (row: Whole<AgentRow>, unitId: number) => {
      const { code, name, phone, cadre_code, from_on, to_on } = row;
      insert.run(code, name, unitId, phone, cadreOf(cadre_code), from_on, to_on, stamp.importId ?? null);
    },
    change: (id: number, changes: readonly Change[]) => {
      for (const { field, new: value } of changes)
        if (field === 'cadre_code') db.prepare('update agent set cadre_id = ? where id = ?').run(cadreOf(value), id);
        else db.prepare(`update agent set ${field === 'name' ? 'name' : 'phone'} = ? where id = ?`).run(value, id);
      recordChanges(db, 'agent', id, changes, stamp);
    },
  };
}

/** Ends an agent's time. */
export function closeAgent(db: Db, agent: Agent, on: Day, stamp: Stamp): void {
  db.prepare('update agent set to_on = ? where id = ?').run(on, agent.id);
  recordChanges(db, 'agent', agent.id, [{ field: 'to_on', old: OPEN_END, new: on }], stamp);
}
