import { type Condition, judgeOf } from '../../kernel/condition.ts';
import { share } from '../../kernel/figures.ts';
import { keysOf, mapValues } from '../../kernel/keys.ts';
import type { Period } from '../../kernel/period.ts';
import { OPEN_STATUSES } from '../../petitions/transitions.ts';
import type { PetitionFact } from './facts.ts';

/** What the conditions are about. */
type PetitionColumn =
  | 'status'
  | 'lodgedOn'
  | 'acceptedOn'
  | 'noticeDue'
  | 'replyDue'
  | 'concludedOn'
  | 'rating'
  | 'repeatOf';
type Asked = Condition<PetitionColumn>;

/** The notice of acceptance is late on the period's last day; the reply is. The due date itself is in time. */
const WAITS_TOO_LONG: Asked = { all: [{ is: ['status', 'lodged'] }, { passed: 'noticeDue' }] };
const REPLIES_TOO_LATE: Asked = { all: [{ is: ['status', 'accepted'] }, { passed: 'replyDue' }] };
const [LODGED, ACCEPTED, CONCLUDED] = [
  { within: 'lodgedOn' },
  { within: 'acceptedOn' },
  { within: 'concludedOn' },
] as const;

/** Every day is in time where none is due. */
const inTime = (day: PetitionColumn, due: PetitionColumn): Asked => ({
  any: [{ not: { given: due } }, { inTime: [day, due] }],
});

/** What each column counts, of the petitions of its row. */
export const COUNTS = {
  lodged: LODGED,
  accepted: ACCEPTED,
  declined: { all: [{ is: ['status', 'declined'] }, LODGED] },
  concluded: CONCLUDED,
  open: { is: ['status', ...OPEN_STATUSES] },
  overdue: { any: [WAITS_TOO_LONG, REPLIES_TOO_LATE] },
  /** Accepted in the period or waiting too long at its end, and of them accepted within the 15 days for the notice. */
  acceptance_due: { any: [ACCEPTED, WAITS_TOO_LONG] },
  accepted_on_time: { all: [ACCEPTED, inTime('acceptedOn', 'noticeDue')] },
  /** Concluded in the period or overdue at its end, and of them concluded within the 60 days (and their extension). */
  reply_due: { any: [CONCLUDED, REPLIES_TOO_LATE] },
  replied_on_time: { all: [CONCLUDED, inTime('concludedOn', 'replyDue')] },
  repeats: { all: [LODGED, { given: 'repeatOf' }] },
  /** Concluded in the period, and of them rated at all, and of those rated satisfied or basically satisfied. */
  asked: CONCLUDED,
  responded: { all: [CONCLUDED, { given: 'rating' }, { not: { is: ['rating', 'none'] } }] },
  satisfied: { all: [CONCLUDED, { is: ['rating', 'satisfied', 'basically'] }] },
} as const satisfies Record<string, Asked>;

type Count = keyof typeof COUNTS;
/** How many petitions each column counts. */
export type PetitionCounts = Readonly<Record<Count, number>>;
const COUNT_LIST = keysOf(COUNTS);
const JUDGES = mapValues(COUNTS, judgeOf<PetitionColumn>);

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

/** The petitions behind each figure of one row; every rate shows its n and its m. */
export type PetitionsBehind = Readonly<Record<Count, readonly PetitionFact[]>>;

/** The petitions of one row, sorted into its columns. */
export function sortPetitions(petitions: readonly PetitionFact[], period: Period): PetitionsBehind {
  const sorted = COUNT_LIST.map(key => [key, petitions.filter(petition => JUDGES[key](petition, period))]);
  return Object.fromEntries(sorted) as Record<Count, PetitionFact[]>;
}

/** The figures of one row: counts, and rates with nothing to share left out. */
export function petitionFigures(behind: PetitionsBehind): Record<Count | keyof typeof RATES, number | null> {
  return petitionRates(mapValues(behind, petitions => petitions.length));
}

/** Counts with the rates that they make up. */
export function petitionRates(counts: PetitionCounts): Record<Count | keyof typeof RATES, number | null> {
  return { ...counts, ...mapValues(RATES, ([part, whole]) => share(counts[part], counts[whole])) };
}
