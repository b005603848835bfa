import { XML } from '../../xlsx/xml.ts';
import type { ParagraphStyle } from './paragraphs.ts';

export const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

/** How paragraphs of a style look: the Chinese font, half points, and what Word calls its properties. */
interface Look {
  readonly name: string;
  readonly font?: string;
  /** Half points; those of a table's cells have the size of their table. */
  readonly size?: number;
  readonly isBold?: boolean;
  readonly paragraph: string;
}

const NO_SPACE = '<w:spacing w:before="0" w:after="0" w:line="240" w:lineRule="auto"/>';

/** As in the papers of offices: titles in 小标宋 of size 2, headings in 黑体, text in 仿宋 of size 3 with 28 points a line. */
const LOOKS: Readonly<Record<ParagraphStyle, Look>> = {
  Title: {
    name: 'Title',
    font: '方正小标宋简体',
    size: 40,
    isBold: true,
    paragraph: '<w:spacing w:before="0" w:after="200" w:line="560" w:lineRule="exact"/><w:jc w:val="center"/>',
  },
  Heading1: {
    name: 'heading 1',
    font: '黑体',
    size: 28,
    isBold: true,
    paragraph: '<w:keepNext/><w:spacing w:before="140" w:after="80"/><w:outlineLvl w:val="0"/>',
  },
  Prose: {
    name: 'Prose',
    font: '仿宋',
    size: 32,
    paragraph:
      '<w:spacing w:before="0" w:after="0" w:line="560" w:lineRule="exact"/><w:ind w:firstLineChars="200" w:firstLine="640"/>',
  },
  Line: { name: 'Line', size: 24, paragraph: '<w:spacing w:before="0" w:after="80"/>' },
  Note: { name: 'Note', size: 18, paragraph: '<w:spacing w:before="60" w:after="0"/>' },
  Gap: { name: 'Gap', size: 8, paragraph: '<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>' },
  Foot: { name: 'Foot', size: 17, paragraph: '<w:spacing w:before="120" w:after="0"/>' },
  Head: { name: 'Head', isBold: true, paragraph: `${NO_SPACE}<w:jc w:val="center"/>` },
  Cell: { name: 'Cell', paragraph: NO_SPACE },
  Figure: { name: 'Figure', paragraph: `${NO_SPACE}<w:jc w:val="right"/>` },
  Centred: { name: 'Centred', paragraph: `${NO_SPACE}<w:jc w:val="center"/>` },
};

const LATIN = 'Times New Roman';
/** Letters and digits are English to Word in both languages: as Chinese it would break numbers and days in two. */
const LETTERS = 'en-US';

/** The part of a document with its styles. */
export function stylesXml(): string {
  const usual = `<w:rPr>${fonts('宋体')}<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="${LETTERS}" w:eastAsia="zh-CN"/></w:rPr>`;
  return [
    `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault>${usual}</w:rPrDefault><w:pPrDefault/></w:docDefaults>`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    ...Object.entries(LOOKS).map(([id, look]) => styleXml(id, look)),
    ...[21, 18, 15, 13].map(gridXml),
    '</w:styles>',
  ].join('');
}

function styleXml(id: string, { name, font, size, isBold = false, paragraph }: Look): string {
  const letters = [
    font === undefined ? '' : fonts(font),
    isBold ? '<w:b/>' : '',
    size === undefined ? '' : `<w:sz w:val="${size}"/><w:szCs w:val="${size}"/>`,
  ].join('');
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:pPr>${paragraph}</w:pPr><w:rPr>${letters}</w:rPr></w:style>`;
}

function fonts(chinese: string): string {
  return `<w:rFonts w:ascii="${LATIN}" w:hAnsi="${LATIN}" w:cs="${LATIN}" w:eastAsia="${chinese}"/>`;
}

/** A table in lines; the size of its letters is that of its style. */
function gridXml(size: number): string {
  const lines = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map(side => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
    .join('');
  return [
    `<w:style w:type="table" w:styleId="Grid${size}"><w:name w:val="Grid ${size}"/>`,
    `<w:rPr><w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`,
    `<w:tblPr><w:tblBorders>${lines}</w:tblBorders><w:tblCellMar><w:left w:w="70" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>`,
  ].join('');
}
