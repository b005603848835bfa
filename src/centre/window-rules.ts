import { covers, type Day, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { onTier, type UnitTerm, type UnitTree } from '../units/tree.ts';

/** A window with the unit of its site; one without a site is in the command centre's hall. */
export interface PlacedWindow extends Span {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly unit_id: number | null;
}

/** A window receives what its own unit and the units below it have; the centre's are for everybody (一扇门, S-07, S-10). */
function isFor(window: PlacedWindow, unit: UnitTerm, tree: UnitTree): boolean {
  return window.unit_id === null || [1, 2, 3].some(tier => onTier(tree, unit, tier)?.unit_id === window.unit_id);
}

/** The windows by which a row of a file is judged, and the tree of its units. */
export interface WindowsThen {
  readonly tree: UnitTree;
  readonly windows: readonly PlacedWindow[];
}

export function windowCalled(text: string, windows: readonly PlacedWindow[]): PlacedWindow | undefined {
  return windows.find(({ code, name }) => code === text || name === text);
}

/** What is wrong with the window that a row of an old ledger names (the same rule). */
export function windowFault(text: string, unit: UnitTerm, day: Day, { tree, windows }: WindowsThen): Text | undefined {
  const window = windowCalled(text, windows);
  if (!window) return { zh: '没有这个窗口', en: 'is not a known window' };
  if (!covers(window, day)) return { zh: '登记当天没有开放', en: 'was not open on the day of registration' };
  return isFor(window, unit, tree) ? undefined : { zh: '属于别的机构', en: 'belongs to another unit' };
}

/** How many windows a refusal names. */
const NAMED = 9;

/** A case is received, and mediated, at a window that is open on that day and there for its unit (S-07). */
export function windowProblem(
  window: PlacedWindow,
  unit: UnitTerm,
  day: Day,
  { tree, windows }: WindowsThen,
): Refusal | undefined {
  const { code, name } = window;
  const open = covers(window, day);
  if (open && isFor(window, unit, tree)) return undefined;
  const there = windows.filter(other => covers(other, day) && isFor(other, unit, tree));
  const list = there.slice(0, NAMED).map(other => `${other.code} ${other.name}`);
  const hint =
    list.length === 0
      ? {
          zh: '当天没有可用的窗口，见 tiaochu window list --all',
          en: 'No window is open to it: tiaochu window list --all',
        }
      : { zh: `可用的窗口：${list.join('、')}`, en: `The windows there are: ${list.join(', ')}` };
  if (!open)
    return { zh: `窗口 ${code} ${name}在 ${day} 没有开放`, en: `Window ${code} ${name} is not open on ${day}`, hint };
  return {
    zh: `窗口 ${code} ${name}属于别的机构，不受理${unit.name}的事项`,
    en: `Window ${code} ${name} belongs to another unit and is not for ${unit.name}`,
    hint,
  };
}
