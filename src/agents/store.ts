import type { Selectable } from 'kysely';
import { notFound } from '../kernel/failure.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { AgentTable } from '../ledger/schema/agents.ts';
import type { Db } from '../ledger/sqlite.ts';
import { agentRecord } from './records.ts';

export type Agent = Selectable<AgentTable>;

export function agentRows(db: Db): Agent[] {
  return rows(db, selectFrom('agent').selectAll().orderBy('code'));
}

export function agentCoded(db: Db, code: string): Agent {
  return agentRows(db).find(agent => agent.code === code) ?? notFound(agentRecord.title, code);
}
