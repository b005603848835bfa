import { option, picks } from '../cli/param.ts';
import type { Day } from '../kernel/day.ts';
import { notFound, refuseIf } from '../kernel/failure.ts';
import { mapped } from '../kernel/mapped.ts';
import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import { windowRecord } from './records.ts';
import { type PlacedWindow, windowCalled, windowProblem } from './window-rules.ts';
import { placedWindows } from './window-store.ts';

/** Which window of a hall received a case. */
export const windowParam = picks(
  'window',
  option('--window <code>', {
    zh: '在哪个窗口受理的（窗口编号或名称）',
    en: 'the window that received it (code or name)',
  }),
);

/** For changing it: `none` where no window received it. */
export const windowOrNoneParam = picks(
  'window',
  option('--window <code>', {
    zh: '在哪个窗口受理的（窗口编号或名称；填 无 为没有）',
    en: 'the window that received it (code or name); none for no window',
  }),
);

/** The window that is named, by its code or name, if it is open to the unit on the day. */
export function windowFor(db: Db, text: string, unit: UnitTerm, tree: UnitTree, day: Day): PlacedWindow {
  const windows = placedWindows(db);
  const found = windowCalled(text, windows) ?? notFound(windowRecord.title, text);
  refuseIf(windowProblem(found, unit, day, { tree, windows }));
  return found;
}

/** A registration by a unit on a day, as it is changed, and the window that received it until now. */
interface ChangedRegistration {
  readonly unit: number;
  readonly on: Day;
  readonly kept: number | null;
}

/**
 * The window that a change of a registration names: its id, null for none, undefined where nothing is said. The window that it
 * keeps must be open to the corrected unit and day, too.
 */
export function windowChange(
  db: Db,
  text: string | undefined,
  { unit: unitId, on: day, kept }: ChangedRegistration,
): number | null | undefined {
  if (text === undefined) {
    checkKept(db, kept, unitId, day);
    return undefined;
  }
  if (text === 'none' || text === '无') return null;
  const tree = loadTree(db, day);
  return windowFor(db, text, mapped(tree.units, unitId), tree, day).id;
}

function checkKept(db: Db, kept: number | null, unitId: number, day: Day): void {
  const windows = placedWindows(db);
  const window = windows.find(({ id }) => id === kept);
  if (!window) return;
  const tree = loadTree(db, day);
  const problem = windowProblem(window, mapped(tree.units, unitId), day, { tree, windows });
  refuseIf(problem && { ...problem, hint: OTHER_WINDOW });
}

const OTHER_WINDOW: Text = {
  zh: '同时用 --window 写另一个窗口，或写 --window 无',
  en: 'Name another window with --window at the same time, or --window none',
};
