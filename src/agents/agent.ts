import type { Noun } from '../kernel/text.ts';

/** A person who carries petitions to the right department, for one unit (S-40). */
export const AGENT_TITLE: Noun = { zh: '代办员', en: 'petition agents', one: 'petition agent', list: 'agent list' };
