import type { Referent } from '../register/simple-record.ts';

/** Households, by their codes; they exist from their first time in the register to the end of their last. */
export const HOUSEHOLDS: Referent = {
  all: `select h.id, h.code, (select min(from_on) from household_term where household_id = h.id) as from_on,
    (select max(to_on) from household_term where household_id = h.id) as to_on from household h`,
  code: '(select code from household where id = %)',
};
