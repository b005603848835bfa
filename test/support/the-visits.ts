import { FIRST } from './ledger.ts';

const PAIR = { pair_code: `${FIRST}-P01` };
/** What every good file of visits holds, in whatever form. */
export const THE_VISITS = [
  {
    ...PAIR,
    visited_on: '2023-05-03',
    household_code: `${FIRST}010001`,
    mode: 'home',
    substitute: false,
    domains: 'mediation;publicity',
    diary: '了解春耕准备情况,\n宣传"惠农"政策',
    diary_by: `${FIRST}-C01`,
  },
  {
    ...PAIR,
    visited_on: '2023-05-04',
    household_code: `${FIRST}010001`,
    mode: 'phone',
    substitute: false,
    domains: 'law',
    diary: '',
    // An empty writer is the first of the two visitors, and this row names them in the other order.
    diary_by: `${FIRST}-C02`,
  },
  {
    ...PAIR,
    visited_on: '2023-05-05',
    household_code: `${FIRST}010004`,
    mode: 'absent',
    substitute: true,
    domains: 'unity',
    diary: '=5 亩地待核',
    diary_by: `${FIRST}-C02`,
  },
];
