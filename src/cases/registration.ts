import { dueDay, ruleOn } from '../deadlines/rules.ts';
import { allRules, loadCalendar } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import { refuseIf } from '../kernel/failure.ts';
import { recordChanges, type Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import type { AnyCaseArea } from './area.ts';
import type { Case } from './case.ts';
import { deadlinesOf } from './deadline-store.ts';
import { movesOf } from './move-store.ts';
import { checkOpen } from './offer.ts';
import { registrationDayProblem } from './registration-rules.ts';
import { moveAnswer, moveDeadline, moveRegistration } from './registration-store.ts';
import { rewriteStays } from './stay-store.ts';
import { keepVoided } from './step-back-store.ts';

/** Corrects the day on which a case was registered: its deadlines, its offer and its stay follow; the number stays. */
export function correctRegistrationDay(
  area: AnyCaseArea,
  db: Db,
  caseFile: Case,
  day: Day,
  today: Day,
  stamp: Stamp,
): void {
  const { id, unit, registeredOn } = caseFile;
  const [first, next] = movesOf(db, id);
  if (!first) throw new Error(`${caseFile.number} has no moves`);
  refuseIf(registrationDayProblem({ caseFile, day, today, nextOn: next?.on_day }));
  const tree = loadTree(db, day);
  const registering = tree.units.get(unit);
  if (registering) checkOpen(registering, tree);
  keepVoided(db, first, { ...stamp, reason: stamp.reason || '登记日期更正' });
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
  recordChanges(db, area.kind, id, [{ field: 'registered_on', old: registeredOn, new: day }], stamp);
}
