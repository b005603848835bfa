import { type Division, FIRST_VILLAGE } from './divisions.ts';

/** A village or community with the size of its team and of its campaign. */
export interface Village {
  readonly code: string;
  readonly name: string;
  readonly community: boolean;
  /** The township's name. */
  readonly township: string;
  readonly pairs: number;
  /** The home visits of the whole campaign. */
  readonly homeVisits: number;
  /** Whether a visit is made by a pair that substitutes for another. */
  readonly standIn: boolean;
}

export const HOUSEHOLDS_PER_PAIR = 55;

const PAIRS = 7;
/** 246 teams of 7 pairs make 1,722, one pair fewer than published: this community has eight. */
const LARGEST_TEAM = '150722102001';
const LARGEST_PAIRS = 8;
const VISITS_PER_VILLAGE = 1100;
const MOST_UNEVEN = 90;
const STAND_IN_EVERY = 5;

/** The villages and communities among the divisions, in their order. */
export function villagesAmong(divisions: readonly Division[]): Village[] {
  const townships = new Map(divisions.filter(d => d.level === 'township').map(d => [d.code, d.name]));
  const below = divisions.filter(d => d.level === 'village' || d.level === 'community');
  return below.map(({ code, name, level }, index) => ({
    code,
    name,
    community: level === 'community',
    township: townships.get(code.slice(0, 9)) ?? '',
    pairs: code === LARGEST_TEAM ? LARGEST_PAIRS : PAIRS,
    homeVisits: VISITS_PER_VILLAGE + unevenness(index, below.length),
    // The first village has a substitute's visit at every scale.
    standIn: index % STAND_IN_EVERY === 0 || code === FIRST_VILLAGE,
  }));
}

/** Neighbours in the list differ by the same number up and down, so that the sum over all stays round. */
function unevenness(index: number, count: number): number {
  const couple = index - (index % 2);
  if (couple + 1 >= count) return 0;
  const size = (couple * 37 + 11) % MOST_UNEVEN;
  return index % 2 === 0 ? size : -size;
}
