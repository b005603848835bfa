import { escaped } from '../html/page.ts';
import type { Block, Grid, GridCell, GridRow, Sheet, Size } from './sheet.ts';

/** A paper without tags as one page file for the browser and the printer: it loads nothing and runs nothing. */
export function paperHtml({ title, size = 'A4', blocks }: Sheet): string {
  return [
    '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="tiaochu">\n',
    `<title>${escaped(title)}</title>\n<style>\n${PAGE[size]}${CSS}</style>\n</head>\n`,
    `<body class="${size}">\n<main>\n`,
    ...blocks.map(blockHtml),
    '</main>\n</body>\n</html>\n',
  ].join('');
}

function blockHtml(block: Block): string {
  switch (block.shape) {
    case 'title':
      return `<h1${block.newPage ? ' class="next"' : ''}>${inHtml(block.text)}</h1>\n`;
    case 'line':
      return `<p class="${block.align}">${inHtml(block.text)}</p>\n`;
    case 'paragraph':
      return block.isHeading
        ? `<h2>${inHtml(block.text)}</h2>\n`
        : block.text
            .split('\n')
            .map(text => `<p class="text">${inHtml(text)}</p>\n`)
            .join('');
    case 'grid':
      return gridHtml(block);
    case 'each':
      throw new Error(`the list ${block.list} is not filled in`);
  }
}

function gridHtml({ columns, rows, isDense = false, isWhole = false }: Grid): string {
  const whole = columns.reduce((sum, share) => sum + share, 0);
  const widths = columns.map(share => `<col style="width:${((100 * share) / whole).toFixed(2)}%">`);
  const head = rows.filter(({ isHead }) => isHead).map(rowHtml);
  const body = rows.filter(({ isHead }) => !isHead).map(rowHtml);
  return [
    `<table${isDense ? ' class="dense"' : ''}${isWhole ? ' class="whole"' : ''}>\n<colgroup>${widths.join('')}</colgroup>\n`,
    head.length > 0 ? `<thead>${head.join('')}</thead>\n` : '',
    `<tbody>\n${body.join('')}</tbody>\n</table>\n`,
  ].join('');
}

function rowHtml({ cells, height }: GridRow): string {
  // Only what has room to be written in goes on on the next page.
  const room = height === undefined ? ' class="whole"' : ` style="height:${height}mm"`;
  return `<tr${room}>${cells.map(cellHtml).join('')}</tr>\n`;
}

function cellHtml({ text, span = 1, isLabel = false, isAtTop = false, align }: GridCell): string {
  const tag = isLabel ? 'th' : 'td';
  const covers = span > 1 ? ` colspan="${span}"` : '';
  const classes = [align ?? '', isAtTop ? 'top' : ''].filter(name => name !== '').join(' ');
  return `<${tag}${covers}${classes === '' ? '' : ` class="${classes}"`}>${inHtml(text)}</${tag}>`;
}

const inHtml = (text: string): string => escaped(text).replaceAll('\n', '<br>');

const PAGE: Readonly<Record<Size, string>> = {
  A4: '@page { size: A4 portrait; margin: 22mm 22mm 18mm 26mm; }\nmain { width: 210mm; padding: 22mm 22mm 18mm 26mm; }\n',
  A5: '@page { size: A5 portrait; margin: 14mm 14mm 12mm 16mm; }\nmain { width: 148mm; padding: 14mm 14mm 12mm 16mm; }\n',
};

/** Titles in 黑体, running text in 仿宋, tables in 宋体, each with what other systems have in their place. */
const CSS = `* { box-sizing: border-box; }
html { background: #e6e6e6; }
body { margin: 0; color: #000; font: 14pt/28pt "Times New Roman", "仿宋", "FangSong", "仿宋_GB2312", "STFangsong", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
main { margin: 8mm auto; background: #fff; }
h1, h2 { font-family: "黑体", "SimHei", "Heiti SC", "STHeiti", "Noto Sans CJK SC", sans-serif; }
h1 { margin: 0 0 6mm; font-size: 20pt; line-height: 1.5; text-align: center; }
h2 { margin: 2mm 0 0; font-size: 14pt; font-weight: normal; break-after: avoid; }
p { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.text { text-indent: 2em; }
.left { text-align: left; }
.center { text-align: center; }
.right { text-align: right; }
table { width: calc(100% - 2pt); margin: 1mm 1pt 2mm; border-collapse: collapse; table-layout: fixed; font: 12pt/1.5 "Times New Roman", "宋体", "SimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Noto Sans CJK SC", serif; }
th, td { padding: 1mm 1.8mm; border: 0.75pt solid #000; font-weight: normal; vertical-align: middle; white-space: pre-wrap; overflow-wrap: anywhere; }
td { text-align: left; }
td.center { text-align: center; }
td.right { text-align: right; }
td.top { vertical-align: top; }
.whole, tr { break-inside: avoid; }
.dense { font-size: 10.5pt; line-height: 1.4; }
thead { display: table-header-group; }
.A5 { font-size: 10.5pt; line-height: 18pt; }
.A5 h1 { margin-bottom: 3mm; font-size: 16pt; }
.A5 h2 { font-size: 10.5pt; }
.A5 table { font-size: 10.5pt; line-height: 1.4; }
@media screen { .next { margin-top: 30mm; padding-top: 10mm; border-top: 1px dashed #999; } }
@media print {
  html { background: none; }
  main { width: auto; margin: 0; padding: 0; }
  .next { break-before: page; }
}
`;
