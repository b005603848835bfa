import type { Period } from '../../kernel/period.ts';
import type { PetitionFact } from './facts.ts';

/** The petitions behind each figure of one row; every rate shows its n and its m. */
export type PetitionsBehind = Readonly<Record<keyof typeof COUNTS, readonly PetitionFact[]>>;

const within = (day: string | null, { from, to }: Period) => day !== null && day >= from && day <= to;

/** What each column counts, of the petitions of its row. */
const COUNTS = {
  lodged: (one: PetitionFact, period: Period) => within(one.lodgedOn, period),
  accepted: (one: PetitionFact, period: Period) => within(one.acceptedOn, period),
  declined: (one: PetitionFact, period: Period) => one.status === 'declined' && within(one.lodgedOn, period),
  concluded: (one: PetitionFact, period: Period) => within(one.concludedOn, period),
  open: (one: PetitionFact) => ['lodged', 'accepted', 'under_review'].includes(one.status),
  overdue: (one: PetitionFact, { to }: Period) => isOverdue(one, to),
  /** Accepted in the period or waiting too long at its end, and of them accepted within the 15 days for the notice. */
  acceptance_due: (one: PetitionFact, period: Period) => within(one.acceptedOn, period) || waitsTooLong(one, period.to),
  accepted_on_time: (one: PetitionFact, period: Period) =>
    within(one.acceptedOn, period) && (one.noticeDue === null || (one.acceptedOn ?? '') <= one.noticeDue),
  /** Concluded in the period or overdue at its end, and of them concluded within the 60 days (and their extension). */
  reply_due: (one: PetitionFact, period: Period) => within(one.concludedOn, period) || repliesTooLate(one, period.to),
  replied_on_time: (one: PetitionFact, period: Period) =>
    within(one.concludedOn, period) && (one.replyDue === null || (one.concludedOn ?? '') <= one.replyDue),
  repeats: (one: PetitionFact, period: Period) => within(one.lodgedOn, period) && one.repeatOf !== null,
  /** Concluded in the period, and of them rated at all, and of those rated satisfied or basically satisfied. */
  asked: (one: PetitionFact, period: Period) => within(one.concludedOn, period),
  responded: (one: PetitionFact, period: Period) =>
    within(one.concludedOn, period) && one.rating !== '' && one.rating !== 'none',
  satisfied: (one: PetitionFact, period: Period) =>
    within(one.concludedOn, period) && (one.rating === 'satisfied' || one.rating === 'basically'),
} as const satisfies Record<string, (one: PetitionFact, period: Period) => boolean>;

/** Each rate with its numerator and denominator (domain A4). */
const RATES = {
  acceptance_rate: ['accepted_on_time', 'acceptance_due'],
  reply_rate: ['replied_on_time', 'reply_due'],
  repeat_rate: ['repeats', 'lodged'],
  satisfaction_rate: ['satisfied', 'responded'],
  response_rate: ['responded', 'asked'],
} as const satisfies Record<string, readonly [keyof typeof COUNTS, keyof typeof COUNTS]>;

/** Whether something is late on a day: the notice of acceptance, or the reply. */
export function isOverdue(one: PetitionFact, day: string): boolean {
  return waitsTooLong(one, day) || repliesTooLate(one, day);
}

function waitsTooLong(one: PetitionFact, day: string): boolean {
  return one.status === 'lodged' && one.noticeDue !== null && one.noticeDue < day;
}

function repliesTooLate(one: PetitionFact, day: string): boolean {
  return one.status === 'accepted' && one.replyDue !== null && one.replyDue < day;
}

/** The petitions of one row, sorted into its columns. */
export function sortPetitions(petitions: readonly PetitionFact[], period: Period): PetitionsBehind {
  return Object.fromEntries(
    Object.entries(COUNTS).map(([key, counts]) => [key, petitions.filter(one => counts(one, period))]),
  ) as Record<keyof typeof COUNTS, PetitionFact[]>;
}

/** The figures of one row: counts, and rates with nothing to share left out. */
export function petitionFigures(behind: PetitionsBehind): Record<string, number | null> {
  const counts = Object.fromEntries(Object.entries(behind).map(([key, list]) => [key, list.length]));
  const rates = Object.entries(RATES).map(([rate, [part, whole]]) => {
    const of = behind[whole].length;
    return [rate, of === 0 ? null : behind[part].length / of];
  });
  return { ...counts, ...Object.fromEntries(rates) };
}

/** What `--explain` lists for a column: a rate's numerator. */
export function explainedColumns(): Record<string, keyof typeof COUNTS> {
  const counts = Object.keys(COUNTS).map(key => [key, key]);
  const rates = Object.entries(RATES).map(([rate, [part]]) => [rate, part]);
  return Object.fromEntries([...counts, ...rates]);
}
