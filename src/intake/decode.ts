import { isUtf8, transcode } from 'node:buffer';
import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { badByte, nulPlace } from './bad-byte.ts';
import type { Encoding } from './encoding.ts';

/** First bytes of files that people mistake for CSV. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: Text }[] = [
  {
    bytes: [0xd0, 0xcf, 0x11, 0xe0],
    what: {
      zh: '旧版 Excel 或 WPS 工作簿（xls、et），或有密码的工作簿',
      en: 'an old workbook (xls, et) or one with a password',
    },
  },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: { zh: 'PNG 图片', en: 'a PNG image' } },
  { bytes: [0xff, 0xd8, 0xff], what: { zh: 'JPEG 图片', en: 'a JPEG image' } },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: { zh: 'GIF 图片', en: 'a GIF image' } },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: { zh: 'PDF 文件', en: 'a PDF document' } },
  { bytes: [0x1f, 0x8b], what: { zh: 'gzip 压缩文件', en: 'a gzip archive' } },
];

/** What helps with a file that cannot be read. */
export const SAVE_AS: Text = {
  zh: '请在 Excel 或 WPS 里另存为「Excel 工作簿（.xlsx）」或「CSV UTF-8（逗号分隔）」再导入',
  en: 'Save it as "Excel workbook (.xlsx)" or "CSV UTF-8 (comma delimited)" in Excel or WPS, then import that',
};

/** What a file is read for, as its refusal says it. */
export interface ReadFor extends Text {
  readonly hint: Text;
}

const TABLE: ReadFor = { zh: '不是表格文件', en: 'is not a table', hint: SAVE_AS };

/** The text of an option. */
export const PLAIN_TEXT: ReadFor = {
  zh: '不是文字',
  en: 'is not text',
  hint: { zh: '请另存为 UTF-8 编码的文本文件（.txt）', en: 'Save it as a plain text file in UTF-8 (.txt)' },
};

/**
 * The text of a CSV file. Decides by byte-order mark (of UTF-8 or UTF-16), then strict UTF-8 over the whole file, then strict GB18030; where
 * both fit, UTF-8 only if at least half of what is not ASCII is Chinese. Throws a `rejected` Failure for anything else.
 */
export function decoded(bytes: Uint8Array, file: string, encoding?: Encoding, wanted = TABLE): string {
  return [...decodedPieces(bytes, file, encoding, wanted)].join('');
}

/** The same in pieces: a large file need not be held as text as a whole. A file that is not text is refused at once. */
export function decodedPieces(bytes: Uint8Array, file: string, encoding?: Encoding, wanted = TABLE): Iterable<string> {
  for (const { bytes: first, what } of SIGNATURES)
    if (first.every((byte, i) => bytes[i] === byte)) throw notText(file, what, wanted);
  if (bytes.length === 0) throw notText(file, { zh: '空文件', en: 'an empty file' }, wanted);
  const wide = UTF_16.find(({ mark }) => mark.every((byte, i) => bytes[i] === byte));
  if (wide) return strictly(wide.label, bytes) ?? unreadable(bytes, file, ['utf-8'], wanted);
  if (bytes.includes(0)) throw binary(bytes, file, wanted);
  if (encoding) return strict(encoding, bytes) ?? unreadable(bytes, file, [encoding], wanted);
  const utf8 = strict('utf-8', bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (utf8 !== undefined && (marked || looksChinese(utf8))) return utf8;
  return strict('gb18030', bytes) ?? utf8 ?? unreadable(bytes, file, ['utf-8', 'gb18030'], wanted);
}

/** Texts that are no tables, by how they begin. */
const MARKUP: readonly (readonly [start: RegExp, what: Text])[] = [
  [/^\s*<(?:!doctype|html|\?xml|head|table|style)/i, { zh: '网页（HTML）或 XML 文件', en: 'an HTML or XML file' }],
  [/^\s*(?:\[\s*)?\{\s*"/, { zh: 'JSON 文件', en: 'a JSON file' }],
];
const START = 200;

/** Refuses a text that is a page or data for programs, and no table. */
export function refuseMarkup(bytes: Uint8Array, file: string): void {
  const start = Buffer.from(bytes.subarray(0, START))
    .toString('utf8')
    .replace(/^\ufeff/, '');
  for (const [begins, what] of MARKUP) if (begins.test(start)) throw notText(file, what);
}

function strict(encoding: Encoding, bytes: Uint8Array): Iterable<string> | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? { [Symbol.iterator]: () => utf8Pieces(bytes) } : undefined;
  return strictly(encoding, bytes);
}

/** "Unicode text" of Excel, told by its byte-order mark. */
const UTF_16 = [
  { mark: [0xff, 0xfe], label: 'utf-16le' },
  { mark: [0xfe, 0xff], label: 'utf-16be' },
] as const;

function strictly(label: string, bytes: Uint8Array): Iterable<string> | undefined {
  try {
    return [new TextDecoder(label, { fatal: true }).decode(bytes)];
  } catch {
    return undefined;
  }
}

const PIECE = 1 << 16;

/** Checked UTF-8 without its byte-order mark, by way of UTF-16: twice as fast as decoding to a string at once. */
function* utf8Pieces(bytes: Uint8Array): Generator<string> {
  for (let from = 0; from < bytes.length; ) {
    let to = Math.min(from + PIECE, bytes.length);
    // A character is not cut: those that begin before the end of a piece are in it whole.
    while (to < bytes.length && ((bytes[to] ?? 0) & 0xc0) === 0x80) to++;
    const text = transcode(bytes.subarray(from, to), 'utf8', 'ucs2').toString('ucs2');
    yield from === 0 && text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
    from = to;
  }
}

/** Short GBK text can be valid UTF-8 by accident; then it reads as Greek, Arabic or the like, not as Chinese. */
function looksChinese(pieces: Iterable<string>): boolean {
  let foreign = 0;
  let chinese = 0;
  for (const text of pieces) {
    for (let at = 0; at < text.length && foreign < ENOUGH; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x80) continue;
      foreign++;
      // GBK read as UTF-8 by accident falls below U+0800; Chinese, Mongolian and their punctuation lie above.
      if (code >= 0x800) chinese++;
    }
    if (foreign >= ENOUGH) break;
  }
  return chinese * 2 >= foreign;
}

/** Characters that are not ASCII, after which the answer is clear. */
const ENOUGH = 100_000;

function notText(file: string, what: Text, { zh, en, hint } = TABLE): Failure {
  return new Failure('rejected', { zh: `${file} ${zh}，而是${what.zh}`, en: `${file} ${en} but ${what.en}` }, hint);
}

/** A NUL is no character of a text: the file is no text, or was damaged. */
function binary(bytes: Uint8Array, file: string, { hint }: ReadFor): Failure {
  const { line = 1, column = 1 } = nulPlace(bytes) ?? {};
  return new Failure(
    'rejected',
    {
      zh: `${file}:${line}:${column}：有空字节（NUL），是二进制文件、没有标记的 UTF-16 文本，或已损坏`,
      en: `${file}:${line}:${column}: there is a NUL byte: the file is binary, UTF-16 text without a mark, or damaged`,
    },
    hint,
  );
}

function unreadable(bytes: Uint8Array, file: string, encodings: readonly Encoding[], { hint }: ReadFor): never {
  const names = encodings.map(encoding => encoding.toUpperCase()).join('、');
  const { encoding, line = 1, column = 1, lines = 0 } = badByte(bytes, encodings) ?? {};
  const name = (encoding ?? 'utf-8').toUpperCase();
  throw new Failure(
    'rejected',
    {
      zh: `${file}:${line}:${column}：这里不是 ${name} 编码的文字（全文件 ${lines} 行有这样的字节；试过 ${names}）`,
      en: `${file}:${line}:${column}: not ${name} text (${counted(lines, 'line')} of the file like it; tried ${names.replaceAll('、', ', ')})`,
    },
    hint,
  );
}
