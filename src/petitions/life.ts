import type { Life } from '../cases/life.ts';
import { CONDITIONS, STANDING } from './conditions.ts';
import { EFFECTS } from './effects.ts';
import type { Petition, PetitionAct } from './petition.ts';
import { MOVES, type Move, STATUSES, type Status, TRANSITIONS } from './transitions.ts';

/** The life of a petition, as the engine that all cases share takes it. */
export const PETITION_LIFE: Life<Status, Move, Petition, PetitionAct> = {
  statuses: STATUSES,
  moves: MOVES,
  table: TRANSITIONS,
  conditions: CONDITIONS,
  standing: STANDING,
  effects: EFFECTS,
};
