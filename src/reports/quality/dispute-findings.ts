import type { Day } from '../../kernel/day.ts';
import { IN_PERIOD } from '../days.ts';
import { divisionOf } from '../resolution/division.ts';
import { resolutionFacts } from '../resolution/facts.ts';
import { sortIntoRows } from '../resolution/figures.ts';
import { type Scope, unitCells } from '../scope.ts';
import type { Finding } from './finding.ts';

/** Disputes that were settled too soon or too well. */
export function disputeFindings(scope: Scope): Finding[] {
  return [...settledAsEntered(scope), ...allSettled(scope)];
}

/** How many seconds apart two entries are one act. */
const SECONDS = 60;

/** Settled on the day of its registration, both entered by hand within one minute. */
function settledAsEntered({ db, period }: Scope): Finding[] {
  const rows = db
    .prepare(
      `select m.number, d.title, s.unit_id as unit, s.on_day as day,
         abs(unixepoch(s.at) - unixepoch(r.at)) as seconds
       from move s join move r on r.case_id = s.case_id and r.name = 'register' and r.on_day = s.on_day
       join cases m on m.id = s.case_id join dispute d on d.id = m.id
       where s.name = 'settle' and s.on_day ${IN_PERIOD} and s.import_id is null and r.import_id is null
         and abs(unixepoch(s.at) - unixepoch(r.at)) <= ${SECONDS} order by m.number`,
    )
    .all(period) as { number: string; title: string; unit: number; day: Day; seconds: number }[];
  return rows.map(({ number, title, unit, day, seconds }) => ({
    kind: 'same_minute',
    unit,
    who: number,
    what: { zh: `${title}（${day}，两次录入相隔 ${seconds} 秒）`, en: `${title} (${day}, entered ${seconds} s apart)` },
    count: 1,
    records: () => [{ record: number, on_day: day }],
  }));
}

/** From how many disputes on it is worth a look that all are settled. */
const CASES = 5;

/** Units that registered five disputes or more, every one of them settled at the period's end. */
function allSettled(scope: Scope): Finding[] {
  const { rows, rowOf } = divisionOf(scope, 'village');
  const behind = sortIntoRows(resolutionFacts(scope), scope.period, rowOf);
  return rows.flatMap(({ key }): Finding[] => {
    const { registered = [], cohort_settled = [] } = behind.get(key) ?? {};
    const count = registered.length;
    if (count < CASES || cohort_settled.length < count) return [];
    const who = unitCells(scope, Number(key)).unit_code ?? '';
    const what = { zh: `登记 ${count} 件，全部化解`, en: `${count} registered, every one settled` };
    const records = () => registered.map(stay => ({ record: stay.number, on_day: stay.registeredOn }));
    return [{ kind: 'all_settled', unit: Number(key), who, what, count, records }];
  });
}
