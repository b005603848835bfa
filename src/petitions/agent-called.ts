import type { Agent } from '../agents/store.ts';
import { plain } from '../intake/field.ts';
import { cleanedName } from '../kernel/clean.ts';
import { covers, type Day } from '../kernel/day.ts';

/**
 * The agent whom a list names: by code, or by the name that one alone has among those in office on the day, in the unit of the
 * petition first.
 */
export function agentCalled(
  agents: ReadonlyMap<string, Agent>,
  word: string | undefined,
  unit: number | undefined,
  day: Day,
): Agent | undefined {
  if (!word) return undefined;
  const coded = agents.get(plain(word));
  if (coded) return coded;
  const name = cleanedName(word);
  const inOffice = [...agents.values()].filter(agent => covers(agent, day) && cleanedName(agent.name) === name);
  const inUnit = inOffice.filter(agent => agent.unit_id === unit);
  const candidates = inUnit.length > 0 ? inUnit : inOffice;
  return candidates.length === 1 ? candidates[0] : undefined;
}
