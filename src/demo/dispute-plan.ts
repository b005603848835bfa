import type { Grade } from '../disputes/dispute.ts';
import type { OldDispute } from '../disputes/old-ledger.ts';
import type { OldStatus as Status } from '../disputes/transitions.ts';
import type { Whole } from '../intake/sheet.ts';
import { addDays, type Day, dayNumber } from '../kernel/day.ts';
import { CAMPAIGN, daysBetween, isWorkday, workdayFrom } from './calendar.ts';
import { numbered } from './codes.ts';
import { dataFile, rowsIn } from './data-file.ts';
import { divisionsIn, FIRST_VILLAGE, unitsText } from './divisions.ts';
import { between, pick, type Random, randomFrom } from './random.ts';
import { type Village, villagesAmong } from './villages.ts';

/** When a dispute was registered and how it ended. */
type Fate = Whole<Pick<OldDispute, 'status' | 'registered_on' | 'settled_on' | 'closed_on'>>;

/** A dispute before its texts are written: where, when, and how it ended. */
interface Draft extends Fate, Pick<OldDispute, 'unit_code' | 'grade'> {
  readonly village: Village;
  readonly source: string;
  /** The dispute that this one repeats. */
  readonly repeats?: Draft;
}

export interface Planned extends Omit<Draft, 'repeats'>, Pick<OldDispute, 'old_number' | 'merged_into'> {
  /** Whether a clerk enters it move by move instead of importing it from the old ledger. */
  readonly byHand: boolean;
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
  const ordered = drafts.toSorted((a, b) => dayNumber(a.registered_on) - dayNumber(b.registered_on));
  const numbers = new Map(ordered.map((draft, index) => [draft, numbered('JF-2023-', index, 4)]));
  const repeated = new Set(ordered.flatMap(({ repeats }) => repeats ?? []));
  return ordered.map((draft, index) => {
    const { repeats, ...rest } = draft;
    const old_number = numbers.get(draft) ?? '';
    return {
      ...rest,
      ...(old_number === ON_THE_SPOT && draft.settled_on ? { registered_on: draft.settled_on } : {}),
      old_number,
      byHand: !repeated.has(draft) && isByHand(draft, index + 1),
      merged_into: repeats && numbers.get(repeats),
    };
  });
}

/** Found in a village in the campaign and settled; a duplicate needs its original in the same file. */
function isByHand({ source, unit_code, village, grade, registered_on, settled_on }: Draft, serial: number): boolean {
  const [every, rest] = BY_HAND[grade];
  const isFound = source === 'proactive' && unit_code === village.code && registered_on >= CAMPAIGN.from;
  return isFound && settled_on !== null && serial % every === rest;
}

function draftsOf(group: Group, villages: readonly Village[]): Draft[] {
  const random = randomFrom(`disputes ${group.name}`);
  const sources = group.sources.split(';');
  return placesOf(random, group, villages).map((village, index) => {
    const isAbove = group.at_township && index % TOWNSHIP_EVERY === 1;
    return {
      unit_code: isAbove ? village.code.slice(0, 9) : village.code,
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

function fateOf(random: Random, { status, grade, from, to }: Group): Fate {
  const day = pick(random, workdays(from, to));
  if (status === 'settled') return settledOn(random, day, grade);
  const ends = status === 'declined' || status === 'terminated' || status === 'withdrawn';
  const closed = ends ? workdayFrom(addDays(day, status === 'declined' ? 1 : between(random, 5, 20)), 1) : null;
  return { status, registered_on: day, settled_on: null, closed_on: closed };
}

function settledOn(random: Random, settled_on: Day, grade: Grade): Fate {
  const [fewest, most] = PACE[grade];
  const registered_on = workdayFrom(addDays(settled_on, -between(random, fewest, most)), -1);
  const closed_on = workdayFrom(addDays(settled_on, between(random, 14, 35)), 1);
  if (closed_on <= CAMPAIGN.to && random() < CLOSED_SHARE)
    return { status: 'closed', registered_on, settled_on, closed_on };
  return { status: random() < PERFORMED_SHARE ? 'performed' : 'settled', registered_on, settled_on, closed_on: null };
}

/** Two pairs of visitors heard of the same quarrel; the second registered it while the first was still being mediated. */
function duplicatesOf(drafts: readonly Draft[]): Draft[] {
  const repeatable = drafts.filter(({ grade, source, settled_on, registered_on }) => {
    const again = nextWorkday(registered_on);
    const inTime = settled_on !== null && again < settled_on && again.slice(0, 7) === registered_on.slice(0, 7);
    return grade === 'simple' && source === 'proactive' && inTime;
  });
  const [shown = repeatable[0]] = repeatable.filter(({ unit_code }) => unit_code === FIRST_VILLAGE);
  return Array.from({ length: DUPLICATES }, (_, index) => {
    const repeats = (index === 0 ? shown : repeatable[index * 40]) as Draft;
    const registered_on = nextWorkday(repeats.registered_on);
    return { ...repeats, status: 'merged', registered_on, settled_on: null, closed_on: null, repeats };
  });
}

function workdays(from: Day, to: Day): Day[] {
  return daysBetween(from, to).filter(isWorkday);
}

function nextWorkday(day: Day): Day {
  return workdayFrom(addDays(day, 1), 1);
}
