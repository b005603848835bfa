import { dueDay, ruleOn } from '../deadlines/rules.ts';
import { allRules, loadCalendar } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import { refuseIf } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { type Change, recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import type { UnitTerm } from '../units/tree.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import { caseRow } from './case-store.ts';
import { deadlinesOf } from './deadline-store.ts';
import { checkLinks, enterAgain } from './entering-again.ts';
import { keepNumber, ownFormerNumber } from './former-number-store.ts';
import { movesOf } from './move-store.ts';
import { caseNumberer } from './number-store.ts';
import { checkOpen } from './offer.ts';
import { registrationProblem } from './registration-rules.ts';
import { moveAnswer, moveDeadline, moveRegistration, writeNumber } from './registration-store.ts';
import { rewriteStays } from './stay-store.ts';
import { keepVoided } from './step-back-store.ts';

/** Where and when a case was registered, as it is corrected. */
export interface Correction {
  readonly unit: UnitTerm;
  readonly on: Day;
  /** The unit below that is named as handling it. */
  readonly to: UnitTerm | undefined;
  readonly today: Day;
}

/**
 * Corrects where and when a case was registered: its moves, its deadlines, its offer and its stay follow. Where unit or year
 * change, it gets a number of theirs, and the number that it had leads to it. Returns its number and what to be warned of.
 */
export function correctRegistration(
  area: AnyCaseArea,
  db: Db,
  caseFile: Case,
  correction: Correction,
  stamp: Stamp,
): { readonly number: string; readonly warnings: readonly Text[] } {
  const { id, number: old, unit: oldUnit, registeredOn } = caseFile;
  const { unit, on, today } = correction;
  const moves = movesOf(db, id);
  const others = moves.some(({ unit_id }) => unit_id !== oldUnit);
  const isShared = caseFile.isShared || others;
  refuseIf(registrationProblem({ caseFile: { ...caseFile, isShared }, day: on, today, nextOn: moves[1]?.on_day }));
  checkOpen(unit, loadTree(db, on));
  const isMoved = unit.unit_id !== oldUnit;
  if (isMoved) checkLinks(area, db, caseFile);
  const number = renumber(area, db, caseFile, correction, stamp);
  const warnings = isMoved ? enterAgain(area, db, { id, number, formerly: caseFile }, correction, stamp) : [];
  if (!isMoved) correctDay(area, db, caseFile, on, stamp);
  const changes: readonly Change[] = [
    { field: 'number', old, new: number },
    { field: 'unit_id', old: oldUnit, new: unit.unit_id },
    { field: 'registered_on', old: registeredOn, new: on },
  ];
  const differing = changes.filter(change => change.old !== change.new);
  recordChanges(db, area.kind, id, differing, stamp);
  return { number, warnings };
}

/** Gives a case a number of the unit and the year, where its own is of others: one that it had there, or the next. */
function renumber({ kind }: AnyCaseArea, db: Db, caseFile: Case, { unit, on }: Correction, stamp: Stamp): string {
  const { id, registeredOn } = caseFile;
  const year = Number(on.slice(0, 4));
  if (unit.unit_id === caseFile.unit && year === Number(registeredOn.slice(0, 4))) return caseFile.number;
  const place = { kind, unit: unit.unit_id, unitCode: unit.code, on };
  const given = ownFormerNumber(db, id, { ...place, year }) ?? caseNumberer(db)(place);
  keepNumber(db, caseRow(db, id), given.number, stamp);
  writeNumber(db, id, { ...given, unit: unit.unit_id });
  return given.number;
}

/** Corrects the day alone: what the unit did stays as it is. */
function correctDay(area: AnyCaseArea, db: Db, { id, number, registeredOn }: Case, day: Day, stamp: Stamp): void {
  const [first, next] = movesOf(db, id);
  if (!first) throw new Error(`${number} has no moves`);
  keepVoided(db, first, stamp, 'corrected');
  moveRegistration(db, { id, moveId: first.id, from: registeredOn, to: day, isOnly: next === undefined });
  const [rules, calendar] = [allRules(db), loadCalendar(db)];
  for (const { id: deadlineId, code, move_id, start_on } of deadlinesOf(db, id)) {
    const rule = ruleOn(rules, code, day);
    if (move_id !== first.id || start_on !== registeredOn || !rule || rule.unit === 'named') continue;
    const { due, latest } = dueDay(rule, day, calendar);
    if (code === 'OFFER_3') moveAnswer(db, first.id, due);
    moveDeadline(db, { id: deadlineId, ruleId: rule.id, start: day, due, latest });
  }
  rewriteStays(db, area.life, id, loadTree(db, '9999-12-30'));
}
