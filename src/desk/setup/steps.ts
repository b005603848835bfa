import type { SetupPlace, SetupStep } from '../../cli/setup.ts';
import { type Day, OPEN_END } from '../../kernel/day.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { loadTree } from '../../units/store.ts';
import { everyUnit, teamUnits, type UnitTerm, unitLives } from '../../units/tree.ts';

/** What a ledger must have before a visit can be entered, in the order in which it is entered. */
export const STEPS = {
  unit: { words: ['unit', 'add'], name: { zh: '机构（村、社区）', en: 'a village or community' } },
  cadre: { words: ['cadre', 'add'], name: { zh: '干部（至少两名）', en: 'two cadres at least' } },
  pair: { words: ['pair', 'add'], name: { zh: '结对', en: 'a pair of two cadres' } },
  household: { words: ['household', 'add'], name: { zh: '户', en: 'a household' } },
  assignment: { words: ['assignment', 'add'], name: { zh: '包户', en: 'the assignment of a household to a pair' } },
} as const satisfies Record<string, Pick<SetupStep, 'words' | 'name'>>;

type Kind = keyof typeof STEPS;

/** Two cadres visit together ("2人一组", S-27). */
const PAIR = 2;

/** What is still missing for visits on a day in a unit and those below it, the first step first; none once all is there. */
export function missingSteps(db: Db, { day, unit }: SetupPlace): readonly SetupStep[] {
  // Units by their last place, so that those are in it that begin after the day.
  const tree = loadTree(db, OPEN_END);
  const top = everyUnit(tree).find(({ code }) => code === unit);
  const villages = teamUnits(tree, top);
  const within = villages.map(({ unit_id }) => unit_id);
  const begins: Readonly<Record<Kind, Day | undefined>> = {
    unit: villageFrom(villages, unitLives(tree.terms), day),
    cadre: startsIn(db, 'team_member', within, day)[PAIR - 1],
    pair: startsIn(db, 'pair', within, day)[0],
    household: startsIn(db, 'household_term', within, day)[0],
    assignment: assignmentFrom(db, within, day),
  };
  return Object.entries(STEPS).flatMap(([kind, step]) => {
    const beginsOn = begins[kind as Kind];
    return beginsOn !== undefined && beginsOn <= day ? [] : [{ ...step, beginsOn }];
  });
}

/** Since when the first of some villages is there; undefined where none is open on the day or later. */
function villageFrom(villages: readonly UnitTerm[], lives: readonly UnitTerm[], day: Day): Day | undefined {
  const wanted = new Set(villages.map(({ unit_id }) => unit_id));
  return lives
    .filter(({ unit_id, to_on }) => wanted.has(unit_id) && to_on > day)
    .map(({ from_on }) => from_on)
    .sort()[0];
}

/** The first days on which there is something of a kind in some units that lasts beyond a day. */
function startsIn(
  db: Db,
  table: 'team_member' | 'pair' | 'household_term',
  within: readonly number[],
  day: Day,
): readonly Day[] {
  const query = selectFrom(table as 'pair')
    .select('from_on')
    .where('unit_id', 'in', [...within]);
  return rows(db, query.where('to_on', '>', day).orderBy('from_on').limit(PAIR)).map(({ from_on }) => from_on);
}

function assignmentFrom(db: Db, within: readonly number[], day: Day): Day | undefined {
  const there = selectFrom('household_term')
    .select('household_id')
    .where('unit_id', 'in', [...within]);
  const query = selectFrom('assignment').select('from_on').where('household_id', 'in', there);
  return rows(db, query.where('to_on', '>', day).orderBy('from_on').limit(1))[0]?.from_on;
}
