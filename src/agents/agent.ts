import type { Day } from '../kernel/day.ts';
import type { Noun } from '../kernel/text.ts';

/** A row of an agents file: a person who carries petitions to the right department, for one unit (S-40). */
export interface AgentRow {
  readonly code: string;
  readonly name: string;
  readonly unit_code: string;
  readonly phone?: string | undefined;
  readonly cadre_code?: string | undefined;
  readonly from_on?: Day | undefined;
  readonly to_on?: Day | undefined;
}

export const AGENT_TITLE: Noun = { zh: '代办员', en: 'petition agents', one: 'petition agent', list: 'agent list' };
