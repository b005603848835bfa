import type { Life } from '../cases/life.ts';
import { successorActs } from '../cases/succession.ts';
import type { PetitionAct } from './acts.ts';
import { CONDITIONS } from './conditions.ts';
import { EFFECTS } from './effects.ts';
import { begin, FACTS } from './facts.ts';
import type { Petition } from './petition.ts';
import { reviewerOf } from './reviewer.ts';
import { DECISIONS, IN_STOCK, MOVES, STATUSES, TRANSITIONS, USUAL } from './transitions.ts';

export const PETITION_LIFE: Life<Petition, PetitionAct> = {
  firstMove: 'lodge',
  firstMoveText: { zh: '登记', en: 'lodge' },
  statuses: STATUSES,
  inStock: IN_STOCK,
  settled: 'concluded',
  moves: MOVES,
  decisions: DECISIONS,
  usual: USUAL,
  table: TRANSITIONS,
  conditions: CONDITIONS,
  effects: EFFECTS,
  begin,
  facts: FACTS,
  apart: (petition, move, tree) => reviewerOf(petition, move, tree) ?? successorActs(petition, move, tree),
};
