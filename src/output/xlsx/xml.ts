const SPECIAL = /[&<>"\p{Cc}\ufffe\uffff]/u;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Control characters, and what XML cannot hold even as a reference. */
const IMPOSSIBLE = /(?![\t\n])\p{Cc}|[\ufffe\uffff]/gu;

/** A text inside XML. What XML cannot hold becomes a visible mark; a line break is one character. */
export function escaped(text: string): string {
  if (!SPECIAL.test(text)) return text;
  return text
    .replace(/\r\n?/g, '\n')
    .replace(IMPOSSIBLE, '\ufffd')
    .replace(/[&<>"]/g, sign => ENTITIES[sign] ?? sign);
}

/** A text in a cell: spreadsheets read `_x0041_` as the character with that number, unless its underscore is written so, too. */
export function cellEscaped(text: string): string {
  const xml = escaped(text);
  return xml.includes('_x') ? xml.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_') : xml;
}

export const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
