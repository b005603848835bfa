import type { Text } from '../../kernel/text.ts';
import type { AssessmentSheet, Entry } from './sheet.ts';

/** A figure of a unit that is not the same in a frozen sheet and in one that is computed now. */
export interface Difference {
  readonly unit_code: string;
  readonly unit: string;
  readonly indicator: Text;
  readonly frozen: Entry | undefined;
  readonly now: Entry | undefined;
  readonly what: Text;
}

type UnitEntry = Entry & { readonly unit_code: string; readonly unit: string };

/** All figures of a sheet, by unit and indicator. */
export function figuresOf(sheet: AssessmentSheet): Map<string, UnitEntry> {
  return new Map(
    sheet.lines.flatMap(({ code, name, entries }) =>
      entries.map(entry => [`${code} ${entry.indicator.code}`, { ...entry, unit_code: code, unit: name }] as const),
    ),
  );
}

/** Where two sheets differ: other values or points, other records behind the same value, units that came or went. */
export function differences(frozenSheet: AssessmentSheet, currentSheet: AssessmentSheet): Difference[] {
  const [before, after] = [figuresOf(frozenSheet), figuresOf(currentSheet)];
  const added = [...after].filter(([key]) => !before.has(key));
  return [...before, ...added].flatMap(([key, { unit_code, unit, indicator }]) => {
    const [frozen, now] = [before.get(key), after.get(key)];
    const what = differenceText(frozen, now);
    const name = { zh: indicator.name_zh, en: indicator.code };
    return what ? [{ unit_code, unit, indicator: name, frozen, now, what }] : [];
  });
}

function differenceText(frozen: Entry | undefined, now: Entry | undefined): Text | undefined {
  if (!frozen) return { zh: '冻结时没有', en: 'not in the frozen sheet' };
  if (!now) return { zh: '现在没有', en: 'no longer there' };
  if (frozen.figure.value !== now.figure.value) return { zh: '数值不同', en: 'another value' };
  if (frozen.score !== now.score) return { zh: '得分不同', en: 'other points' };
  return frozen.hash === now.hash ? undefined : { zh: '依据的记录不同', en: 'based on other records' };
}
