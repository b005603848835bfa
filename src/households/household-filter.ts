import { option } from '../cli/param.ts';
import { asName } from '../cli/values.ts';
import type { Db } from '../ledger/sqlite.ts';
import { named } from '../naming/named-param.ts';
import type { SimpleRow } from '../register/simple-store.ts';
import { householdCoded } from './household-store.ts';

export const householdParam = named(
  option('--household <code>', { zh: '只看一户', en: 'one household only' }, asName),
  'household',
);

/** `--household` of a list of records about households: a code that is not known is an error, not an empty list. */
export const householdFilter = {
  param: householdParam,
  passes: (db: Db, wanted: string) => {
    householdCoded(db, wanted);
    return (row: SimpleRow) => row.household_code === wanted;
  },
};
