import { remembered } from '../kernel/remembered.ts';
import { BOM } from './csv.ts';

/** In which encodings text files are written; WPS and older Excel of Chinese offices read GB18030 without being told. */
export type WrittenEncoding = 'utf-8' | 'gb18030' | 'utf-16';

/** Text in pieces as bytes; where Excel needs a mark to see the encoding, or a file has always had one, it comes first. */
export function* encoded(
  pieces: Iterable<string | Uint8Array>,
  encoding: WrittenEncoding,
  isMarked: boolean,
): Generator<string | Uint8Array> {
  const encode = ENCODERS[encoding];
  if (isMarked && encoding !== 'gb18030') yield encode(BOM);
  for (const piece of pieces) yield typeof piece === 'string' ? encode(piece) : piece;
}

const ENCODERS: Readonly<Record<WrittenEncoding, (text: string) => string | Uint8Array>> = {
  'utf-8': text => text,
  'utf-16': text => Buffer.from(text, 'utf16le'),
  gb18030: text => gb18030Of(text),
};

const FIRST = 0x81;
const LAST = 0xfe;
/** The characters outside the plane that two bytes reach follow one another in four bytes from here on. */
const SUPPLEMENTARY = 189_000;
const PLANE = 0x10000;
/** What is no character at all. */
const REPLACEMENT = 0xfffd;

/** Every character of the first plane in GB18030, as one number; made from the decoder when first needed (15 ms). */
const table = remembered((_: 'gb18030'): Uint32Array => {
  const codes = new Uint32Array(PLANE);
  const decoder = new TextDecoder('gb18030');
  // Four bytes first, so that the shorter form wins where there are two.
  for (let place = 0; place < 39_420; place++) keep(codes, decoder, fourBytes(place));
  for (let lead = FIRST; lead <= LAST; lead++)
    for (let trail = 0x40; trail <= LAST; trail++) if (trail !== 0x7f) keep(codes, decoder, [lead, trail]);
  return codes;
});

function keep(codes: Uint32Array, decoder: InstanceType<typeof TextDecoder>, bytes: readonly number[]): void {
  const text = decoder.decode(Uint8Array.from(bytes));
  const code = text.charCodeAt(0);
  if (text.length === 1 && (code !== REPLACEMENT || bytes.length === 4))
    codes[code] = bytes.reduce((sum, byte) => sum * 256 + byte, 0);
}

/** The four bytes of a place in the part of GB18030 that is counted through. */
function fourBytes(place: number): [number, number, number, number] {
  const [second, third, fourth] = [Math.floor(place / 1260) % 10, Math.floor(place / 10) % 126, place % 10];
  return [FIRST + Math.floor(place / 12_600), 0x30 + second, FIRST + third, 0x30 + fourth];
}

function gb18030Of(text: string): Uint8Array {
  const codes = table('gb18030');
  const bytes = Buffer.alloc(text.length * 4);
  let at = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    if (point < 0x80) bytes[at++] = point;
    else if (point >= PLANE) {
      for (const byte of fourBytes(SUPPLEMENTARY + point - PLANE)) bytes[at++] = byte;
    } else {
      const code = codes[point] || codes[REPLACEMENT] || 0;
      at = bytes.writeUIntBE(code, at, code > 0xffff ? 4 : 2);
    }
  }
  return bytes.subarray(0, at);
}
