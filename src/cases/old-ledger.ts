import { BadValue, type Field, trimmed } from '../intake/field.ts';
import { Failure } from '../kernel/failure.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import { readParty } from './party.ts';

/** A row of an old ledger, by its columns. */
type OldRow = Readonly<Record<string, string | number | null | undefined>>;

/** Marks of a row's values: they tell later what a file gives anew, and give no personal data away. */
export function marksOf(columns: readonly string[], row: object): Record<string, string> {
  const values = row as OldRow;
  return Object.fromEntries(columns.flatMap(key => (markOf(values[key]) === '' ? [] : [[key, markOf(values[key])]])));
}

/** The columns of a row that say something else than what was taken over. */
export function differing(columns: readonly string[], row: object, marks: Readonly<Record<string, string>>): string[] {
  const values = row as OldRow;
  return columns.filter(key => values[key] !== undefined && markOf(values[key]) !== (marks[key] ?? ''));
}

function markOf(value: string | number | null | undefined): string {
  const text = String(value ?? '');
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return text === '' ? '' : (hash >>> 0).toString(36);
}

/** A column of parties, one after the other with a semicolon between. */
export function partiesField(key: string, zh: string, example: string): Field<string> {
  return {
    key,
    title: { zh, en: `${key} (several with ; between)` },
    optional: true,
    example: untranslated(example),
    read: text => {
      for (const party of partyTexts(trimmed(text))) orBadValue(() => readParty(party));
      return trimmed(text);
    },
  };
}

/** The parties of one cell. */
export function partyTexts(text: string | undefined): string[] {
  return (text ?? '').split(/[;；]/).filter(part => part.trim() !== '');
}

/** Whether a cell of parties names a household that is not known. */
export function namesUnknownHousehold(text: string | undefined, hasHousehold: (code: string) => boolean): boolean {
  const codes = partyTexts(text).map(party => readParty(party).household);
  return codes.some(code => code !== '' && !hasHousehold(code));
}

/** A usage error of an option's reader, as the complaint about a cell; `instead` where the option's words name the cell again. */
function orBadValue<T>(read: () => T, instead?: Text): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) throw new BadValue(instead ?? error.text);
    throw error;
  }
}
