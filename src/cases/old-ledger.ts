import { BadValue, type Field, trimmed } from '../intake/field.ts';
import { Failure } from '../kernel/failure.ts';
import { type Text, untranslated } from '../kernel/text.ts';
import { readParty } from './party.ts';

/** A column of parties, one after the other with a semicolon between. */
export function partiesField(key: string, zh: string, example: string): Field<string, true> {
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

export function partyTexts(text: string | undefined): string[] {
  return (text ?? '').split(/[;；]/).filter(part => part.trim() !== '');
}

/** Notes what is wrong with a column of a row. */
export type Wrong<R> = (column: keyof R & string, zh: string, en: string) => void;

/** Whether a cell of parties names an unknown household. */
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
