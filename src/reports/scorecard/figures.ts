import type { Figure, LedgerSource } from '../../assessment/scheme/scheme.ts';
import type { FiguresOn } from '../../assessment/scoring/sheet.ts';
import type { Subject } from '../../assessment/scoring/subjects.ts';
import { share } from '../../kernel/figures.ts';
import { isIn, type Period, untilToday } from '../../kernel/period.ts';
import { allMeetings } from '../../meetings/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { type HouseholdCount, householdsByUnit } from '../coverage/facts.ts';
import { type PetitionFact, petitionFacts } from '../petitions/facts.ts';
import { RATES, sortPetitions } from '../petitions/figures.ts';
import { resolutionFacts, type StayFact } from '../resolution/facts.ts';
import { type Behind, escalations, everInStock, noStays, sortIntoRows } from '../resolution/figures.ts';
import { revitalisation } from './revitalisation.ts';

/**
 * The figures of each assessed unit, counted as the reports count them (S-47): coverage, petitions, resolution, meetings, and
 * what rural revitalisation is assessed by, which is counted only where a scheme asks for it.
 */
export const scorecardFigures: FiguresOn = today => (db, tree, subjects, period) => {
  const inPeriod = untilToday(period, today);
  const households = householdsByUnit(db, period);
  const petitions = petitionFacts(db, inPeriod);
  const meetings = allMeetings(db).filter(meeting => isIn(period, meeting.held_on));
  const codeOf = new Map(subjects.flatMap(({ units, code }) => [...units].map(unit => [unit, code] as const)));
  const disputes = sortIntoRows(resolutionFacts({ db, period, today }), period, unit => codeOf.get(unit));
  const moreOf = revitalisation(db, tree, inPeriod);
  const figuresFor = (subject: Subject): ((source: LedgerSource) => Figure) => {
    const own = petitions.filter(petition => subject.units.has(petition.holder));
    const behind = disputes.get(subject.code) ?? noStays();
    const { overdue, ...rates } = petitionPart(own, inPeriod);
    const figures = {
      coverage: covered(subject, households, tree),
      ...rates,
      ...disputePart(behind),
      overdue: counted([...behind.overdue.map(stay => stay.number), ...overdue.map(petition => petition.number)]),
      meetings_held: counted(meetings.filter(({ unit_id }) => subject.townships.has(unit_id)).map(({ code }) => code)),
    };
    const more = moreOf(subject);
    return source => (source in more ? more[source as keyof typeof more]() : figures[source as keyof typeof figures]);
  };
  return new Map(subjects.map(subject => [subject.code, figuresFor(subject)]));
};

function counted(records: readonly string[]): Figure {
  return { value: records.length, part: null, whole: null, records };
}

function rate(part: number, whole: number, records: readonly string[]): Figure {
  return { value: share(part, whole), part, whole, records };
}

/** Households, village by village: which were visited is in the coverage report. */
function covered({ units }: Subject, households: ReadonlyMap<number, HouseholdCount>, tree: UnitTree): Figure {
  const own = [...units].flatMap(unit => {
    const count = households.get(unit);
    return count ? [{ code: tree.units.get(unit)?.code ?? '', ...count }] : [];
  });
  const sum = (key: 'households' | 'visited') => own.reduce((total, village) => total + village[key], 0);
  const records = own.map(({ code, visited, households: all }) => `${code} ${visited}/${all}`).sort();
  return rate(sum('visited'), sum('households'), records);
}

function petitionPart(own: readonly PetitionFact[], period: Period) {
  const behind = sortPetitions(own, period);
  const numbers = (key: keyof typeof behind) => behind[key].map(petition => petition.number);
  const rateOf = (key: keyof typeof RATES) => {
    const [part, whole] = RATES[key];
    return rate(behind[part].length, behind[whole].length, numbers(part));
  };
  return {
    acceptance_rate: rateOf('acceptance_rate'),
    reply_rate: rateOf('reply_rate'),
    satisfaction_rate: rateOf('satisfaction_rate'),
    response_rate: rateOf('response_rate'),
    repeat: counted(numbers('repeats')),
    overdue: behind.overdue,
  };
}

function disputePart(behind: Behind) {
  const numbers = (stays: readonly StayFact[]) => stays.map(stay => stay.number);
  const { cohort_settled, registered } = behind;
  const up = escalations(behind);
  return {
    settlement_rate: rate(cohort_settled.length, registered.length, numbers(cohort_settled)),
    escalation_rate: rate(up.length, everInStock(behind).size, numbers(up)),
  };
}
