import { allCategories } from '../../disputes/store.ts';
import { BEGINNING, type Day, OPEN_END } from '../../kernel/day.ts';
import { rows, selectFrom, values } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { daysOfLateness } from '../../reports/late-deadlines.ts';
import { daysOfDescription, ratedIn, type StayFact, stockFacts } from '../../reports/resolution/facts.ts';
import { daysToSettle, eachStay, type JudgedStay } from '../../reports/resolution/figures.ts';
import { TIER } from '../../units/level.ts';
import { loadTree } from '../../units/store.ts';
import { addedUp, type Change, statesOver } from './states.ts';
import type { FactRow } from './tables.ts';

/** What the county calls its categories of disputes. */
export function categoryNames(db: Db): FactRow<'category_name'>[] {
  return allCategories(db).map(({ code, name_zh, name_en }) => ({ code, name_zh, name_en }));
}

/** The stays in stock as the report on resolution knew them, day after day, with the whole county as one row. */
export function stayStates(db: Db): Iterable<FactRow<'stay_state'>> {
  const states = statesOver(changesOfStays(db), (day, ids) => {
    const facts = stockFacts({ db, period: { from: BEGINNING, to: day }, today: day }, ids);
    const tree = loadTree(db, day);
    const tierOf = (unit: number) => TIER[tree.units.get(unit)?.level ?? 'banner'];
    const found: (readonly [number, ReturnType<typeof stateOf>])[] = [];
    eachStay(
      facts,
      () => COUNTY,
      (_, stay, judged) => found.push([stay.caseId, stateOf(stay, judged, tierOf(stay.unit))]),
    );
    return found;
  });
  return addedUp(states, ['stays', 'people', 'amount_fen', 'prevented_crimes']);
}

const COUNTY = 'county';

function stateOf(stay: StayFact, judged: JudgedStay, tier: number) {
  const isSettled = judged.leaving === 'settled';
  return {
    entered_on: judged.enteredOn,
    entry: judged.entry,
    left_on: judged.leftOn,
    leaving: judged.leaving,
    came_inside: Number(judged.cameInside),
    went_inside: Number(judged.wentInside),
    is_late: Number(judged.isLate),
    is_last: Number(judged.isLast),
    ending: judged.ending,
    tier,
    category: stay.category,
    days: isSettled ? daysToSettle(stay) : 0,
    stays: 1,
    people: isSettled ? stay.people : 0,
    amount_fen: isSettled ? stay.amountFen : 0,
    prevented_crimes: isSettled ? stay.prevented : 0,
  };
}

/** The days on which a stay begins, ends, is late, or its dispute is described anew. */
function* changesOfStays(db: Db): Generator<Change> {
  const stays = rows(db, selectFrom('stay').select(['case_id', 'entered_on', 'left_on']));
  for (const { case_id: id, entered_on, left_on } of stays) {
    yield { id, day: entered_on };
    if (left_on !== OPEN_END) yield { id, day: left_on };
  }
  const disputes = new Set(stays.map(({ case_id }) => case_id));
  for (const { case_id: id, day } of [...daysOfLateness(db), ...daysOfDescription(db)])
    if (disputes.has(id)) yield { id, day };
}

/** What parties said of a settlement, until they were asked again. */
export function ratings(db: Db): Iterable<FactRow<'rating'>> {
  const answers = [...answersByCase(db).values()].flatMap(list =>
    list.map(({ answered_on, satisfaction }, i) => ({
      answered_on,
      next_on: list[i + 1]?.answered_on ?? OPEN_END,
      satisfaction,
      disputes: 1,
    })),
  );
  return addedUp(answers, ['disputes']);
}

/** The last answer of each day, dispute by dispute. */
function answersByCase(db: Db) {
  const found = new Map<number, { readonly answered_on: Day; readonly satisfaction: string }[]>();
  const asked = selectFrom('move').select('on_day').distinct().where('name', '=', 'follow-up').orderBy('on_day');
  for (const day of values(db, asked))
    for (const { caseId, satisfaction } of ratedIn(db, { from: day, to: day }))
      found.set(caseId, [...(found.get(caseId) ?? []), { answered_on: day, satisfaction }]);
  return found;
}
