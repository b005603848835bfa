import type { NoticeKind } from '../../../src/petitions/notice.ts';
import type { Petition } from '../../../src/petitions/petition.ts';
import type { Move } from '../../../src/petitions/transitions.ts';
import { offerTo, type Telling, TOWNSHIP, VILLAGE } from '../../support/disputes.ts';
import { task } from '../../support/petitions.ts';
import type { RuleCase } from '../../support/rule-suite.ts';

export type More = readonly [state: Partial<Petition>, act?: Telling];
export type Case = RuleCase<Move, More>;

export const details = (said: Record<string, unknown>, more: Telling = {}) => ({ ...more, details: said });
export const down = ({ code }: { readonly code: string }, due = '2023-07-01') => details({ to: code, due });
export const village = { holder: VILLAGE.unit_id, sender: undefined } as const;
export const agent = { agent: 'D02', agentId: 2 } as const;
export const department = { department: '旗人社局', departmentId: 7 } as const;
export const rsj = details({ ...department });
export const notified = { notifiedOn: '2023-06-15', applyDue: '2023-07-15' } as const;
export const organ = '呼伦贝尔市信访局';
export const opinion = details({ outcome: 'upheld', opinion: '原答复正确', organ });
export const underReview = (stage: 'review' | 're-examine') => ({ status: 'under_review', stage }) as const;

export const toOrgan = {
  offer: offerTo(TOWNSHIP, { kind: 'hand-down', from: 1 }),
  holder: 1,
  objectDue: '2023-06-21',
} as const;
export const atTownship = { actor: TOWNSHIP } as const;
export const handledBy7 = {
  tasks: [task({ state: 'accepted' })],
  departmentDues: new Map([[7, { object: undefined, handle: '2023-08-10' }]]),
} as const;
export const objectBy = (object: string) => new Map([[7, { object, handle: undefined }]]);
/** The department of the act has accepted; another one has not answered. */
export const both = { tasks: [task({ state: 'accepted', acceptedOn: '2023-06-12' }), task({ department: 8 })] };

export const about = (kind: string, more: object = {}) => details({ kind, how: 'mail', ...more });
/** A notice that the township served before, or a department. */
export const told = (kind: NoticeKind, department?: number) => ({
  ...{ kind, unit: TOWNSHIP.unit_id, department, by: undefined, number: '', how: '' },
  servedOn: '2023-06-12',
});
