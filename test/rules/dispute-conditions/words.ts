import type { Dispute } from '../../../src/disputes/dispute.ts';
import type { Move } from '../../../src/disputes/transitions.ts';
import { type Telling, VILLAGE } from '../../support/disputes.ts';
import type { RuleCase } from '../../support/rule-suite.ts';

/** The state of a dispute and the act, beside what is usual. */
export type More = readonly [state: Partial<Dispute>, act?: Telling];
export type Case = RuleCase<Move, More>;

export const village = { holder: VILLAGE.unit_id, sender: undefined } as const;
export const details = (said: Record<string, unknown>, more: Telling = {}) => ({ ...more, details: said });
export const down = ({ code }: { readonly code: string }, due = '2023-07-01') => details({ to: code, due });
export const oral = { form: 'oral', content: '各让一步' } as const;
