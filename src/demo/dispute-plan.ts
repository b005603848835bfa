import type { Grade } from '../disputes/dispute.ts';
import type { Status } from '../disputes/transitions.ts';
import { addDays, type Day } from '../kernel/day.ts';
import { CAMPAIGN, isWorkday, workdayFrom } from './calendar.ts';
import { dataFile, rowsIn } from './data-file.ts';
import { divisionsIn, FIRST_VILLAGE, unitsText } from './divisions.ts';
import { between, pick, type Random, randomFrom } from './random.ts';
import { type Village, villagesAmong } from './villages.ts';

/** A dispute before its texts are written: where, when, and how it ended. */
export interface Planned {
  readonly number: string;
  readonly unit: string;
  readonly village: Village;
  readonly grade: Grade;
  readonly source: string;
  readonly status: Status;
  readonly registered: Day;
  readonly settled: Day | null;
  readonly closed: Day | null;
  /** Whether a clerk enters it move by move instead of importing it from the old ledger. */
  readonly byHand: boolean;
  /** The number of the dispute that this one repeats. */
  readonly repeats?: string;
}

/** Disputes that end the same way. */
interface Group extends Readonly<Record<'name' | 'count', string>> {
  readonly grade: Grade;
  /** Codes of sources, in turn, with `;` between them. */
  readonly sources: string;
  /** `settled` stands for settled, performed and closed. */
  readonly status: Status;
  /** The first and last day of the settlements; where nothing is settled, of the registrations. */
  readonly from: Day;
  readonly to: Day;
  /** The level of unit at which every unit has at least one. */
  readonly each?: 'village' | 'township';
  /** Whether one is registered in the village of the examples, so that the smallest scale shows it. */
  readonly shown?: 'yes';
  /** Whether some are registered at the township instead of the village. */
  readonly at_township?: 'yes';
}

/**
 * First the 392 of the published report: found proactively and settled in the campaign, by the three tiers. Then what a count
 * of them must exclude: other sources, other days, other endings. Last those that are open on the campaign's last day: found
 * long enough ago to be overdue then, or just before.
 */
const GROUPS = rowsIn<Group>(dataFile('dispute-groups.csv'));

type Draft = Omit<Planned, 'number' | 'repeats' | 'byHand'> & { readonly repeats?: Draft };

/** From being registered to being settled, in days: the higher the tier, the longer. */
const PACE: Readonly<Record<Grade, readonly [number, number]>> = { simple: [1, 9], complex: [4, 20], major: [8, 24] };
const TOWNSHIP_EVERY = 3;
const DUPLICATES = 3;
/** Almost everything that was settled long before the end is closed by then. */
const CLOSED_SHARE = 0.94;
const PERFORMED_SHARE = 0.6;
/** Of the settled disputes of each grade, in the order of registration, those that are entered by hand: every 17th, for example. */
const BY_HAND: Readonly<Record<Grade, readonly [every: number, rest: number]>> = {
  simple: [17, 5],
  complex: [9, 2],
  major: [27, 7],
};
/** Registered and settled on the same day, so that `report quality` has something to find. */
const ON_THE_SPOT = 'JF-2023-0260';

/** Every dispute of the banner, in the order of registration; smaller scales take those of their units. */
export function plannedDisputes(): Planned[] {
  const villages = villagesAmong(divisionsIn(unitsText('banner')));
  const originals = GROUPS.flatMap(group => draftsOf(group, villages));
  const drafts = [...originals, ...duplicatesOf(originals)];
  const ordered = [...drafts].sort((a, b) => (a.registered < b.registered ? -1 : a.registered > b.registered ? 1 : 0));
  const numbers = new Map(ordered.map((draft, index) => [draft, `JF-2023-${String(index + 1).padStart(4, '0')}`]));
  const repeated = new Set(ordered.flatMap(({ repeats }) => repeats ?? []));
  return ordered.map((draft, index) => {
    const { repeats, ...rest } = draft;
    const original = repeats && numbers.get(repeats);
    const number = numbers.get(draft) ?? '';
    return {
      ...rest,
      ...(number === ON_THE_SPOT && draft.settled ? { registered: draft.settled } : {}),
      number,
      byHand: !repeated.has(draft) && isByHand(draft, index + 1),
      ...(original ? { repeats: original } : {}),
    };
  });
}

/** Found in a village in the campaign and settled; a duplicate needs its original in the same file. */
function isByHand({ source, unit, village, grade, registered, settled }: Draft, serial: number): boolean {
  const [every, rest] = BY_HAND[grade];
  const found = source === 'proactive' && unit === village.code && registered >= CAMPAIGN.from && settled !== null;
  return found && serial % every === rest;
}

function draftsOf(group: Group, villages: readonly Village[]): Draft[] {
  const random = randomFrom(`disputes ${group.name}`);
  const sources = group.sources.split(';');
  return placesOf(random, group, villages).map((village, index) => {
    const isAbove = group.at_township && index % TOWNSHIP_EVERY === 1;
    return {
      unit: isAbove ? village.code.slice(0, 9) : village.code,
      village,
      grade: group.grade,
      source: sources[index % sources.length] ?? 'proactive',
      ...fateOf(random, group),
    };
  });
}

/** One dispute in each unit that must have one, the rest in villages drawn at random. */
function placesOf(random: Random, { count, each, shown }: Group, villages: readonly Village[]): Village[] {
  const places = each === 'village' ? [...villages] : each === 'township' ? onePerTownship(random, villages) : [];
  const first = shown && villages.find(({ code }) => code === FIRST_VILLAGE);
  if (first) places.push(first);
  while (places.length < Number(count)) places.push(pick(random, villages));
  return places;
}

function onePerTownship(random: Random, villages: readonly Village[]): Village[] {
  const townships = [...new Set(villages.map(({ township }) => township))];
  return townships.map(name => {
    const own = villages.filter(({ township }) => township === name);
    return pick(random, own);
  });
}

type Fate = Pick<Draft, 'status' | 'registered' | 'settled' | 'closed'>;

function fateOf(random: Random, { status, grade, from, to }: Group): Fate {
  const day = pick(random, workdays(from, to));
  if (status === 'settled') return settledOn(random, day, grade);
  const ends = status === 'declined' || status === 'terminated' || status === 'withdrawn';
  const closed = ends ? workdayFrom(addDays(day, status === 'declined' ? 1 : between(random, 5, 20)), 1) : null;
  return { status, registered: day, settled: null, closed };
}

function settledOn(random: Random, settled: Day, grade: Grade): Fate {
  const [fewest, most] = PACE[grade];
  const registered = workdayFrom(addDays(settled, -between(random, fewest, most)), -1);
  const closed = workdayFrom(addDays(settled, between(random, 14, 35)), 1);
  if (closed <= CAMPAIGN.to && random() < CLOSED_SHARE) return { status: 'closed', registered, settled, closed };
  return { status: random() < PERFORMED_SHARE ? 'performed' : 'settled', registered, settled, closed: null };
}

/** Two pairs of visitors heard of the same quarrel; the second registered it while the first was still being mediated. */
function duplicatesOf(drafts: readonly Draft[]): Draft[] {
  const repeatable = drafts.filter(draft => {
    const { grade, source, settled, registered } = draft;
    const again = nextWorkday(registered);
    const inTime = settled !== null && again < settled && again.slice(0, 7) === registered.slice(0, 7);
    return grade === 'simple' && source === 'proactive' && inTime;
  });
  const [shown = repeatable[0]] = repeatable.filter(({ unit }) => unit === FIRST_VILLAGE);
  return Array.from({ length: DUPLICATES }, (_, index) => {
    const repeats = (index === 0 ? shown : repeatable[index * 40]) as Draft;
    const registered = nextWorkday(repeats.registered);
    return { ...repeats, status: 'merged', registered, settled: null, closed: null, repeats };
  });
}

function workdays(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (isWorkday(day)) days.push(day);
  return days;
}

function nextWorkday(day: Day): Day {
  return workdayFrom(addDays(day, 1), 1);
}
