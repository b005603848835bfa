import Papa from 'papaparse';
import { Failure } from '../kernel/failure.ts';

/** One record of a CSV file and the line on which it starts (the header is on line 1). */
export interface CsvRecord {
  readonly fields: readonly string[];
  readonly line: number;
}

/**
 * Reads records one by one, blank lines left out. A record's line is counted from the records themselves: one line each,
 * plus the line breaks inside its fields. Throws a `rejected` Failure where a quote is never closed or text follows one.
 */
export function eachRecord(text: string, file: string, take: (fields: string[], line: number) => void): void {
  const newline = newlineOf(text);
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    newline,
    step: ({ data, errors }) => {
      const [error] = errors;
      if (error) throw badQuote(error, text, newline, file);
      const last = data.length - 1;
      const end = data[last];
      if (end?.endsWith('\r')) data[last] = end.slice(0, -1);
      const start = line;
      line++;
      let blank = true;
      for (const field of data) {
        if (field === '') continue;
        if (blank && field.trim() !== '') blank = false;
        for (let at = field.indexOf(newline); at >= 0; at = field.indexOf(newline, at + 1)) line++;
      }
      if (!blank) take(data, start);
    },
  });
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

function badQuote(error: Papa.ParseError, text: string, newline: string, file: string): Failure {
  // Papa Parse points behind the quote that opens the field.
  const before = text.slice(0, (error.index ?? 1) - 1).split(newline);
  const line = before.length;
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
