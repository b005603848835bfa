import { grouped } from '../../../kernel/money.ts';
import type { Lang, Text } from '../../../kernel/text.ts';
import type { Cell, Column, Row, Table } from '../../../kernel/view.ts';
import { shownCell } from '../../../output/cell.ts';
import type { Style } from '../../../output/style.ts';
import { barsPicture } from '../../../output/svg/bars.ts';
import { flowPicture, type Passing, type Stream } from '../../../output/svg/flow.ts';
import { linesPicture } from '../../../output/svg/lines.ts';
import type { Picture } from '../../../output/svg/picture.ts';

/** Draws a table of the month; every figure in it is one of the table's. */
export type Draw = (table: Table, style: Style) => Picture | undefined;

/** The households visited of each unit, of all that it has. */
export const coveragePicture: Draw = (table, style) => {
  const read = reader(table, style);
  const bars = rowsOf(table).map(row => ({
    label: read(row, 'unit'),
    values: [Number(row.coverage ?? 0)],
    text: `${read(row, 'coverage') || '—'}${bracketed(`${read(row, 'visited')}/${read(row, 'households')}`, style.lang)}`,
  }));
  if (bars.length === 0) return undefined;
  const title = { zh: '各单位走访覆盖率', en: 'Visit coverage of each unit' };
  return barsPicture({
    ...named(
      'coverage',
      title,
      style,
      bars.map(({ label, text }) => `${label} ${text}`),
    ),
    bars,
    whole: 1,
  });
};

/** What was settled of each category, and what is still open. */
export const categoriesPicture: Draw = (table, style) => {
  const read = reader(table, style);
  const parts = ['settled', 'closing'].map(key => columnOf(table, key).title[style.lang]);
  const rows = rowsOf(table).filter(row => Number(row.settled) + Number(row.closing) > 0);
  const bars = rows.map(row => ({
    label: read(row, 'category'),
    values: [Number(row.settled), Number(row.closing)],
    text: `${read(row, 'settled')} + ${read(row, 'closing')}`,
  }));
  if (bars.length === 0) return undefined;
  const title = { zh: '各类纠纷的化解和期末未了结', en: 'Disputes of each category: settled, and open at the end' };
  const said = bars.map(({ label, values }) => `${label} ${parts.map((part, i) => `${part} ${values[i]}`).join(' ')}`);
  return barsPicture({ ...named('categories', title, style, said), bars, parts });
};

/** Disputes month by month. */
export const disputesPicture: Draw = (table, style) =>
  monthsPicture(table, style, 'disputes', ['registered', 'settled', 'closing'], {
    zh: '逐月登记、化解和未了结的纠纷',
    en: 'Disputes registered, settled and open, month by month',
  });

/** Visits month by month. */
export const visitsPicture: Draw = (table, style) =>
  monthsPicture(table, style, 'visits', ['visits'], { zh: '逐月入户户次', en: 'Household visits, month by month' });

function monthsPicture(
  table: Table,
  style: Style,
  id: string,
  keys: readonly string[],
  title: Text,
): Picture | undefined {
  const rows = rowsOf(table);
  if (rows.length === 0) return undefined;
  const read = reader(table, style);
  const series = keys.map(key => ({
    name: columnOf(table, key).title[style.lang],
    values: rows.map(row => Number(row[key] ?? 0)),
    texts: rows.map(row => read(row, key)),
  }));
  const steps = rows.map(row => read(row, 'month'));
  const said = series.map(({ name, texts }) => `${name} ${steps.map((step, i) => `${step} ${texts[i]}`).join(' ')}`);
  const scale = (value: number) => shownCell(value, columnOf(table, keys[0] ?? ''), style);
  return linesPicture({ ...named(id, title, style, said), steps, series, scale });
}

const INCOMING = ['opening', 'registered', 'reopened'] as const;
const OUTGOING = ['settled', 'ended_otherwise', 'closing'] as const;

/** What moved between village, township and banner: up by escalation, down by handing down. */
export const flowBetweenTiers: Draw = (table, style) => {
  const read = reader(table, style);
  // The table begins with the villages; the picture has them at the bottom.
  const rows = [...rowsOf(table)].reverse();
  const stream = (row: Row, key: string): Stream => ({
    name: columnOf(table, key).title[style.lang],
    value: Number(row[key] ?? 0),
    text: read(row, key),
  });
  const tiers = rows.map(row => ({
    name: read(row, 'tier'),
    incoming: INCOMING.map(key => stream(row, key)),
    outgoing: OUTGOING.map(key => stream(row, key)),
  }));
  const title = { zh: '纠纷在村、乡镇、旗三级之间的流转', en: 'Disputes between village, township and banner' };
  const keys = [
    'opening',
    'registered',
    'received',
    'reopened',
    'settled',
    'escalated',
    'handed_down',
    'ended_otherwise',
    'closing',
  ];
  const said = rows.map(
    row =>
      `${read(row, 'tier')}: ${keys.map(key => `${columnOf(table, key).title[style.lang]} ${read(row, key)}`).join(' ')}`,
  );
  return flowPicture({ ...named('flow', title, style, said), tiers, passings: passingsOf(rows, stream) });
};

/** What passed between which tiers, as far as the table says it: a major dispute goes past the township, up or down. */
function passingsOf(rows: readonly Row[], stream: (row: Row, key: string) => Stream): Passing[] {
  const [banner, township, village] = rows;
  if (!banner || !township || !village) return [];
  const of = (row: Row, key: string) => Number(row[key] ?? 0);
  const pastUp = upPastTownship(rows);
  const pastDown = Math.max(0, of(village, 'received') - of(township, 'handed_down'));
  const [up, down] = [stream(village, 'escalated'), stream(banner, 'handed_down')];
  const some = (whole: Stream, value: number): Stream => ({ ...whole, value, text: grouped(value) });
  return [
    { ...some(up, up.value - pastUp), from: 2, to: 1 },
    { ...some(up, pastUp), from: 2, to: 0 },
    { ...stream(township, 'escalated'), from: 1, to: 0 },
    { ...some(down, Math.max(0, down.value - pastDown)), from: 0, to: 1 },
    { ...some(down, Math.min(down.value, pastDown)), from: 0, to: 2 },
    { ...stream(township, 'handed_down'), from: 1, to: 2 },
  ];
}

/**
 * The disputes that villages escalated past their township: what the banner received and no township escalated. In one
 * township or village alone the banner's row is not its own, and what the township did not receive went past it.
 */
function upPastTownship([banner = {}, township = {}, village = {}]: readonly Row[]): number {
  const of = (row: Row, key: string) => Number(row[key] ?? 0);
  const escalated = of(village, 'escalated');
  const isWhole = of(banner, 'received') >= of(township, 'escalated') && of(banner, 'received') > 0;
  if (isWhole) return Math.min(escalated, of(banner, 'received') - of(township, 'escalated'));
  const hasTownship = of(township, 'received') + of(township, 'opening') + of(township, 'registered') > 0;
  return hasTownship ? Math.max(0, escalated - of(township, 'received')) : 0;
}

function named(id: string, title: Text, { lang }: Style, said: readonly string[]) {
  return { id: `picture-${id}`, title: title[lang], description: said.join(lang === 'zh' ? '；' : '; ') };
}

const rowsOf = (table: Table): readonly Row[] => table.rows as readonly Row[];

function columnOf(table: Table, key: string): Column {
  const found = table.columns.find(column => column.key === key);
  if (!found) throw new Error(`a picture needs the column ${key}`);
  return found;
}

/** The cells of a row as the table shows them. */
function reader(table: Table, style: Style): (row: Row, key: string) => string {
  return (row, key) => shownCell(row[key] as Cell, columnOf(table, key), style);
}

function bracketed(text: string, lang: Lang): string {
  return lang === 'zh' ? `（${text}）` : ` (${text})`;
}
