import type { AssignmentRow } from '../households/assignment.ts';
import type { HouseholdRow } from '../households/household.ts';
import type { CadreRow } from '../teams/cadre.ts';
import type { PairRow } from '../teams/pair.ts';
import { numbered } from './codes.ts';
import { personName, phoneNumber } from './names.ts';
import { teamOrgans } from './organs.ts';
import { between, pick, type Random, randomFrom } from './random.ts';
import { HOUSEHOLDS_PER_PAIR, type Village } from './villages.ts';

/** A service team with the households that it looks after; household k belongs to the pair k divided by 55. */
export interface Team {
  readonly village: Village;
  readonly cadres: readonly CadreRow[];
  readonly pairs: readonly PairRow[];
  readonly households: readonly HouseholdRow[];
  readonly assignments: readonly AssignmentRow[];
}

const PEOPLE = [1, 1, 2, 2, 2, 2, 3, 3, 3, 4, 4, 5, 6];
const NUMERALS = [...'一二三四五六'];

/** The team of one village; diary numbers go on from the teams before it. */
export function teamOf(village: Village, cadresBefore: number): Team {
  const pairs = pairsOf(village);
  const households = householdsOf(village);
  return {
    village,
    cadres: cadresOf(village, cadresBefore),
    pairs,
    households,
    assignments: households.map((household, index) => assignment(household, pairs[pairIndex(index)] as PairRow, index)),
  };
}

/** Which pair of its village looks after a household. */
export function pairIndex(household: number): number {
  return Math.floor(household / HOUSEHOLDS_PER_PAIR);
}

function cadresOf(village: Village, before: number): CadreRow[] {
  const random = randomFrom(`cadres ${village.code}`);
  const employed = teamOrgans(random, village);
  return Array.from({ length: village.pairs * 2 }, (_, index) => ({
    code: numbered(`${village.code}-C`, index),
    name: personName(random, village.township),
    unit_code: village.code,
    ...employed(),
    phone: phoneNumber(random),
    diary_no: numbered('RJ-', before + index, 4),
    // The first of a team leads it.
    leader: index === 0 ? ('yes' as const) : ('no' as const),
  }));
}

function pairsOf(village: Village): PairRow[] {
  return Array.from({ length: village.pairs }, (_, index) => ({
    code: numbered(`${village.code}-P`, index),
    unit_code: village.code,
    cadre_a: numbered(`${village.code}-C`, index * 2),
    cadre_b: numbered(`${village.code}-C`, index * 2 + 1),
  }));
}

function householdsOf(village: Village): HouseholdRow[] {
  const random = randomFrom(`households ${village.code}`);
  const total = village.pairs * HOUSEHOLDS_PER_PAIR;
  const groupSize = Math.ceil(total / between(random, 3, NUMERALS.length));
  return Array.from({ length: total }, (_, index) => {
    const group = Math.floor(index / groupSize);
    const serial = (index % groupSize) + 1;
    return {
      code: numbered(numbered(village.code, group), serial - 1, 4),
      unit_code: village.code,
      head_name: personName(random, village.township),
      people: pick(random, PEOPLE),
      phone: random() < 0.85 ? phoneNumber(random) : '',
      address: village.community ? flat(random, group) : `${NUMERALS[group]}组 ${serial} 号`,
    };
  });
}

function flat(random: Random, group: number): string {
  const unit = between(random, 1, 4);
  const room = between(random, 1, 6) * 100 + between(random, 1, 4);
  return `${NUMERALS[group]}网格 ${between(random, 1, 18)} 号楼 ${unit} 单元 ${room} 室`;
}

/** The two of a pair take turns in answering for its households. */
function assignment(household: HouseholdRow, pair: PairRow, index: number): AssignmentRow {
  const responsible = (index % HOUSEHOLDS_PER_PAIR) % 2 === 0 ? pair.cadre_a : pair.cadre_b;
  return { household_code: household.code, pair_code: pair.code, responsible_cadre: responsible };
}
