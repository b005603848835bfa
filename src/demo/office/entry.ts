/** A visit that is identified by household and day, because only the ledger knows its number. */
export interface KnownVisit {
  readonly household: string;
  readonly day: string;
}

/** A word of a command line, or a visit whose number is looked up in the ledger. */
type Word = string | KnownVisit;

/** A command line that a clerk enters, without `tiaochu`. */
export type Entry = readonly Word[];

/** The options of an entry by their names: those without a value are left out, `true` is a flag. */
export type Options = Readonly<Record<string, Word | Entry | number | true | null | undefined>>;

export function entry(words: readonly string[], options: Options): Entry {
  return [...words, ...Object.entries(options).flatMap(([name, value]) => written(`--${name}`, value))];
}

function written(option: string, value: Options[string]): Entry {
  if (value === undefined || value === null || value === '') return [];
  if (value === true) return [option];
  return [option, ...(Array.isArray(value) ? value : [typeof value === 'number' ? String(value) : value])];
}
