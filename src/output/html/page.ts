import type { Lang } from '../../kernel/text.ts';

/** A page on paper: how it lies, what it is called, and what is small at its foot. */
export interface Paper {
  readonly lang: Lang;
  readonly title: string;
  readonly lies: 'upright' | 'across';
  /** Whether it has several parts, which are set closer so that they fit one sheet of paper. */
  readonly isTight?: boolean;
  readonly foot: string;
  /** Rules of style that this page has besides those of every page. */
  readonly css?: string;
}

const LANG = { zh: 'zh-CN', en: 'en' } as const;
const SIZE = { upright: 'A4 portrait', across: 'A4 landscape' } as const;
const PAGE = {
  zh: '"第 " counter(page) " 页，共 " counter(pages) " 页"',
  en: '"Page " counter(page) " of " counter(pages)',
} as const;

/**
 * A page that is complete in itself: it loads nothing, runs nothing, and looks the same on every machine that has Chinese
 * fonts. `body` is HTML in pieces.
 */
export function* pageOf(
  { lang, title, lies, isTight = false, foot, css = '' }: Paper,
  body: Iterable<string>,
): Generator<string> {
  yield '<!doctype html>\n';
  yield `<html lang="${LANG[lang]}">\n<head>\n<meta charset="utf-8">\n`;
  yield `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">\n`;
  yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="generator" content="tiaochu">\n';
  yield `<title>${escaped(title)}</title>\n<style>\n@page { size: ${SIZE[lies]}; @bottom-center { content: ${PAGE[lang]}; } }\n${CSS}${css}</style>\n`;
  yield `</head>\n<body class="${lies}${isTight ? ' tight' : ''}">\n<main>\n`;
  yield* body;
  yield `</main>\n<footer>${escaped(foot)}</footer>\n</body>\n</html>\n`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A text inside HTML. */
export function escaped(text: string): string {
  return /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, sign => ENTITIES[sign] ?? sign) : text;
}

/** Titles in 小标宋 or 黑体, text in 宋体, as in the papers of offices; margins are those of the paper. */
const CSS = `@page { margin: 18mm 14mm 16mm; }
* { box-sizing: border-box; }
html { background: #e6e6e6; }
body { margin: 0; color: #000; font: 10.5pt/1.5 "SimSun", "Songti SC", "STSong", "Noto Serif CJK SC", "Times New Roman", serif; }
main, footer { max-width: 297mm; margin: 0 auto; padding: 0 14mm; background: #fff; }
.upright main, .upright footer { max-width: 210mm; }
main { margin-top: 8mm; padding-top: 14mm; }
footer { margin-bottom: 8mm; padding-top: 4mm; padding-bottom: 10mm; color: #555; font-size: 8.5pt; overflow-wrap: anywhere; }
h1, h2 { margin: 0 0 5mm; font-family: "方正小标宋简体", "FZXiaoBiaoSong-B05S", "SimHei", "Heiti SC", "Noto Sans CJK SC", "Arial", sans-serif; font-weight: bold; text-align: center; }
h1 { font-size: 18pt; line-height: 1.35; }
h2 { margin: 7mm 0 2mm; font-size: 12pt; text-align: left; break-after: avoid; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; line-height: 1.4; }
th, td { padding: 0.8mm 1.4mm; border: 0.5pt solid #000; text-align: left; vertical-align: middle; overflow-wrap: break-word; }
/* A wide table in smaller letters, in half points. */
.s18 { font-size: 9pt; }
.s15 { font-size: 7.5pt; }
.s13 { font-size: 6.5pt; }
.s18 td, .s18 th, .s15 td, .s15 th, .s13 td, .s13 th { padding: 0.7mm 0.9mm; }
thead { display: table-header-group; }
thead th { background: #efefef; text-align: center; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
tbody th { width: 28%; background: #efefef; font-weight: normal; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
tr { break-inside: avoid; }
.group { break-after: avoid; }
.group th { width: auto; font-weight: bold; white-space: pre-wrap; }
.n { text-align: right; white-space: nowrap; }
.c { white-space: nowrap; }
.none { color: #555; text-align: center; }
.sum td { border-top: 1.5pt solid #000; font-weight: bold; }
.notes { margin: 3mm 0 0; padding: 0; color: #333; font-size: 9pt; list-style: none; }
.prose p, .line { margin: 0 0 2mm; white-space: pre-wrap; }
.prose p { text-indent: 2em; font-size: 12pt; line-height: 1.8; }
section + section { margin-top: 10mm; }
/* Several tables on one sheet of paper. */
.tight table { font-size: 9.5pt; line-height: 1.3; }
.tight th, .tight td { padding-top: 0.5mm; padding-bottom: 0.5mm; }
.tight h1 { margin-bottom: 3mm; }
.tight h2 { margin-top: 0; }
.tight section + section { margin-top: 3.5mm; }
.tight .notes { margin-top: 1mm; }
.tight footer { padding-top: 2mm; }
@media screen and (max-width: 1100px) {
  .across table { font-size: 7.5pt; }
  .across td, .across th { padding: 0.6mm; }
  .across thead th { overflow-wrap: anywhere; }
}
@media print {
  html { background: none; }
  main, footer, .upright main, .upright footer { max-width: none; margin: 0; padding: 0 0.4mm; }
  footer { padding-top: 3mm; }
}
`;
