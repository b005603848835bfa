import type { Picked } from '../cli/picking.ts';
import { cadres, pairs } from './cadres.ts';
import type { Source } from './candidate.ts';
import { casesOf } from './cases.ts';
import { households } from './households.ts';
import { imports } from './imports.ts';
import { categoriesOf, namedIn, wordsIn } from './lists.ts';
import { experts, peopleOf } from './people.ts';
import { units } from './units.ts';

/** Where the candidates for each thing come from. */
export const SOURCES: Readonly<Record<Picked, Source>> = {
  unit: units,
  household: households,
  cadre: cadres,
  pair: pairs,
  agent: peopleOf('agent'),
  mediator: peopleOf('mediator'),
  linked_leader: peopleOf('linked_leader'),
  expert: experts,
  department: namedIn('department'),
  site: namedIn('site'),
  room: namedIn('room'),
  window: namedIn('window'),
  guidance: namedIn('guidance'),
  return_kind: namedIn('return_kind'),
  category: categoriesOf('dispute'),
  petition_category: categoriesOf('petition'),
  domain: wordsIn('domain'),
  source: wordsIn('source'),
  household_kind: wordsIn('visit_standard'),
  dispute: casesOf('dispute'),
  petition: casesOf('petition'),
  import: imports,
};
