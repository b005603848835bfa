import type { Picked } from './picking.ts';

/** The command that adds what can be picked, where the ledger has none of it; closed lists that nobody adds to have none. */
export const ADDED_BY: Readonly<Partial<Record<Picked, string>>> = {
  unit: 'unit add',
  household: 'household add',
  household_kind: 'standard add',
  cadre: 'cadre add',
  pair: 'pair add',
  agent: 'agent add',
  mediator: 'mediator add',
  department: 'department add',
  dispute: 'dispute register',
  petition: 'petition lodge',
  domain: 'domain add',
  expert: 'expert add',
  linked_leader: 'linked-leader add',
  site: 'site add',
  room: 'room add',
  window: 'window add',
  guidance: 'guidance add',
  return_kind: 'return-kind add',
};
