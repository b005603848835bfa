import { periodText } from '../../../kernel/period.ts';
import type { Text } from '../../../kernel/text.ts';
import type { Card, Prose, Table, View } from '../../../kernel/view.ts';
import { shownCell } from '../../../output/cell.ts';
import { inHtml, tableHtml } from '../../../output/html/html.ts';
import { pageOf } from '../../../output/html/page.ts';
import type { Style } from '../../../output/style.ts';
import { svgOf } from '../../../output/svg/picture.ts';
import { headingOf, type Month, monthText, titleOf } from '../month.ts';
import type { Shown } from '../views.ts';
import { countingRules } from './counting.ts';
import { CSS } from './css.ts';
import { SECTIONS, type Section } from './sections.ts';
import { onPage } from './tables.ts';

/** What the page of a month is made of. */
export interface MonthPage {
  readonly month: Month;
  readonly shown: readonly Shown[];
  readonly bulletin: Shown;
  readonly style: Style;
}

/** The month on one page for the browser and the printer: what a leader is handed. */
export function monthPage(page: MonthPage): Generator<string> {
  const { lang, made } = page.style;
  const paper = {
    lang,
    title: titleOf(page.month)[lang],
    lies: 'upright',
    foot: `${made.today}　tiaochu ${made.command}`,
    css: CSS,
  } as const;
  return pageOf(paper, body(page));
}

function* body({ month, shown, bulletin, style }: MonthPage): Generator<string> {
  const { lang, made } = style;
  const span = periodText(month.period);
  const sub = { zh: `统计期 ${span.zh}　　制表日期 ${made.today}`, en: `${span.en} · as of ${made.today}` };
  const inFull = made.masked === false ? `<p class="sub">${REVEALED[lang]}</p>\n` : '';
  yield `<header>\n<h1>${inHtml(headingOf(month)[lang])}</h1>\n<p class="month">${monthText(month)[lang]}</p>\n<p class="sub">${inHtml(sub[lang])}</p>\n${inFull}</header>\n`;
  const of = (name: string) => shown.find(({ content }) => content.name === name);
  yield* headline(of('headline')?.view, bulletin.view, style);
  for (const section of SECTIONS)
    yield* sectionHtml(
      section,
      section.tables.flatMap(name => of(name) ?? []),
      style,
    );
  yield* countingRules([...shown], style);
}

const REVEALED: Text = {
  zh: '姓名电话完整显示，请妥善保管',
  en: 'Names and phones are shown in full: keep this page safe',
};

/** The figures of the headline as tiles, and the briefing's sentences. */
function* headline(view: View | undefined, bulletin: View, style: Style): Generator<string> {
  yield `<section>\n<h2>${HEADLINE[style.lang]}</h2>\n`;
  if (view?.shape === 'card') yield tiles(view, style);
  const prose =
    bulletin.shape === 'pages' ? bulletin.pages.find((page): page is Prose => page.shape === 'prose') : undefined;
  for (const text of prose?.paragraphs ?? []) yield `<p class="said">${inHtml(text[style.lang])}</p>\n`;
  yield '</section>\n';
}

const HEADLINE: Text = { zh: '一、总览', en: '1. Headline' };

function tiles({ columns, row }: Card, style: Style): string {
  const tile = columns.map(column => {
    const figure = shownCell(row[column.key], column, style);
    const long = figure.length > LONG ? ' class="long"' : '';
    return `<div><dt>${inHtml(column.title[style.lang])}</dt><dd${long}>${inHtml(figure)}</dd></div>\n`;
  });
  return `<dl class="tiles">\n${tile.join('')}</dl>\n`;
}

/** A longer figure is written smaller. */
const LONG = 10;

function* sectionHtml({ title, pictures }: Section, shown: readonly Shown[], style: Style): Generator<string> {
  const { lang } = style;
  yield `<section>\n<h2>${inHtml(title[lang])}</h2>\n`;
  for (const one of shown) {
    const { view, content } = one;
    for (const draw of pictures[content.name] ?? []) {
      const picture = view.shape === 'table' && !view.isSuppressed ? draw(view, style) : undefined;
      if (picture) yield `<figure>\n<figcaption>${inHtml(picture.title)}</figcaption>\n${svgOf(picture)}</figure>\n`;
    }
    const table = onPage(one);
    if (table) yield* captioned(table, one, style, shown.length > 1);
  }
  yield '</section>\n';
}

/** A table in a frame that says which it is; where a section has several, each has its name. */
function* captioned(table: Table, { content }: Shown, style: Style, isNamed: boolean): Generator<string> {
  const narrow = content.report === 'matrix' ? ' upended' : '';
  yield `<div class="table${narrow}" id="table-${content.name}">\n`;
  if (isNamed) yield `<h3>${inHtml(content.title[style.lang])}</h3>\n`;
  yield* tableHtml(table, style, 'none');
  yield '</div>\n';
}
