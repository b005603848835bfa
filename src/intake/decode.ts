import { isUtf8, transcode } from 'node:buffer';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

export type Encoding = 'utf-8' | 'gb18030';

/** First bytes of files that people mistake for CSV. */
const SIGNATURES: readonly { readonly bytes: readonly number[]; readonly what: Text }[] = [
  {
    bytes: [0x50, 0x4b, 3, 4],
    what: { zh: 'Excel 工作簿（xlsx）或压缩包', en: 'an Excel workbook (xlsx) or a zip archive' },
  },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], what: { zh: '旧版 Excel 工作簿（xls）', en: 'an old Excel workbook (xls)' } },
  { bytes: [0x89, 0x50, 0x4e, 0x47], what: { zh: 'PNG 图片', en: 'a PNG image' } },
  { bytes: [0xff, 0xd8, 0xff], what: { zh: 'JPEG 图片', en: 'a JPEG image' } },
  { bytes: [0x47, 0x49, 0x46, 0x38], what: { zh: 'GIF 图片', en: 'a GIF image' } },
  { bytes: [0x25, 0x50, 0x44, 0x46], what: { zh: 'PDF 文件', en: 'a PDF document' } },
  { bytes: [0xff, 0xfe], what: { zh: 'UTF-16 编码的文本', en: 'UTF-16 text' } },
  { bytes: [0xfe, 0xff], what: { zh: 'UTF-16 编码的文本', en: 'UTF-16 text' } },
  { bytes: [0x1f, 0x8b], what: { zh: 'gzip 压缩文件', en: 'a gzip archive' } },
];

const SAVE_AS: Text = {
  zh: '请在 Excel 或 WPS 里另存为「CSV UTF-8（逗号分隔）」再导入',
  en: 'Save it as "CSV UTF-8 (comma delimited)" in Excel or WPS, then import that',
};

/**
 * The text of a CSV file. Decides by byte-order mark, then strict UTF-8 over the whole file, then strict GB18030; where
 * both fit, UTF-8 only if at least half of what is not ASCII is Chinese. Throws a `rejected` Failure for anything else.
 */
export function decoded(bytes: Uint8Array, file: string, encoding?: Encoding): string {
  return [...decodedPieces(bytes, file, encoding)].join('');
}

/** The same in pieces: a large file need not be held as text as a whole. A file that is not text is refused at once. */
export function decodedPieces(bytes: Uint8Array, file: string, encoding?: Encoding): Iterable<string> {
  for (const { bytes: first, what } of SIGNATURES)
    if (first.every((byte, i) => bytes[i] === byte)) throw notText(file, what);
  if (bytes.length === 0) throw notText(file, { zh: '空文件', en: 'an empty file' });
  if (bytes.subarray(0, 65_536).includes(0))
    throw notText(file, { zh: '二进制文件或 UTF-16 文本', en: 'a binary file or UTF-16 text' });
  if (encoding) return strict(encoding, bytes) ?? unreadable(file, encoding);
  const utf8 = strict('utf-8', bytes);
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (utf8 !== undefined && (marked || looksChinese(utf8))) return utf8;
  return strict('gb18030', bytes) ?? utf8 ?? unreadable(file);
}

function strict(encoding: Encoding, bytes: Uint8Array): Iterable<string> | undefined {
  if (encoding === 'utf-8') return isUtf8(bytes) ? { [Symbol.iterator]: () => utf8Pieces(bytes) } : undefined;
  try {
    return [new TextDecoder(encoding, { fatal: true }).decode(bytes)];
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

function notText(file: string, what: Text): Failure {
  return new Failure(
    'rejected',
    { zh: `${file} 不是 CSV 文件，而是${what.zh}`, en: `${file} is not a CSV file but ${what.en}` },
    SAVE_AS,
  );
}

function unreadable(file: string, encoding?: Encoding): never {
  throw new Failure(
    'rejected',
    {
      zh: `${file} 的编码不是 ${encoding ?? 'UTF-8，也不是 GB18030(GBK)'}`,
      en: `${file} is not in ${encoding ?? 'UTF-8, nor in GB18030 (GBK)'}`,
    },
    SAVE_AS,
  );
}
