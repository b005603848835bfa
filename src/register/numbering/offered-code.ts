import type { Offer } from '../../cli/param.ts';
import { BadValue, type Field } from '../../intake/field.ts';
import type { AnyRow, Register } from '../register.ts';
import { namedOne } from '../register-rows.ts';
import { codeOf, newCode, Serials } from './numbering-rules.ts';

/** What the form of a new record fills in for its code: the one that an import would give it. */
export function offeredCode(register: Register, fields: readonly Field<unknown>[]): Offer | undefined {
  const { numbering, complete } = register;
  // A code that depends on what only files have, such as the group of a household, is left to whoever knows it.
  if (!numbering || numbering.columns) return undefined;
  return ({ db, day }, given) => {
    const { row: named, problems } = namedOne(register, { db, today: day }, readable(fields, given));
    if (problems.length > 0) return undefined;
    const book = register.load({ db });
    const row = complete?.(book, named) ?? named;
    const serials = new Serials([numbering.start(row, book)], [...numbering.records(book)].map(codeOf));
    return newCode(numbering, row, book, serials.next(numbering.start(row, book))).code;
  };
}

/** The answers that can be read; of the others their own question complains. */
function readable(fields: readonly Field<unknown>[], given: AnyRow): AnyRow {
  const cells = fields.flatMap(({ key, read }): [string, unknown][] => {
    if (given[key] === undefined || key === 'code') return [];
    try {
      return [[key, read(String(given[key]))]];
    } catch (error) {
      if (error instanceof BadValue) return [];
      throw error;
    }
  });
  return Object.fromEntries(cells);
}
