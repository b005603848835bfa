import type { Life } from '../cases/life.ts';
import { successorActs } from '../cases/succession.ts';
import type { DisputeAct } from './acts.ts';
import { CONDITIONS } from './conditions.ts';
import type { Dispute } from './dispute.ts';
import { EFFECTS } from './effects.ts';
import { begin, FACTS } from './facts.ts';
import { DECISIONS, IN_STOCK, MOVES, STATUSES, TRANSITIONS, USUAL } from './transitions.ts';

export const DISPUTE_LIFE: Life<Dispute, DisputeAct> = {
  firstMove: 'register',
  firstMoveText: { zh: '登记', en: 'register' },
  statuses: STATUSES,
  inStock: IN_STOCK,
  settled: 'settled',
  moves: MOVES,
  decisions: DECISIONS,
  usual: USUAL,
  table: TRANSITIONS,
  conditions: CONDITIONS,
  effects: EFFECTS,
  begin,
  facts: FACTS,
  // Of the units above the holder the nearest supervises, where none is named.
  apart: (dispute, move, tree) =>
    move === 'supervise'
      ? { unit: tree.units.get(dispute.holder)?.parent_id ?? dispute.holder, isOutside: false }
      : successorActs(dispute, move, tree),
};
