import { type Period, periodOf } from '../../kernel/period.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { Check } from '../../register/check.ts';
import { scopeOf } from '../scope.ts';
import { type By, divisionOf } from './division.ts';
import { resolutionFacts } from './facts.ts';
import { type Behind, IN, OUT, sortIntoRows } from './figures.ts';

/** Figures whose rows add up to the banner's; transfers within the banner do not. */
const ADDITIVE = ['opening', 'registered', 'reopened', 'settled', 'ended_otherwise', 'closing', 'overdue'] as const;

/** The rows of one table that do not balance, and the columns that do not add up to the banner's. */
export function imbalances(rows: ReadonlyMap<string, Behind>, banner: Behind | undefined): string[] {
  const sum = (behind: Behind, keys: readonly (keyof Behind)[]) =>
    keys.reduce((total, key) => total + behind[key].length, 0);
  const all = (key: keyof Behind) => [...rows.values()].reduce((total, row) => total + row[key].length, 0);
  const broken = [...rows].filter(([, row]) => sum(row, IN) !== sum(row, OUT)).map(([key]) => key);
  const unequal = ADDITIVE.filter(key => all(key) !== (banner?.[key].length ?? 0));
  const passed = all('received') === all('escalated') + all('handed_down') ? [] : ['received'];
  return [...broken, ...unequal, ...passed];
}

/** The identities of the resolution report, for every month in which something happened and for all days together. */
export const resolutionBalance: Check = {
  name: 'resolution-balance',
  title: { zh: '各期化解表逐行平衡，合计相符', en: 'the resolution table balances in every month' },
  find: db =>
    periods(db).flatMap(period => {
      const scope = scopeOf({ db, today: period.to }, period);
      const facts = resolutionFacts(scope);
      const table = (by: By) => sortIntoRows(facts, period, divisionOf(scope, by).rowOf);
      const [banner] = table('banner').values();
      return (['township', 'village', 'tier'] as const).flatMap(by =>
        imbalances(table(by), banner).map(found => `${period.from} ${by} ${found}`),
      );
    }),
};

/** Every month with a move, and all of them together. */
function periods(db: Db): Period[] {
  const days = rows(db, selectFrom('move').select('on_day').distinct().orderBy('on_day'));
  const months = [...new Set(days.map(({ on_day }) => on_day.slice(0, 7)))].map(month => periodOf({ month }, ''));
  const [first, last] = [months[0], months.at(-1)];
  return first && last ? [...months, { from: first.from, to: last.to }] : [];
}
