import { agentRows } from '../agents/store.ts';
import { presentParties } from '../cases/party-store.ts';
import type { Narrowing } from '../cli/param.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { openPetitions } from './open-work-store.ts';
import { loadPetition } from './store.ts';
import { bestAgent, isInterested } from './suggest.ts';

/** The agents with the number of their open matters. */
export function agentCandidates(db: Db) {
  const open = openPetitions(db);
  return agentRows(db).map(agent => ({ ...agent, open: open.get(agent.id) ?? 0 }));
}

/** Another agent than the one whom the petition has. */
export const exceptItsAgent: Narrowing = ({ db }, { number }) => {
  const { id, agent } = loadPetition(db, String(number));
  const petitioners = presentParties(db, id);
  const others = agentRows(db).filter(each => each.id === agent || isInterested(each, petitioners));
  return { except: others.map(({ code }) => code) };
};

/** Nobody who is a petitioner; first whom the program would choose. */
export const ableAgents: Narrowing = ({ db, day }, { number }) => {
  const { id, holder } = loadPetition(db, String(number));
  const petitioners = presentParties(db, id);
  const candidates = agentCandidates(db);
  const { agent } = bestAgent(candidates, petitioners, holder, loadTree(db, day), day);
  const interested = candidates.filter(each => isInterested(each, petitioners));
  return { except: interested.map(({ code }) => code), recommended: agent?.code };
};
