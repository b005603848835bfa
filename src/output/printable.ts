/** Control characters (escape sequences among them) that a file could carry into a terminal; line feeds stay. */
const CONTROL = /(?!\n)\p{Cc}/gu;

/** A text that is safe to show on a terminal: control characters become visible replacement marks. */
export function printable(text: string): string {
  return text.replace(/\r\n/g, '\n').replaceAll('\t', ' ').replace(CONTROL, '\uFFFD');
}

/** The pieces of a file as a terminal may show them: each ends with a line. */
export function* printablePieces(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  for (const piece of pieces) yield typeof piece === 'string' ? printable(piece) : piece;
}
