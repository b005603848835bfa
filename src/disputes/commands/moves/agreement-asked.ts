import type { Condition, MeaningPlace, Narrowing } from '../../../cli/param.ts';
import { loadDispute } from '../../store.ts';

const disputeOf = ({ db }: MeaningPlace, { number }: Parameters<Condition>[1]) => loadDispute(db, String(number));

/** The parties are informed of their rights once: until then a settlement says when. */
export const notNotified: Condition = (at, given) => !disputeOf(at, given).rightsOn;

/** In which forms the agreement can be made. */
export const formsAllowed: Narrowing = (at, given) => (disputeOf(at, given).writtenOnly ? { within: ['written'] } : {});

/** Who has not signed yet. */
export const lacksParties: Condition = (at, given) => {
  const { agreement, parties } = disputeOf(at, given);
  return parties.some(party => !agreement?.signed.has(party));
};

export const lacksMediator: Condition = (at, given) => !disputeOf(at, given).agreement?.mediatorOn;

export const lacksCommittee: Condition = (at, given) => !disputeOf(at, given).agreement?.committeeOn;
