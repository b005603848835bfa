import { medians, tiaochu, timed } from './run.ts';

/** The periods of the coverage reports: everything, one year, and a span in the middle of all years. */
export const PERIODS = {
  everything: [],
  'one year': ['--year', '2023'],
  'in the middle': ['--from', '2018-06-15', '--to', '2022-03-03'],
} as const satisfies Record<string, readonly string[]>;

/** The least that the report must do, as queries for the shell. */
const QUERY = (from: string, to: string) => `
select h.unit_id, count(*), sum(exists (select 1 from visit v where v.household_id = h.household_id
  and v.visited_on >= '${from}' and v.visited_on <= '${to}' and v.mode = 'home'))
from household_term h where h.from_on <= '${to}' and h.to_on > '${from}' group by h.unit_id;
select pair_id, mode, count(*) from visit where visited_on >= '${from}' and visited_on <= '${to}' group by pair_id, mode;`;

const BOUNDS: Readonly<Record<keyof typeof PERIODS, readonly [string, string]>> = {
  everything: ['0001-01-01', '9999-12-30'],
  'one year': ['2023-01-01', '2023-12-31'],
  'in the middle': ['2018-06-15', '2022-03-03'],
};

/** Median wall times in milliseconds of the report, of an empty Node and (where there is one) of the sqlite3 shell. */
export function coverageTimes(ledger: string, period: keyof typeof PERIODS, runs: number, shell: boolean) {
  const [from, to] = BOUNDS[period];
  return medians(runs, {
    node: () => timed(process.execPath, ['-e', '0']),
    report: () => tiaochu('report', 'coverage', ...PERIODS[period], '--format', 'json', '--quiet', '--ledger', ledger),
    ...(shell ? { shell: () => timed('sqlite3', [ledger, QUERY(from, to)]) } : {}),
  });
}
