import Papa from 'papaparse';
import { Failure } from '../kernel/failure.ts';

/** One record of a CSV file and the line on which it starts (the header is on line 1). */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/**
 * Reads records one by one, blank lines left out. The text may come in pieces, cut anywhere. A record's line is counted from
 * the records themselves: one line each, plus the line breaks inside its fields. Throws a `rejected` Failure where a quote
 * is never closed or text follows one.
 */
export function eachRecord(
  text: string | Iterable<string>,
  file: string,
  take: (fields: string[], line: number) => void,
): void {
  const pieces = (typeof text === 'string' ? [text] : text)[Symbol.iterator]();
  let piece = pieces.next();
  let input: string = piece.done ? '' : piece.value;
  const newline = newlineOf(input);
  let line = 1;
  let first = line;
  const parser = new Papa.Parser({
    delimiter: delimiterOf(input),
    newline,
    step: ({ data: [fields = []], errors: [error] }: Papa.ParseResult<string[]>) => {
      if (error) throw badQuote(error, input, newline, file, first);
      const last = fields.length - 1;
      const end = fields[last];
      if (end?.endsWith('\r')) fields[last] = end.slice(0, -1);
      const start = line;
      line++;
      let blank = true;
      for (const field of fields) {
        if (field === '') continue;
        if (blank && field.trim() !== '') blank = false;
        for (let at = field.indexOf(newline); at >= 0; at = field.indexOf(newline, at + 1)) line++;
      }
      if (!blank) take(fields, start);
    },
  });
  // The last record of a piece may go on in the next one: what the parser did not finish is handed to it again.
  while (!piece.done) {
    piece = pieces.next();
    const { meta } = parser.parse(input, 0, !piece.done) as Papa.ParseResult<string[]>;
    if (piece.done) return;
    input = input.slice(meta.cursor) + piece.value;
    first = line;
  }
}

/** Excel and WPS write commas; a header that has none but tabs or semicolons tells otherwise. */
function delimiterOf(text: string): string {
  const header = text.slice(0, Math.max(0, text.search(/[\r\n]/)) || text.length);
  return [',', '\t', ';'].find(sign => header.includes(sign)) ?? ',';
}

/** The first line break is the header's; an old Mac's file can hold line feeds inside its cells. */
function newlineOf(text: string): '\n' | '\r' {
  return /\r(?!\n)|\n/.exec(text)?.[0] === '\r' ? '\r' : '\n';
}

function badQuote(error: Papa.ParseError, text: string, newline: string, file: string, first: number): Failure {
  // Papa Parse points behind the quote that opens the field.
  const before = text.slice(0, (error.index ?? 1) - 1).split(newline);
  const line = first - 1 + before.length;
  const column = (before.at(-1) ?? '').length + 1;
  const open = error.code === 'MissingQuotes';
  return new Failure(
    'rejected',
    open
      ? {
          zh: `${file}:${line}:${column}：这里的引号一直没有配对`,
          en: `${file}:${line}:${column}: the quote opened here is never closed`,
        }
      : {
          zh: `${file}:${line}:${column}：从这里开始的引号没有在字段末尾关上`,
          en: `${file}:${line}:${column}: the quote opened here does not close at the end of its field`,
        },
    {
      zh: '请补上或删去这个引号；字段里的引号要写成两个',
      en: 'Close or delete that quote; a quote inside a field is written twice',
    },
  );
}
