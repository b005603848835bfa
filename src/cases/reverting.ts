import { recount, runningDeadlines } from '../deadlines/counted-store.ts';
import { loadCalendar } from '../deadlines/store.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import type { AnyCaseArea } from './area.ts';
import { type Case, type CaseAct, SUCCEED } from './case.ts';
import { columnWriter } from './case-store.ts';
import { deadlineWriter } from './deadline-store.ts';
import type { MoveRow } from './move-store.ts';
import { rewriteStays } from './stay-store.ts';
import { keepVoided, revertMove, type Voiding, writeState } from './step-back-store.ts';
import { WRITTEN_BY_CASES } from './written.ts';

interface Last {
  readonly before: Case;
  readonly last: MoveRow;
  readonly act: CaseAct;
  readonly stamp: Stamp;
  readonly kind: Voiding;
}

/**
 * Takes a case's last move out of its history and keeps it as void: the rows that it wrote go, those that it ended run again,
 * stays, columns and status are what the moves before it lead to. Returns the case as it is then.
 */
export function revertLast(area: AnyCaseArea, db: Db, { before, last, act, stamp, kind }: Last): Case {
  const { id, number } = before;
  const tree = loadTree(db, '9999-12-30');
  keepVoided(db, last, stamp, kind);
  revertMove(db, [...area.written, ...WRITTEN_BY_CASES], last.id);
  // A suspension lasts again or never was, and holidays may have been announced since: the days are counted anew.
  recount(db, runningDeadlines(db, id), loadCalendar(db));
  const after: Case = area.load(db, number);
  // A deadline that binds the holder went with the case, and goes back with it; one of the organ goes back to the organ.
  if (before.holder !== after.holder) {
    const passed = { caseId: id, from: before.holder, to: after.holder };
    if (last.name === SUCCEED) deadlineWriter(db).succeed(passed);
    else deadlineWriter(db).handOver(passed, after.handler ?? after.holder);
  }
  rewriteStays(db, area.life, id, tree);
  writeState(db, after);
  columnWriter(db, area.kind)(id, area.columns(before), area.columns(after));
  area.restore?.(db, after, last, stamp);
  area.revertElsewhere?.(db, act, tree, stamp);
  return after;
}
