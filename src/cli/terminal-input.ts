import { Transform } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import { ordinaryDigits } from '../kernel/digits.ts';
import { isLongText, marksWhole, partsOf, pastesJoined } from './pastes.ts';

/** Has a terminal say where a paste begins and ends. */
const PASTES_MARKED = '\x1b[?2004h';
/** Has it say so no longer. */
export const PASTES_PLAIN = '\x1b[?2004l';

const READERS = { 'one line': pastesJoined, lines: marksWhole, 'a digit': digitsRead } as const;

function digitsRead(): (piece: string) => string {
  const read = pastesJoined();
  return piece => ordinaryDigits(read(piece));
}

/** What a terminal sends; the terminal marks pastes until it is closed. */
export interface TerminalInput {
  readonly stream: NodeJS.ReadableStream;
  close(): void;
}

/**
 * Reads the terminal for a question. A long text that comes at once is handed over as one key: questions are drawn anew with each
 * of them, so that a paste would take the square of its length. For a question of one line each paste is one line; a digit that
 * chooses a line may be full-width.
 */
export function terminalInput(stdin: NodeJS.ReadStream, takes: keyof typeof READERS): TerminalInput {
  const decoder = new StringDecoder('utf8');
  const read = READERS[takes]();
  const keys = new Transform({
    decodeStrings: false,
    // Each piece is read as it was written.
    readableObjectMode: true,
    transform(piece, _, done) {
      const text = read(typeof piece === 'string' ? piece : decoder.write(piece));
      for (const part of partsOf(text)) this.push(part);
      done();
    },
  });
  const emit = keys.emit.bind(keys);
  const stream = Object.assign(keys, {
    isTTY: true,
    setRawMode: (isRaw: boolean) => {
      stdin.setRawMode(isRaw);
      return stream;
    },
    emit: (event: string | symbol, ...values: unknown[]) => {
      const [text] = values;
      if (event !== 'data' || typeof text !== 'string' || !isLongText(text)) return emit(event, ...values);
      return emit('keypress', text, { sequence: text, ctrl: false, meta: false, shift: false });
    },
  });
  process.stderr.write(PASTES_MARKED);
  stdin.pipe(stream);
  return {
    stream,
    close: () => {
      stdin.unpipe(stream);
      stdin.pause();
      process.stderr.write(PASTES_PLAIN);
    },
  };
}
