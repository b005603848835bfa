import type { Grade } from '../disputes/dispute.ts';
import type { Status } from '../disputes/transitions.ts';
import type { Day } from '../kernel/day.ts';
import { CAMPAIGN } from './calendar.ts';

/** Disputes that end the same way. */
export interface Group extends Extras {
  readonly name: string;
  readonly count: number;
  readonly grade: Grade;
  /** Codes of sources, in turn. */
  readonly sources: readonly string[];
  /** `settled` stands for settled, performed and closed. */
  readonly status: Status;
  /** The days of the settlements; where nothing is settled, of the registrations. */
  readonly days: Days;
}

interface Days {
  readonly from: Day;
  readonly to: Day;
}

interface Extras {
  /** The level of unit at which every unit has at least one. */
  readonly each?: 'village' | 'township';
  /** Whether one is registered in the village of the examples, so that the smallest scale shows it. */
  readonly shown?: boolean;
  /** Whether some are registered at the township instead of the village. */
  readonly atTownship?: boolean;
}

const EARLIER: Days = { from: '2023-01-09', to: '2023-04-27' };
const AUTUMN: Days = { from: '2023-06-05', to: '2023-11-24' };
/** Long enough ago to be overdue on the campaign's last day, and not yet. */
const LONG_AGO: Days = { from: '2023-08-14', to: '2023-10-31' };
const JUST_NOW: Days = { from: '2023-12-28', to: '2023-12-29' };
const FOUND = ['proactive'];
const APPLIED = ['applied'];
const SHOWN: Extras = { shown: true };

/** The 392 of the published report: found proactively and settled in the campaign, by the three tiers. */
const COUNTED: readonly Group[] = [
  group('village', 320, 'simple', FOUND, 'settled', CAMPAIGN, { each: 'village', shown: true }),
  group('township', 60, 'complex', FOUND, 'settled', CAMPAIGN, { each: 'township', shown: true }),
  group('banner', 12, 'major', FOUND, 'settled', CAMPAIGN, { shown: true, atTownship: true }),
];

/** What a count of settled proactive disputes must exclude: other sources, other days, other endings. */
const BESIDE: readonly Group[] = [
  group('applied', 48, 'simple', APPLIED, 'settled', CAMPAIGN, SHOWN),
  group('applied hard', 10, 'complex', APPLIED, 'settled', CAMPAIGN),
  group('applied major', 2, 'major', APPLIED, 'settled', CAMPAIGN),
  group('police', 4, 'simple', ['police'], 'settled', CAMPAIGN),
  group('passed on', 5, 'complex', ['court', 'petition'], 'settled', CAMPAIGN),
  group('earlier', 6, 'simple', FOUND, 'settled', EARLIER, SHOWN),
  group('earlier hard', 2, 'complex', FOUND, 'settled', EARLIER),
  group('earlier major', 1, 'major', FOUND, 'settled', EARLIER),
  group('declined', 3, 'simple', APPLIED, 'declined', AUTUMN),
  group('terminated', 4, 'complex', ['proactive', 'applied'], 'terminated', AUTUMN),
  group('withdrawn', 3, 'simple', ['proactive', 'applied'], 'withdrawn', AUTUMN),
];

/** Found proactively and still open on the campaign's last day. */
const OPEN: readonly Group[] = [
  group('new', 4, 'simple', FOUND, 'registered', JUST_NOW),
  group('left', 2, 'simple', FOUND, 'registered', LONG_AGO),
  group('offered', 2, 'complex', FOUND, 'registered', JUST_NOW),
  group('unanswered', 2, 'complex', FOUND, 'registered', LONG_AGO, SHOWN),
  group('offered to the banner', 2, 'major', FOUND, 'registered', JUST_NOW),
  group('talks', 4, 'simple', FOUND, 'mediating', JUST_NOW, SHOWN),
  group('long talks', 2, 'simple', FOUND, 'mediating', LONG_AGO),
  group('hard talks', 5, 'complex', FOUND, 'mediating', LONG_AGO),
  group('talks at the banner', 2, 'major', FOUND, 'mediating', LONG_AGO),
];

export const GROUPS: readonly Group[] = [...COUNTED, ...BESIDE, ...OPEN];

function group(
  name: string,
  count: number,
  grade: Grade,
  sources: readonly string[],
  status: Status,
  days: Days,
  extras: Extras = {},
): Group {
  return { name, count, grade, sources, status, days, ...extras };
}
