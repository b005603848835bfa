import Papa from 'papaparse';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** The most characters of one record: a longer record is not a row of a table but an unclosed quote or another kind of file. */
const LONGEST_RECORD = 1_000_000;

/**
 * Reads records one by one, blank lines left out. The text may come in pieces, cut anywhere. A record's line is counted from
 * the records themselves: one line each, plus the line breaks inside its fields. Throws a `rejected` Failure where a quote
 * is never closed, text follows one, or a record is absurdly long.
 */
export function eachRecord(text: string | Iterable<string>, file: string, take: TakeRecord): void {
  const pieces = (typeof text === 'string' ? [text] : text)[Symbol.iterator]();
  let piece = pieces.next();
  const start: string = piece.done ? '' : piece.value;
  const said = SAYS_DELIMITER.exec(start);
  // Its line stays, as an empty line that counts.
  const input = said ? start.slice(said[0].length) : start;
  const newline = newlineOf(input);
  const reading: Reading = { file, newline, input, first: 1, line: 1 };
  const step = (result: Papa.ParseResult<string[]>) => takeRecord(result, reading, take);
  const parser = new Papa.Parser({ delimiter: said?.[1] ?? delimiterOf(input), newline, step });
  while (!piece.done) {
    piece = pieces.next();
    const { meta } = parser.parse(reading.input, 0, !piece.done) as Papa.ParseResult<string[]>;
    if (piece.done) return;
    // The last record may go on in the next piece: what the parser did not finish is handed to it again.
    reading.input = reading.input.slice(meta.cursor);
    reading.first = reading.line;
    if (reading.input.length > LONGEST_RECORD) {
      // An open quote is found by reading what there is as the end of the file.
      parser.parse(reading.input, 0, false);
      throw tooLong(file, reading.first);
    }
    reading.input += piece.value;
  }
}

/** Gets one record and the line on which it starts (the header is on line 1). */
type TakeRecord = (fields: string[], line: number) => void;

/** How far a file has been read: the text that the parser has, its first line, and the line of the next record. */
interface Reading {
  readonly file: string;
  readonly newline: '\n' | '\r';
  input: string;
  first: number;
  line: number;
}

/** Hands over one record, if it is not blank, and counts its lines. */
function takeRecord(
  { data: [fields = []], errors: [error] }: Papa.ParseResult<string[]>,
  reading: Reading,
  take: TakeRecord,
): void {
  if (error) throw badQuote(error, reading);
  const { file, newline, line } = reading;
  const last = fields.length - 1;
  const end = fields[last];
  if (end?.endsWith('\r')) fields[last] = end.slice(0, -1);
  reading.line++;
  let isBlank = true;
  let length = 0;
  for (const field of fields) {
    if (field === '') continue;
    length += field.length;
    if (isBlank && field.trim() !== '') isBlank = false;
    for (let at = field.indexOf(newline); at >= 0; at = field.indexOf(newline, at + 1)) reading.line++;
  }
  if (length > LONGEST_RECORD) throw tooLong(file, line);
  if (!isBlank) take(fields, line);
}

function tooLong(file: string, line: number): Failure {
  return new Failure(
    'rejected',
    {
      zh: `${file}:${line}：从这里开始的一行超过 100 万个字`,
      en: `${file}:${line}: the record that begins here is longer than 1,000,000 characters`,
    },
    {
      zh: '请检查文件是否为 CSV、这一行的引号是否配对',
      en: 'Check that this is a CSV file and that the quotes of this row are closed',
    },
  );
}

/** What Excel is told by the first line of some files. */
const SAYS_DELIMITER = /^sep=([,;\t|])(?=\r|\n|$)/i;
const DELIMITERS = [',', '\t', ';'];
/** A title may stand above the first line that has a delimiter. */
const LINES_LOOKED_AT = 30;

/** Excel and WPS write commas; a file whose first lines have none but tabs or semicolons has another delimiter. */
function delimiterOf(text: string): string {
  const lines = text.slice(0, 1 << 14).split(/[\r\n]+/, LINES_LOOKED_AT);
  for (const line of lines) {
    const found = DELIMITERS.find(sign => line.includes(sign));
    if (found) return found;
  }
  return ',';
}

/** The first line break is the header's; an old Mac's file can hold line feeds inside its cells. */
function newlineOf(text: string): '\n' | '\r' {
  return /\r(?!\n)|\n/.exec(text)?.[0] === '\r' ? '\r' : '\n';
}

const NOT_CLOSED: Text = { zh: '这里的引号没有配对', en: 'the quote opened here is never closed' };
const TEXT_BEHIND: Text = {
  zh: '从这里开始的引号没有在字段末尾关上',
  en: 'the quote opened here does not close at the end of its field',
};

function badQuote(error: Papa.ParseError, { input, newline, file, first }: Reading): Failure {
  // Papa Parse points behind the quote that opens the field.
  const before = input.slice(0, (error.index ?? 1) - 1).split(newline);
  const line = first - 1 + before.length;
  const column = (before.at(-1) ?? '').length + 1;
  const what = error.code === 'MissingQuotes' ? NOT_CLOSED : TEXT_BEHIND;
  return new Failure(
    'rejected',
    { zh: `${file}:${line}:${column}：${what.zh}`, en: `${file}:${line}:${column}: ${what.en}` },
    {
      zh: '请补上或删去这个引号；字段里的引号要写成两个',
      en: 'Close or delete that quote; a quote inside a field is written twice',
    },
  );
}
