import { command } from '../../cli/command.ts';
import { choice, flag, option, picks } from '../../cli/param.ts';
import { periodParams, unitParam } from '../../cli/places.ts';
import { LIST } from '../../cli/verbs.ts';
import { householdCoded } from '../../households/household-store.ts';
import { periodOf } from '../../kernel/period.ts';
import type { Row } from '../../kernel/view.ts';
import { each } from '../../ledger/query.ts';
import { named } from '../../naming/named-param.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { diariesBeside } from '../diary-store.ts';
import { bitOf, domainNamed } from '../domain.ts';
import { type Entry, entriesOf } from '../entries.ts';
import { lastReadings } from '../reading-store.ts';
import { allDomains, type VisitFilter, type VisitRecord, visitList, visitsWithDiaries } from '../store.ts';
import { diaryColumns, visitCells, visitColumns } from '../views.ts';
import { MODES } from '../visit.ts';

function* mapRows<R>(rows: Iterable<R>, cells: (row: R) => Row): Generator<Row> {
  for (const row of rows) yield cells(row);
}

/** One row a diary, with the cells of its visit. */
function* diaryCells(
  entries: Iterable<Entry>,
  cells: (visit: VisitRecord) => Row,
  isWanted: (entry: Entry) => boolean,
): Generator<Row> {
  for (const found of entries) if (isWanted(found)) yield { ...cells(found.visit), ...found.entry };
}

export const list = command({
  ...LIST,
  summary: { zh: '列出走访，新登记的在前', en: 'list visits, the latest entered first' },
  example: 'visit list --month 2023-05 --unit 150722100200 --limit 20',
  personal: true,
  params: {
    ...periodParams,
    unit: unitParam,
    household: named(option('--household <code>', { zh: '只看一户', en: 'one household only' }), 'household'),
    pair: named(option('--pair <code>', { zh: '只看一个结对', en: 'one pair only' }), 'pair'),
    cadre: named(option('--cadre <code>', { zh: '只看一名干部', en: 'only this cadre' }), 'cadre'),
    mode: choice('--mode <mode>', { zh: '只看一种方式', en: 'one mode only' }, MODES),
    domain: picks(
      'domain',
      option('--domain <code>', {
        zh: '只看一个工作领域（代码或名称）',
        en: 'only this task domain (code or name)',
      }),
    ),
    diary: flag('--diary', { zh: '同时列出日记', en: 'with the diaries' }),
    unread: flag('--unread', {
      zh: '只列尚未阅示的日记',
      en: 'only diaries that no leader has read',
    }),
    withdrawn: flag('--withdrawn', { zh: '只列已撤销的', en: 'withdrawn ones only' }),
  },
  run: ({ db, today }, { unit, household, pair, cadre, mode, domain, ...input }) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const domains = allDomains(db);
    if (household !== undefined) householdCoded(db, household);
    const bit = domain === undefined ? undefined : bitOf(domainNamed(domains, domain));
    const filter: VisitFilter = {
      period,
      units: unitsWithin(tree, unit),
      household,
      pair,
      cadre,
      mode,
      bit,
      withdrawn: input.withdrawn,
    };
    const cells = visitCells(tree, domains);
    if (!input.diary && !input.unread)
      return { view: { shape: 'table', columns: visitColumns, rows: mapRows(each(db, visitList(filter)), cells) } };
    const entries = entriesOf(each(db, visitsWithDiaries(filter)), each(db, diariesBeside()), lastReadings(db));
    const isWanted = ({ isBlank, entry }: Entry) => !input.unread || (!isBlank && entry.read_on === undefined);
    const columns = [...visitColumns, ...diaryColumns];
    return { view: { shape: 'table', columns, rows: diaryCells(entries, cells, isWanted) } };
  },
});
