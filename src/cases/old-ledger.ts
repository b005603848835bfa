import { BadValue, type Field, trimmed } from '../intake/field.ts';
import { Failure } from '../kernel/failure.ts';
import { untranslated } from '../kernel/text.ts';
import type { PartyWords } from './party.ts';
import { readSides } from './party-sides.ts';
import { readParties } from './party-text.ts';

/** A column of parties, as people write them. */
export function partiesField(key: string, zh: string, example: string): Field<string, true> {
  return {
    key,
    title: { zh, en: `${key} (several with ; between)` },
    optional: true,
    example: untranslated(example),
    read: text => {
      if (saysSomething(text)) orBadValue(() => readParties(text));
      return trimmed(text);
    },
  };
}

/** A column with the parties of both sides in one cell. */
export function sidesField(key: string, zh: string): Field<string, true> {
  return {
    ...partiesField(key, zh, ''),
    title: { zh, en: `${key} (both sides in one cell)` },
    isAside: true,
    read: text => {
      if (saysSomething(text)) orBadValue(() => readSides(text));
      return saysSomething(text) ? trimmed(text) : '';
    },
  };
}

/** A cell of separators alone names nobody. */
const saysSomething = (text: string) => /[^\s;；,，、]/.test(text);

/** The parties of a cell that was read before. */
export function partiesIn(text: string | undefined): PartyWords[] {
  return text && saysSomething(text) ? readParties(text) : [];
}

/** Notes what is wrong with a column of a row. */
export type Wrong<R> = (column: keyof R & string, zh: string, en: string) => void;

/** Whether a cell of parties names an unknown household. */
export function namesUnknownHousehold(text: string | undefined, hasHousehold: (code: string) => boolean): boolean {
  return partiesIn(text).some(({ household }) => household !== '' && !hasHousehold(household));
}

/** A usage error of an option's reader, with its hint, as the complaint about a cell. */
function orBadValue<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { text, hint } = error;
    throw new BadValue(hint ? { zh: `${text.zh}（${hint.zh}）`, en: `${text.en} (${hint.en})` } : text);
  }
}
