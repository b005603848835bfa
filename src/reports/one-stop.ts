import { VOID } from '../cases/case.ts';
import type { Day } from '../kernel/day.ts';
import { percent } from '../kernel/figures.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column } from '../kernel/view.ts';
import { rows, selectFrom, value } from '../ledger/query.ts';
import { SITE_KINDS } from '../sites/site.ts';
import { explanationOf } from './explain.ts';
import { periodReport } from './report.ts';
import { includes, type Scope, unitCells } from './scope.ts';

const COLUMNS = [
  column('number', '编号', 'Number', 'code'),
  column('title', '名称', 'Title'),
  column('unit_code', '机构代码', 'Unit code', 'code'),
  column('unit', '调解单位', 'Mediated by', 'label'),
  column('sessions', '调解次数', 'Sessions', 'integer'),
  column('last_on', '最近一次', 'Latest', 'day'),
  column('distinct_places', '地点数', 'Places', 'integer'),
  column('places', '地点', 'Where'),
] as const;

/** One trip (最多跑一次, S-10): the disputes whose parties had to go to more than one place, and the share that had not. */
export const oneStop = periodReport({
  summary: {
    zh: '在不止一处调解的纠纷，以及只在一处调解的占比',
    en: 'disputes mediated in more than one place, and the share that was not',
  },
  example: 'report one-stop --year 2023 --unit 150722100',
  personal: true,
  title: { zh: '一站式办理：在不止一处调解的纠纷', en: 'Disputes mediated in more than one place' },
  figures(scope) {
    const mediated = mediatedIn(scope);
    return {
      columns: COLUMNS,
      rows: mediated.filter(SEVERAL[1]).map(dispute => placeRow(scope, dispute)),
      notes: [shareText(mediated), DEFINITION],
    };
  },
  explain(scope, wanted) {
    const [title, counts] = explanationOf(EXPLAINED, wanted);
    const rows = mediatedIn(scope).filter(counts);
    return { title, columns: COLUMNS, rows: rows.map(dispute => placeRow(scope, dispute)), notes: [DEFINITION] };
  },
});

const DEFINITION: Text = {
  zh: '统计期内登记过调解的纠纷，机构按期内最后一次调解的单位；同一场所的功能室和窗口算一处，其他地点按登记的文字区分；没有写地点的调解不计地点',
  en: 'Disputes with a mediation session in the period, by the unit of the last session in it. Rooms and windows of one site are one place, others differ where they are written differently; a session without a place adds none.',
};

interface Mediated {
  readonly number: string;
  readonly title: string;
  readonly unit_id: number;
  readonly sessions: number;
  readonly last_on: Day;
  readonly places: readonly string[];
}

function placeRow(scope: Scope, { unit_id, places, ...dispute }: Mediated) {
  return {
    ...dispute,
    ...unitCells(scope, unit_id),
    distinct_places: places.length,
    places: { zh: places.join('、'), en: places.join('; ') },
  };
}

/** A figure of the share: what it is called, and whether it counts a dispute. */
type Explanation = readonly [title: Text, counts: (dispute: Mediated) => boolean];

const SEVERAL: Explanation = [{ zh: '不止一处', en: 'more than one place' }, ({ places }) => places.length > 1];

/** The figures of the share; the columns of the list are explained by its rows. */
const EXPLAINED: Readonly<Record<string, Explanation>> = {
  mediated: [{ zh: '调解过', en: 'mediated' }, () => true],
  one_place: [{ zh: '只在一处', en: 'one place' }, ({ places }) => places.length === 1],
  several_places: SEVERAL,
  no_place: [{ zh: '没有写明地点', en: 'no place' }, ({ places }) => places.length === 0],
  ...Object.fromEntries(COLUMNS.map(({ key }) => [key, SEVERAL])),
};

function shareText(mediated: readonly Mediated[]): Text {
  const known = mediated.filter(({ places }) => places.length > 0);
  const once = known.filter(({ places }) => places.length === 1).length;
  const share = known.length === 0 ? '' : percent(once / known.length);
  const unknown = mediated.length - known.length;
  return {
    zh: `只在一处调解：${known.length} 件中 ${once} 件${share && `（${share}）`}；另有 ${unknown} 件没有写明地点`,
    en: `One place only: ${once} of ${counted(known.length, 'dispute')}${share && ` (${share})`}; ${unknown} more without a place on record`,
  };
}

/** What the command centre is called. */
function centreName({ db }: Scope): string {
  const centre = selectFrom('site').select('name').where('kind', '=', 'command_centre').orderBy('to_on', 'desc');
  return value(db, centre.limit(1)) ?? SITE_KINDS.command_centre.zh;
}

/** The disputes with a session in the period, those with the most places first. */
function mediatedIn(scope: Scope): Mediated[] {
  const { from, to } = scope.period;
  const sessions = rows(
    scope.db,
    selectFrom('move as v')
      .innerJoin('cases as m', 'm.id', 'v.case_id')
      .innerJoin('dispute as d', 'd.id', 'm.id')
      .leftJoin('session_place as p', 'p.move_id', 'v.id')
      .leftJoin('room as r', 'r.id', 'p.room_id')
      .leftJoin('window as w', 'w.id', 'p.window_id')
      .leftJoin('site as s', join => join.on(eb => eb('s.id', '=', eb.fn.coalesce('r.site_id', 'w.site_id'))))
      .select(['m.number', 'd.title', 'v.unit_id', 'v.on_day', 'v.details', 's.name as site', 'p.window_id'])
      .where('v.name', '=', 'mediate')
      .where('m.status', '<>', VOID)
      .where(eb => eb.between('v.on_day', from, to))
      .orderBy('m.number')
      .orderBy('v.id'),
  );
  const found = new Map<string, Mediated>();
  const centre = centreName(scope);
  for (const { on_day, details, site, window_id, ...dispute } of sessions) {
    const { sessions = 0, places = [] } = found.get(dispute.number) ?? {};
    // Rooms and windows of one site are one place; a window without a site is in the hall of the centre.
    const place = site ?? (window_id === null ? String(JSON.parse(details).place ?? '').trim() : centre);
    found.set(dispute.number, {
      ...dispute,
      sessions: sessions + 1,
      last_on: on_day,
      places: place === '' || places.includes(place) ? places : [...places, place],
    });
  }
  return [...found.values()]
    .filter(({ unit_id }) => includes(scope, unit_id))
    .sort((a, b) => b.places.length - a.places.length || (a.number < b.number ? -1 : 1));
}
