import type { Lang } from '../../kernel/text.ts';
import { XML } from './xml.ts';

/** What a cell holds, which decides how a spreadsheet shows it; all but texts and codes are numbers to it. */
const FORMS = ['text', 'code', 'integer', 'number', 'rate', 'money', 'day', 'instant'] as const;
export type Form = (typeof FORMS)[number];

type OwnForm = Exclude<Form, 'text' | 'code' | 'number'>;

/** Texts and codes are text whatever they look like, also when somebody edits them: never a number, a date or a formula. */
export const isText = (form: Form): form is 'text' | 'code' => form === 'text' || form === 'code';

/** Where a cell is: in the body of a table, in its sum, or among the values of one record, which are all on the left. */
export type CellPlace = 'body' | 'sum' | 'record';
/** What is not in a table: its title and head, and lines without a table. */
type Place = 'title' | 'head' | 'plain' | 'heading';

/** The program's own formats for numbers as they are and for text. */
const GENERAL = 0;
const AS_TEXT = 49;
/** The first number that a workbook may give to a format of its own. */
const OWN = 164;

/**
 * How numbers are shown. A rate has a digit more than elsewhere, where it is rounded down to one: rounded to two, it seldom
 * contradicts that; and less than all is never shown as 100%.
 */
const FORMATS: Readonly<Record<OwnForm, string>> = {
  integer: '#,##0',
  rate: '[>=1]0.00%;[>=0.99995]"99.99%";0.00%',
  money: '#,##0.00',
  day: 'yyyy-mm-dd',
  instant: 'yyyy-mm-dd hh:mm',
};
const OWN_FORMS = Object.keys(FORMATS) as OwnForm[];

const FONT = { plain: 0, bold: 1, title: 2 } as const;
const FILL = { none: 0, head: 2 } as const;
const BORDER = { none: 0, lines: 1, sum: 2 } as const;

interface Look {
  readonly font: number;
  readonly fill: number;
  readonly border: number;
  readonly align: string;
}

const BARE = { fill: FILL.none, border: BORDER.none } as const;
const IN_LINES = 'vertical="top" wrapText="1"';
const IN_MIDDLE = 'horizontal="center" vertical="center" wrapText="1"';
const LOOKS: Readonly<Record<Place, Look>> = {
  title: { ...BARE, font: FONT.title, align: 'horizontal="centerContinuous" vertical="center"' },
  head: { font: FONT.bold, fill: FILL.head, border: BORDER.lines, align: IN_MIDDLE },
  plain: { ...BARE, font: FONT.plain, align: IN_LINES },
  heading: { ...BARE, font: FONT.bold, align: IN_LINES },
};
const LOOK_NAMES = Object.keys(LOOKS) as (keyof typeof LOOKS)[];

/** Every style that a cell can have; its number is its place in this list: the usual one, the looks, the body, the sum, a record. */
const STYLES: readonly string[] = [
  styleXml(0, { ...BARE, font: FONT.plain, align: 'vertical="center"' }),
  ...Object.values(LOOKS).map(look => styleXml(AS_TEXT, look)),
  ...FORMS.map(form => cellStyle(form, FONT.plain, BORDER.lines)),
  ...FORMS.map(form => cellStyle(form, FONT.bold, BORDER.sum)),
  ...FORMS.map(form => cellStyle(form, FONT.plain, BORDER.lines, true)),
];
const FIRST_BODY = 1 + LOOK_NAMES.length;
const FIRST = { body: FIRST_BODY, sum: FIRST_BODY + FORMS.length, record: FIRST_BODY + 2 * FORMS.length } as const;
const NUMBER_OF = Object.fromEntries(FORMS.map((form, i) => [form, i])) as Readonly<Record<Form, number>>;

/** The number of the style of a cell in a table. */
export function cellStyleOf(place: CellPlace, form: Form): number {
  return FIRST[place] + NUMBER_OF[form];
}

/** The number of the style of what is not in a table. */
export function lookOf(place: keyof typeof LOOKS): number {
  return 1 + LOOK_NAMES.indexOf(place);
}

function cellStyle(form: Form, font: number, border: number, isLeft = form === 'day' || form === 'instant'): string {
  const align = `vertical="center"${isLeft ? ' horizontal="left"' : ''}${form === 'text' ? ' wrapText="1"' : ''}`;
  return styleXml(formatOf(form), { fill: FILL.none, font, border, align });
}

function formatOf(form: Form): number {
  if (form === 'number') return GENERAL;
  return isText(form) ? AS_TEXT : OWN + OWN_FORMS.indexOf(form);
}

function styleXml(format: number, { font, fill, border, align }: Look): string {
  const ids = `numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  const applied = 'applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"';
  return `<xf ${ids} ${applied}><alignment ${align}/></xf>`;
}

const FONT_NAMES: Readonly<Record<Lang, string>> = {
  zh: '<name val="宋体"/><charset val="134"/>',
  en: '<name val="Calibri"/>',
};
const side = (name: string, line: string) => `<${name} style="${line}"><color rgb="FF808080"/></${name}>`;
const box = (top: string) =>
  `<border>${side('left', 'thin')}${side('right', 'thin')}${side('top', top)}${side('bottom', 'thin')}<diagonal/></border>`;
const list = (name: string, items: readonly string[]) => `<${name} count="${items.length}">${items.join('')}</${name}>`;

/** The part of a workbook with its styles. */
export function stylesXml(lang: Lang): string {
  const font = (size: number, bold = '') => `<font>${bold}<sz val="${size}"/>${FONT_NAMES[lang]}</font>`;
  const formats = OWN_FORMS.map(
    (form, i) =>
      `<numFmt numFmtId="${OWN + i}" formatCode="${FORMATS[form].replaceAll('"', '&quot;').replaceAll('>', '&gt;')}"/>`,
  );
  const fills = ['none"/>', 'gray125"/>', 'solid"><fgColor rgb="FFEDEDED"/><bgColor indexed="64"/></patternFill>'];
  return [
    `${XML}<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    list('numFmts', formats),
    list('fonts', [font(11), font(11, '<b/>'), font(16, '<b/>')]),
    list(
      'fills',
      fills.map(fill => `<fill><patternFill patternType="${fill}</fill>`),
    ),
    list('borders', ['<border><left/><right/><top/><bottom/><diagonal/></border>', box('thin'), box('double')]),
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    list('cellXfs', STYLES),
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    '</styleSheet>',
  ].join('');
}
