import type { Day } from '../../kernel/day.ts';
import { share } from '../../kernel/figures.ts';
import { isIn, type Period } from '../../kernel/period.ts';
import { OPEN_STATUSES } from '../../petitions/transitions.ts';
import type { PetitionFact } from './facts.ts';

/** What each column counts, of the petitions of its row. */
const COUNTS = {
  lodged: (petition: PetitionFact, period: Period) => isIn(period, petition.lodgedOn),
  accepted: (petition: PetitionFact, period: Period) => isIn(period, petition.acceptedOn),
  declined: ({ status, lodgedOn }: PetitionFact, period: Period) => status === 'declined' && isIn(period, lodgedOn),
  concluded: (petition: PetitionFact, period: Period) => isIn(period, petition.concludedOn),
  open: ({ status }: PetitionFact) => OPEN_STATUSES.includes(status),
  overdue: (petition: PetitionFact, { to }: Period) => waitsTooLong(petition, to) || repliesTooLate(petition, to),
  /** Accepted in the period or waiting too long at its end, and of them accepted within the 15 days for the notice. */
  acceptance_due: (petition: PetitionFact, period: Period) =>
    isIn(period, petition.acceptedOn) || waitsTooLong(petition, period.to),
  accepted_on_time: ({ acceptedOn, noticeDue }: PetitionFact, period: Period) =>
    isIn(period, acceptedOn) && isInTime(acceptedOn, noticeDue),
  /** Concluded in the period or overdue at its end, and of them concluded within the 60 days (and their extension). */
  reply_due: (petition: PetitionFact, period: Period) =>
    isIn(period, petition.concludedOn) || repliesTooLate(petition, period.to),
  replied_on_time: ({ concludedOn, replyDue }: PetitionFact, period: Period) =>
    isIn(period, concludedOn) && isInTime(concludedOn, replyDue),
  repeats: ({ lodgedOn, repeatOf }: PetitionFact, period: Period) => isIn(period, lodgedOn) && repeatOf !== null,
  /** Concluded in the period, and of them rated at all, and of those rated satisfied or basically satisfied. */
  asked: (petition: PetitionFact, period: Period) => isIn(period, petition.concludedOn),
  responded: ({ concludedOn, rating }: PetitionFact, period: Period) =>
    isIn(period, concludedOn) && rating !== '' && rating !== 'none',
  satisfied: ({ concludedOn, rating }: PetitionFact, period: Period) =>
    isIn(period, concludedOn) && (rating === 'satisfied' || rating === 'basically'),
} as const satisfies Record<string, (petition: PetitionFact, period: Period) => boolean>;

type Count = keyof typeof COUNTS;
const COUNT_LIST = Object.keys(COUNTS) as Count[];

/** Each rate with its numerator and denominator. */
export const RATES = {
  acceptance_rate: ['accepted_on_time', 'acceptance_due'],
  reply_rate: ['replied_on_time', 'reply_due'],
  repeat_rate: ['repeats', 'lodged'],
  satisfaction_rate: ['satisfied', 'responded'],
  response_rate: ['responded', 'asked'],
} as const satisfies Record<string, readonly [Count, Count]>;

/** What `--explain` lists for a column: a rate's numerator. */
export const EXPLAINED: Readonly<Record<string, Count>> = {
  ...Object.fromEntries(COUNT_LIST.map(key => [key, key])),
  ...Object.fromEntries(Object.entries(RATES).map(([rate, [part]]) => [rate, part])),
};

/** Whether the notice of acceptance is late on a day. */
function waitsTooLong({ status, noticeDue }: PetitionFact, day: Day): boolean {
  return status === 'lodged' && !isInTime(day, noticeDue);
}

/** Whether the reply is late on a day. */
function repliesTooLate({ status, replyDue }: PetitionFact, day: Day): boolean {
  return status === 'accepted' && !isInTime(day, replyDue);
}

/** The due date itself is in time, and so is every day where there is none. */
function isInTime(day: Day | null, due: Day | null): boolean {
  return due === null || (day !== null && day <= due);
}

/** The petitions behind each figure of one row; every rate shows its n and its m. */
export type PetitionsBehind = Readonly<Record<Count, readonly PetitionFact[]>>;

/** The petitions of one row, sorted into its columns. */
export function sortPetitions(petitions: readonly PetitionFact[], period: Period): PetitionsBehind {
  const sorted = COUNT_LIST.map(key => [key, petitions.filter(petition => COUNTS[key](petition, period))]);
  return Object.fromEntries(sorted) as Record<Count, PetitionFact[]>;
}

/** The figures of one row: counts, and rates with nothing to share left out. */
export function petitionFigures(behind: PetitionsBehind): Record<Count | keyof typeof RATES, number | null> {
  const counts = COUNT_LIST.map(key => [key, behind[key].length]);
  const rates = Object.entries(RATES).map(([rate, [part, whole]]) => [
    rate,
    share(behind[part].length, behind[whole].length),
  ]);
  return Object.fromEntries([...counts, ...rates]);
}
