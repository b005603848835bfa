import { command } from '../cli/command.ts';
import { periodParams, unitParam } from '../cli/places.ts';
import type { Day } from '../kernel/day.ts';
import { type Period, periodOf, periodText } from '../kernel/period.ts';
import { counted, type Text } from '../kernel/text.ts';
import { column, type Row } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { unitsWithin } from '../units/tree.ts';
import { explainer, explainParam } from './explain.ts';

const COLUMNS = [
  column('number', '编号', 'Number'),
  column('title', '名称', 'Title'),
  column('unit_code', '机构代码', 'Unit code'),
  column('unit', '调解单位', 'Mediated by'),
  column('sessions', '调解次数', 'Sessions', 'integer'),
  column('last_on', '最近一次', 'Latest', 'day'),
  column('distinct_places', '地点数', 'Places', 'integer'),
  column('places', '地点', 'Where'),
] as const;

/** One trip (最多跑一次, S-10): the disputes whose parties had to go to more than one place, and the share that had not. */
export const oneStop = command({
  name: 'one-stop',
  zh: '一站',
  summary: {
    zh: '当事人跑了不止一处的纠纷，和只跑一处的占比',
    en: 'disputes mediated in more than one place, and the share that was not',
  },
  example: 'report one-stop --year 2023 --unit 150722100',
  access: 'read',
  params: { ...periodParams, unit: unitParam, explain: explainParam },
  run: ({ db, today }, input) => {
    const period = periodOf(input, today);
    const tree = loadTree(db, period.to);
    const within = unitsWithin(tree, input.unit);
    const mediated = mediatedIn(db, period).filter(one => !within || within.has(one.unit_id));
    const { zh, en, shown } = explainer(EXPLAINED, input.explain ?? 'several_places');
    const rows = mediated.filter(shown).map(
      ({ unit_id, places, ...one }): Row => ({
        ...one,
        unit_code: tree.units.get(unit_id)?.code,
        unit: tree.units.get(unit_id)?.name,
        distinct_places: places.length,
        places: { zh: places.join('、'), en: places.join('; ') },
      }),
    );
    const span = periodText(period);
    return {
      view: {
        shape: 'table',
        title: { zh: `${zh}（${span.zh}）`, en: `${en} (${span.en})` },
        columns: COLUMNS,
        rows,
        notes: [shareText(mediated), DEFINITION],
      },
      counts: { shown: rows.length },
    };
  },
});

const DEFINITION: Text = {
  zh: '统计期内登记过调解的纠纷，机构按期内最后一次调解的单位；地点按登记的文字区分；没有写地点的调解不计地点',
  en: 'Disputes with a mediation session in the period, by the unit of the last session in it. Places differ where they are written differently; a session without a place adds none.',
};

interface Mediated {
  readonly number: string;
  readonly title: string;
  readonly unit_id: number;
  readonly sessions: number;
  readonly last_on: Day;
  readonly places: readonly string[];
}

const SEVERAL = {
  zh: '跑了不止一处的纠纷',
  en: 'Disputes mediated in more than one place',
  shown: (one: Mediated) => one.places.length > 1,
};

/** The figures of the share, which disputes each counts; the columns of the list are explained by its rows. */
const EXPLAINED: Readonly<Record<string, Text & { readonly shown: (one: Mediated) => boolean }>> = {
  mediated: { zh: '调解过的纠纷', en: 'Disputes mediated', shown: () => true },
  one_place: { zh: '只跑一处的纠纷', en: 'Disputes mediated in one place', shown: one => one.places.length === 1 },
  several_places: SEVERAL,
  no_place: { zh: '没有写明地点的纠纷', en: 'Disputes without a place', shown: one => one.places.length === 0 },
  ...Object.fromEntries(COLUMNS.map(({ key }) => [key, SEVERAL])),
};

function shareText(mediated: readonly Mediated[]): Text {
  const known = mediated.filter(one => one.places.length > 0);
  const once = known.filter(one => one.places.length === 1).length;
  const share = known.length === 0 ? '' : `${(Math.floor((once / known.length) * 1000) / 10).toFixed(1)}%`;
  const unknown = mediated.length - known.length;
  return {
    zh: `只跑一处：${known.length} 件中 ${once} 件${share && `（${share}）`}；另有 ${unknown} 件没有写明地点`,
    en: `One place only: ${once} of ${counted(known.length, 'dispute')}${share && ` (${share})`}; ${unknown} more without a place on record`,
  };
}

/** The disputes with a session in the period, those with the most places first. */
function mediatedIn(db: Db, period: Period): Mediated[] {
  const sessions = db
    .prepare(
      `select m.number, d.title, v.unit_id, v.on_day, trim(coalesce(json_extract(v.details, '$.place'), '')) as place
       from move v join cases m on m.id = v.case_id join dispute d on d.id = m.id
       where v.name = 'mediate' and v.on_day >= @from and v.on_day <= @to order by m.number, v.id`,
    )
    .all(period) as { number: string; title: string; unit_id: number; on_day: Day; place: string }[];
  const found = new Map<string, Mediated>();
  for (const { number, title, unit_id, on_day, place } of sessions) {
    const before = found.get(number);
    const places = before?.places ?? [];
    found.set(number, {
      number,
      title,
      unit_id,
      sessions: (before?.sessions ?? 0) + 1,
      last_on: on_day,
      places: place === '' || places.includes(place) ? places : [...places, place],
    });
  }
  return [...found.values()].sort((a, b) => b.places.length - a.places.length || (a.number < b.number ? -1 : 1));
}
