import type { Figure, LedgerSource } from '../../assessment/scheme/scheme.ts';
import type { FigureSource } from '../../assessment/scoring/sheet.ts';
import type { Subject } from '../../assessment/scoring/subjects.ts';
import type { Period } from '../../kernel/period.ts';
import { allMeetings, type Meeting } from '../../meetings/store.ts';
import type { UnitTree } from '../../units/tree.ts';
import { type HouseholdCount, householdsByUnit } from '../coverage/facts.ts';
import { type PetitionFact, petitionFacts } from '../petitions/facts.ts';
import { petitionFigures, type RATES, sortPetitions } from '../petitions/figures.ts';
import { resolutionFacts } from '../resolution/facts.ts';
import { type Behind, EXPLAINED, figuresOf, sortIntoRows, together } from '../resolution/figures.ts';

/** The figures of each assessed unit, counted as the reports count them (S-47): coverage, petitions, resolution, meetings. */
export const scorecardFigures: FigureSource = (db, tree, subjects, period) => {
  const households = householdsByUnit(db, period);
  const petitions = petitionFacts(db, period);
  const meetings = allMeetings(db);
  const codeOf = new Map(subjects.flatMap(one => [...one.units].map(unit => [unit, one.code] as const)));
  const disputes = sortIntoRows(resolutionFacts({ db, period, today: period.to }), period, unit => codeOf.get(unit));
  return new Map(
    subjects.map(one => {
      const own = petitions.filter(petition => one.units.has(petition.holder));
      const behind = disputes.get(one.code) ?? together([]);
      const { overdue, ...rates } = petitionPart(own, period);
      const figures: Record<LedgerSource, Figure> = {
        coverage: covered(one, households, tree),
        ...rates,
        ...disputePart(behind),
        overdue: counted([...behind.overdue.map(stay => stay.number), ...overdue.map(petition => petition.number)]),
        meetings_held: counted(heldBy(one, meetings, period).map(meeting => meeting.code)),
      };
      return [one.code, figures];
    }),
  );
};

function counted(records: readonly string[]): Figure {
  return { value: records.length, part: null, whole: null, records };
}

function share(part: number, whole: number, records: readonly string[]): Figure {
  return { value: whole === 0 ? null : part / whole, part, whole, records };
}

/** Households, village by village: which were visited is in the coverage report. */
function covered({ units }: Subject, households: ReadonlyMap<number, HouseholdCount>, tree: UnitTree): Figure {
  const own = [...units].flatMap(unit => {
    const count = households.get(unit);
    return count ? [{ code: tree.units.get(unit)?.code ?? '', ...count }] : [];
  });
  const sum = (key: 'households' | 'visited') => own.reduce((total, one) => total + one[key], 0);
  const records = own.map(one => `${one.code} ${one.visited}/${one.households}`).sort();
  return share(sum('visited'), sum('households'), records);
}

function petitionPart(own: readonly PetitionFact[], period: Period) {
  const behind = sortPetitions(own, period);
  const figures = petitionFigures(behind);
  const numbers = (key: keyof typeof behind) => behind[key].map(petition => petition.number);
  const rate = (name: keyof typeof RATES, part: keyof typeof behind, whole: keyof typeof behind): Figure => ({
    value: figures[name],
    part: behind[part].length,
    whole: behind[whole].length,
    records: numbers(part),
  });
  return {
    acceptance_rate: rate('acceptance_rate', 'accepted_on_time', 'acceptance_due'),
    reply_rate: rate('reply_rate', 'replied_on_time', 'reply_due'),
    satisfaction_rate: rate('satisfaction_rate', 'satisfied', 'responded'),
    response_rate: rate('response_rate', 'responded', 'asked'),
    repeat: counted(numbers('repeats')),
    overdue: behind.overdue,
  };
}

function disputePart(behind: Behind) {
  const figures = figuresOf(behind, () => 0);
  const came = figures.opening + figures.registered + figures.received + figures.reopened;
  const up = EXPLAINED.escalation_rate?.(behind, () => 0) ?? [];
  return {
    settlement_rate: {
      value: figures.settlement_rate,
      part: figures.cohort_settled,
      whole: figures.registered,
      records: behind.cohort_settled.map(stay => stay.number),
    },
    escalation_rate: {
      value: figures.escalation_rate,
      part: up.length,
      whole: came,
      records: up.map(stay => stay.number),
    },
  };
}

function heldBy({ townships }: Subject, meetings: readonly Meeting[], { from, to }: Period): Meeting[] {
  return meetings.filter(one => townships.has(one.unit_id) && from <= one.held_on && one.held_on <= to);
}
