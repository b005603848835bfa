import {
  asked,
  type Narrowing,
  namedValues,
  narrowing,
  type Offer,
  offering,
  otherThan,
  type Param,
  picks,
} from '../../cli/param.ts';
import { readDay } from '../../intake/day-text.ts';
import { dayNumber } from '../../kernel/day.ts';
import { named } from '../../naming/named-param.ts';
import { pairedWith } from '../../teams/picked.ts';
import { holds } from '../known.ts';
import { loadLookups } from '../lookups.ts';
import { MODES, YES_NO } from '../visit.ts';

type Open = Param<string, false>;

/** The option for a column of a visit as a form asks for it: the pair is that of the household, the domains are ticked. */
export function inForm(column: string, open: Open): Open {
  return IN_FORM[column]?.(open) ?? open;
}

/** The two cadres of the pair to which the household is assigned on the day of the visit. */
function ownPair(which: 'codeA' | 'codeB'): Offer {
  return ({ db, day }, { household_code, visited_on }) => {
    const on = dayNumber(readDay(String(visited_on ?? '')) ?? day);
    const household = loadLookups(db, String(household_code)).households.get(String(household_code));
    return household?.assigned.find(assigned => holds(assigned, on))?.pair[which];
  };
}

/** A diary is written by one of the two visitors. */
const visitors: Narrowing = (_, { cadre_a, cadre_b }) => ({ within: [cadre_a, cadre_b].map(String) });

const IN_FORM: Readonly<Record<string, (open: Open) => Open>> = {
  visited_on: open => offering('today', open),
  household_code: open => named(open, 'household'),
  cadre_a: open => otherThan(['cadre_b'], offering(ownPair('codeA'), picks('cadre', open))),
  cadre_b: open => narrowing(pairedWith('cadre_a'), offering(ownPair('codeB'), picks('cadre', open))),
  domains: open => ({ ...picks('domain', open), areTicked: true }),
  diary: asked,
  diary_by: open => narrowing(visitors, picks('cadre', open)),
  mode: open => ({ ...open, choices: namedValues(MODES) }),
  substitute: open => ({ ...open, choices: namedValues(YES_NO) }),
};
