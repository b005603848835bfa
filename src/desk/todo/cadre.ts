import type { Outcome } from '../../cli/command.ts';
import { type Day, OPEN_END } from '../../kernel/day.ts';
import { notFound } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { openNeeds } from '../../needs/open-store.ts';
import { CADRE_TITLE } from '../../teams/cadre.ts';
import { cadreCoded } from '../../teams/cadre-store.ts';
import { householdsOf, openCasesOf } from './cadre-store.ts';
import type { TodoLine } from './rules.ts';

const COLUMNS: readonly Column[] = [
  column('household', '户编号', 'Household', 'code'),
  column('head', '户主', 'Head', 'name'),
  column('address', '地址', 'Address', 'address'),
  column('last_on', '上次入户', 'Last visit', 'day'),
  column('due', '待办', 'To do'),
  { ...column('phone', '电话', 'Phone', 'phone'), inFiles: true },
];

/** A household of a cadre, with what waits there. */
interface Household {
  readonly code: string;
  readonly last_on: Day | null;
  readonly waits: readonly Text[];
  /** The earliest last day of what waits. */
  readonly dueOn: Day;
}

/** Where something waits comes first, the earliest last day before the others; then who was not visited for longest. */
export function byNeed(a: Household, b: Household): number {
  const key = ({ waits, dueOn, last_on, code }: Household) =>
    `${waits.length > 0 ? 0 : 1} ${dueOn} ${last_on ?? ''} ${code}`;
  return key(a) < key(b) ? -1 : 1;
}

/** A cadre's households for the day: where they live, when they were last visited, what waits there (S-27, S-30). */
export function cadreDay(db: Db, code: string, today: Day, visits: VisitsIn): Outcome {
  const cadre = cadreCoded(db, code) ?? notFound(CADRE_TITLE, code);
  const households = householdsOf(db, cadre.id, today);
  const waiting = waitsOf(db, households, today, visits);
  const rows = households.map(household => {
    const { waits = [], dueOn = OPEN_END } = waiting.get(household.code) ?? {};
    return { ...household, waits, dueOn };
  });
  const count = rows.filter(({ waits }) => waits.length > 0).length;
  return {
    view: {
      shape: 'table',
      title: { zh: `${code} 的包户（${today}）`, en: `The households of ${code} (${today})` },
      columns: COLUMNS,
      rows: rows.sort(byNeed).map(({ code: household, head_name: head, address, phone, last_on, waits }) => ({
        ...{ household, head, address, phone, last_on },
        due: { zh: waits.map(({ zh }) => zh).join('；'), en: waits.map(({ en }) => en).join('; ') },
      })),
      notes: [
        {
          zh: `包户 ${rows.length} 户，其中 ${count} 户有待办；上次入户为截至今天的最近一次入户走访`,
          en: `${rows.length} households, ${count} with something to do. Last visit: the latest home visit up to today.`,
        },
      ],
    },
    counts: { shown: rows.length },
  };
}

/** The visits that are due in some villages. */
type VisitsIn = (units: ReadonlySet<number>) => readonly TodoLine[];

interface Waiting {
  waits: Text[];
  dueOn: Day;
}

/** What waits in each household: a visit, needs, open cases. */
function waitsOf(
  db: Db,
  households: ReturnType<typeof householdsOf>,
  today: Day,
  visits: VisitsIn,
): Map<string, Waiting> {
  const found = new Map(households.map(({ code }) => [code, { waits: [], dueOn: OPEN_END } as Waiting]));
  const codes = new Map(households.map(({ id, code }) => [id, code]));
  const add = (code: string | undefined, what: Text, dueOn: Day | null) => {
    const waiting = found.get(code ?? '');
    if (!waiting) return;
    waiting.waits.push(what);
    if (dueOn !== null && dueOn < waiting.dueOn) waiting.dueOn = dueOn;
  };
  for (const { about, dueOn } of visits(new Set(households.map(({ unit_id }) => unit_id))))
    add(about, { zh: `应入户，最迟 ${dueOn}`, en: `visit due by ${dueOn}` }, dueOn);
  for (const { household_code, code, content, due_on } of openNeeds(db, today))
    add(household_code, needText(code, content, due_on), due_on);
  for (const { household_id, number } of openCasesOf(db, [...codes.keys()]))
    add(codes.get(household_id ?? 0), { zh: `在办 ${number}`, en: `open case ${number}` }, null);
  return found;
}

function needText(code: string, content: string, dueOn: Day | null): Text {
  return {
    zh: `需求 ${code} ${content}${dueOn === null ? '' : `（限 ${dueOn}）`}`,
    en: `need ${code} ${content}${dueOn === null ? '' : ` (by ${dueOn})`}`,
  };
}
