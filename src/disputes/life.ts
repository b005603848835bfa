import type { Life } from '../cases/life.ts';
import { CONDITIONS, STANDING } from './conditions.ts';
import type { Dispute, DisputeAct } from './dispute.ts';
import { EFFECTS } from './effects.ts';
import { MOVES, type Move, STATUSES, type Status, TRANSITIONS } from './transitions.ts';

/** The life of a dispute, as the engine that all cases share takes it. */
export const DISPUTE_LIFE: Life<Status, Move, Dispute, DisputeAct> = {
  statuses: STATUSES,
  moves: MOVES,
  table: TRANSITIONS,
  conditions: CONDITIONS,
  standing: STANDING,
  effects: EFFECTS,
};
