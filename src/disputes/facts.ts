import type { Step } from '../cases/case.ts';
import { changesHolder, type Facts } from '../cases/facts.ts';
import type { Origin } from '../cases/life.ts';
import type { Day } from '../kernel/day.ts';
import type { DisputeAct } from './acts.ts';
import { agreed, performedBy, signedBy } from './agreement.ts';
import type { Dispute, Grade } from './dispute.ts';
import { NOTHING_PENDING } from './pending.ts';
import { pendingAfter } from './pending-facts.ts';
import { MOVE_LIST, type Status } from './transitions.ts';

/** What begins anew where another unit accepts the dispute or it is reopened. */
const NOTHING_TRIED = { attempted: false, regraded: false, refused: false } as const;

/** A dispute of which nothing is known but that it was registered; one object, since imports begin thousands. */
const NEW = {
  ...NOTHING_PENDING,
  kind: 'dispute',
  status: 'registered',
  attempted: false,
  regraded: false,
  refused: false,
  offer: undefined,
  sender: undefined,
  isShared: false,
  rightsOn: null,
  agreement: undefined,
  settledOn: null,
  closedOn: null,
  parties: [],
  writtenOnly: false,
  mediationDue: undefined,
  isDelegated: false,
} as const;

export function begin({ id, number, unit, on }: Origin, { grade }: { readonly grade?: Grade }): Dispute {
  if (!grade) throw new Error(`${number} was registered without a grade`);
  return { ...NEW, id, number, unit, registeredOn: on, grade, holder: unit, lastOn: on };
}

/** The first day on which the parties were informed of their rights counts. */
function withNotice(facts: Dispute, { rightsNotified }: { readonly rightsNotified?: Day | undefined }): Dispute {
  return { ...facts, rightsOn: facts.rightsOn ?? rightsNotified ?? null };
}

/** What the moves change in the dispute itself. */
const OWN: Facts<Dispute, DisputeAct> = {
  accept: (facts, act, step) => ({
    ...withNotice(facts, act),
    ...(changesHolder(facts, step) ? NOTHING_TRIED : {}),
  }),
  mediate: (facts, act) => ({
    ...withNotice(facts, act),
    attempted: true,
    refused: facts.refused || act.refused === true,
  }),
  supervise: facts => ({ ...facts, isShared: true }),
  succeed: facts => ({ ...facts, isShared: true }),
  regrade: (facts, { grade }) => ({ ...facts, grade, regraded: true }),
  settle: (facts, act) => ({ ...withNotice(facts, act), agreement: agreed(act), settledOn: act.on }),
  sign: (facts, act) => ({ ...facts, agreement: facts.agreement && signedBy(facts.agreement, act) }),
  perform: (facts, act) => ({ ...facts, agreement: facts.agreement && performedBy(facts.agreement, act) }),
  close: (facts, { on }) => ({ ...facts, closedOn: on }),
  reopen: facts => ({ ...facts, ...NOTHING_TRIED, sender: undefined, settledOn: null, closedOn: null }),
};

type Change = (facts: Dispute, act: DisputeAct, step: Step<Status>) => Dispute;

/** Every move leads on what is pending, too: most of it ends where the dispute leaves the stock. */
export const FACTS = Object.fromEntries(
  MOVE_LIST.map(move => {
    const own = OWN[move] as Change | undefined;
    const change: Change = (before, act, step) => ({
      ...(own?.(before, act, step) ?? before),
      ...pendingAfter(before, act, step),
    });
    return [move, change];
  }),
) as Facts<Dispute, DisputeAct>;

/** The columns of a dispute that keep its facts for lists and reports. */
export function columns({ grade, rightsOn, refused, settledOn, closedOn }: Dispute) {
  return {
    grade,
    rights_notified_on: rightsOn,
    refused: refused ? 1 : 0,
    settled_on: settledOn,
    closed_on: closedOn,
  } as const;
}
