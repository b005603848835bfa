import { FIRST, type SmallLedger, smallLedger } from './ledger.ts';

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

/** The small ledger, and beside it a household that left on 2023-06-01. */
export async function ledgerWithOneThatLeft(): Promise<SmallLedger> {
  const ledger = await smallLedger();
  const household = `code,unit_code,head_name,to_on\n${FIRST}010009,${FIRST},鄂老九,2023-06-01\n`;
  const assignment = `household_code,pair_code,responsible_cadre,from_on,to_on\n${FIRST}010009,${FIRST}-P01,${FIRST}-C01,2023-05-01,2023-06-01\n`;
  await ledger.done('household', 'import', ledger.write('left.csv', household));
  await ledger.done('assignment', 'import', ledger.write('left-assigned.csv', assignment));
  return ledger;
}

/** Every visit of the ledger, oldest first, with all that a file says about it. */
export async function visitsIn(ledger: SmallLedger): Promise<Record<string, unknown>[]> {
  const stored = ledger.direct(db => db.prepare('select id from visit order by visited_on, id').pluck().all());
  const shown = [];
  for (const id of stored) {
    const { household_code, visited_on, pair_code, mode, substitute, domains, diary, diary_by } = JSON.parse(
      await ledger.done('visit', 'show', String(id), '--format', 'json'),
    );
    shown.push({ visited_on, household_code, pair_code, mode, substitute, domains, diary, diary_by });
  }
  return shown;
}
