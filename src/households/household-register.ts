import { completing, type Problem, problem, type Whole } from '../intake/sheet.ts';
import { ALWAYS, type Day } from '../kernel/day.ts';
import { gathered } from '../kernel/gathered.ts';
import { mapped } from '../kernel/mapped.ts';
import type { Text } from '../kernel/text.ts';
import { changesBetween, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { type ChangeDecision, type Existing, idOf, JUST_ADDED, type Register } from '../register/register.ts';
import { bounded, spanProblems, within } from '../register/span.ts';
import type { KindSpan } from '../standards/duty-rules.ts';
import { ORDINARY } from '../standards/standard.ts';
import { householdKinds } from '../standards/store.ts';
import { teamUnitProblems } from '../teams/rules.ts';
import { loadUnits } from '../units/store.ts';
import type { UnitTerm } from '../units/tree.ts';
import { endAssignment, lastingAssignments } from './assignment-store.ts';
import { formerHeads } from './former-head-store.ts';
import { HOUSEHOLD_TITLE, type HouseholdRow, householdSheet } from './household.ts';
import { householdRows, householdWriter, openHouseholds, updateHousehold } from './household-store.ts';
import { kindCode, kindOn, kindProblems, laterKindProblem, withKind } from './kind-rules.ts';
import { kindSpans, saveKinds } from './kind-store.ts';
import { firstUseOf, lastRecordsOf, lastVisitUnderAny } from './later-records.ts';
import { nextCode } from './next-code.ts';
import { householdNumbering } from './numbering.ts';
import { householdCodeProblems, laterRecordProblem, laterStartProblem, laterVisitProblem } from './rules.ts';
import { possiblySame, samenessText } from './same-household.ts';
import { movingDay, movingProblems, repeatsEarlierTerm, termOrderProblems } from './term-rules.ts';
import { changeLastTerm, endedTerms, type HouseholdTerm, placeHousehold } from './term-store.ts';

type FullHousehold = Whole<HouseholdRow>;
const completed = completing(householdSheet);

type HouseholdKind = ReturnType<typeof householdKinds>[number];

interface HouseholdBook {
  readonly units: ReadonlyMap<string, UnitTerm>;
  /** Every code that a unit ever had, by its present one. */
  readonly formerCodes: ReadonlyMap<string, readonly string[]>;
  readonly byCode: Map<string, Existing<FullHousehold>>;
  /** The kinds of households, and the times in which a household was of another than the ordinary. */
  readonly kinds: readonly HouseholdKind[];
  readonly spans: ReadonlyMap<number, readonly KindSpan[]>;
  /** The terms that ended, by the households' numbers. */
  readonly ended: ReadonlyMap<number, readonly HouseholdTerm[]>;
  formerHeads(id: number): readonly string[];
}

export const householdRegister: Register<HouseholdRow, HouseholdBook> = {
  noun: 'household',
  title: HOUSEHOLD_TITLE,
  sheet: householdSheet,
  key: ['code'],
  immutable: [],
  offers: { code: nextCode },
  picks: { kind: 'household_kind' },
  tables: ['household', 'assignment'],
  load: ({ db }, near) => {
    const { terms, byCode: units, codeOf } = loadUnits(db);
    const codesOf = (id: number) => terms.filter(({ unit_id }) => unit_id === id).map(({ code }) => code);
    const formerCodes = new Map(terms.map(({ unit_id }) => [codeOf(unit_id), codesOf(unit_id)]));
    const byCode = new Map<string, Existing<FullHousehold>>();
    for (const { id, unit_id, ...row } of householdRows(db, near?.code))
      byCode.set(row.code, { id, row: { ...row, unit_code: codeOf(unit_id), kind: ORDINARY } });
    const spans = gathered(kindSpans(db, near && (byCode.get(near.code)?.id ?? JUST_ADDED)), span => span.household_id);
    return {
      units,
      formerCodes,
      byCode,
      kinds: householdKinds(db),
      spans,
      ended: gathered(endedTerms(db), term => term.household_id),
      formerHeads: formerHeads(db),
    };
  },
  find: (book, { code }, on) => {
    const existing = book.byCode.get(code);
    const spans = existing && book.spans.get(existing.id);
    return spans ? { ...existing, row: { ...existing.row, kind: kindOn(spans, on) } } : existing;
  },
  complete: (book, given) => {
    const row = given.kind === undefined ? given : { ...given, kind: kindCode(given.kind, book.kinds) };
    const unit = book.units.get(row.unit_code);
    const existing = book.byCode.get(row.code);
    if (!unit || !existing) return unit ? bounded({ ...row, unit_code: unit.code }, unit) : row;
    if (repeatsEarlierTerm(row, unit, earlierTerms(book, existing))) {
      const { from_on: _f, to_on: _t, ...rest } = row;
      return { ...rest, unit_code: existing.row.unit_code };
    }
    const moves = existing.row.unit_code !== unit.code;
    return moves ? { ...row, unit_code: unit.code } : bounded({ ...row, unit_code: unit.code }, unit);
  },
  check: (book, given, before, on) => {
    const moves = before !== undefined && before.row.unit_code !== given.unit_code;
    const from = moves ? movingDay(whole(book, before.row), given, on) : undefined;
    const row = whole(book, from === undefined ? given : { ...given, from_on: from });
    const village = teamUnitProblems(row.unit_code, book.units.get(row.unit_code), row);
    return [
      ...(village.length > 0 ? village : spanProblems(row)),
      ...(before ? [] : householdCodeProblems(row.code, row.unit_code, book.formerCodes.get(row.unit_code) ?? [])),
      ...(before?.row.kind === row.kind ? [] : kindProblems(row.kind, book.kinds, before ? on : row.from_on)),
      ...(moves ? movingProblems(whole(book, before.row), row.from_on) : []),
      ...(before && !moves
        ? termOrderProblems(row, earlierTerms(book, { id: before.id, row: whole(book, before.row) }))
        : []),
    ];
  },
  obstacle: (db, decision, on) => useProblem(db, decision, on) ?? kindObstacle(db, decision, on),
  doubts: (db, added) => {
    if (added.length === 0) return [];
    const { byCode, codeOf } = loadUnits(db);
    const ids = new Set(added.flatMap(({ unit_code }) => byCode.get(unit_code)?.unit_id ?? []));
    const known = openHouseholds(db, ids).map(({ unit_id, ...rest }) => ({ ...rest, unit_code: codeOf(unit_id) }));
    return samenessText(possiblySame(added, known));
  },
  numbering: householdNumbering,
  undated: ['head_name', 'people', 'phone', 'address'],
  accept: (book, decision) => {
    book.byCode.set(decision.row.code, { id: idOf(decision), row: whole(book, decision.row) });
  },
  save: (db, book, decisions, stamp) => {
    const write = householdWriter(db);
    for (const decision of decisions) {
      if (decision.verdict === 'add') {
        const row = whole(book, decision.row);
        const unit_id = mapped(book.units, row.unit_code).unit_id;
        const id = write({ ...row, unit_id, import_id: stamp.importId ?? null });
        if (row.kind !== ORDINARY) saveKinds(db, id, withKind([], row.kind, row.from_on), numbersOf(book));
      } else if (decision.verdict === 'change') {
        change(db, book, decision, stamp);
        changeKind(db, book, decision, stamp.on);
      }
    }
  },
};

/** A change of the village moves the household from a day on and ends its assignment, which is to a pair of the old village. */
function change(db: Db, book: HouseholdBook, { id, before, row, changes }: ChangeDecision<HouseholdRow>, stamp: Stamp) {
  const [last, next] = [whole(book, before), whole(book, row)];
  if (next.unit_code === last.unit_code) {
    updateHousehold(db, id, changes, stamp);
    changeLastTerm(db, id, next);
    endAssignments(db, id, next.to_on, stamp);
    return;
  }
  const from_on = movingDay(last, row, stamp.on);
  updateHousehold(db, id, changesBetween(before, { ...row, from_on }), stamp);
  placeHousehold(db, id, { ...next, unit_id: mapped(book.units, next.unit_code).unit_id, from_on });
  endAssignments(db, id, from_on, stamp);
}

/** From the day of the change on a household is of its new kind; what was said of the days before stays. */
function changeKind(db: Db, book: HouseholdBook, { id, changes }: ChangeDecision<HouseholdRow>, on: Day): void {
  const change = changes.find(({ field }) => field === 'kind');
  if (change) saveKinds(db, id, withKind(kindSpans(db, id), String(change.new), on), numbersOf(book));
}

function numbersOf({ kinds }: HouseholdBook): ReadonlyMap<string, number> {
  return new Map(kinds.map(({ code, id }) => [code, id]));
}

function kindObstacle(db: Db, { id, changes }: ChangeDecision<HouseholdRow>, on: Day): Problem | undefined {
  const change = changes.find(({ field }) => field === 'kind');
  return change && laterKindProblem(kindSpans(db, id), String(change.new), on)[0];
}

/** What keeps a household from changing its village or its time in the register: the records that depend on them. */
function useProblem(db: Db, { id, before, row, changes }: ChangeDecision<HouseholdRow>, on: Day): Problem | undefined {
  const moves = before.unit_code !== row.unit_code;
  const from = moves ? movingDay(completed(before), row, on) : on;
  const limits: Readonly<Record<string, (value: Day) => Text | undefined>> = {
    from_on: value => (moves ? undefined : laterStartProblem(firstUseOf(db, id, completed(before).from_on), value)),
    to_on: value => laterRecordProblem(lastRecordsOf(db, id), value),
    unit_code: () => laterVisitProblem(lastVisitUnderAny(db, lastingAssignments(db, 'household_id', id, from)), from),
  };
  const [wrong] = changes.flatMap(({ field, new: value }) => {
    const reason = limits[field]?.(String(value));
    return reason ? [problem(field, value, reason)] : [];
  });
  return wrong;
}

/** The terms of a household before its present one. */
function earlierTerms({ ended }: HouseholdBook, { id, row }: Existing<FullHousehold>): readonly HouseholdTerm[] {
  return (ended.get(id) ?? []).filter(term => term.to_on <= row.from_on);
}

/** Ends the assignments of a household that ends on a day; returns how many there were. */
export function endAssignments(db: Db, householdId: number, on: Day, stamp: Stamp): number {
  const assignments = lastingAssignments(db, 'household_id', householdId, on);
  for (const assignment of assignments) endAssignment(db, assignment, on, stamp);
  return assignments.length;
}

function whole(book: HouseholdBook, row: HouseholdRow): FullHousehold {
  return within(completed(row), book.units.get(row.unit_code) ?? ALWAYS);
}
