import { createServer, type Socket } from 'node:net';
import { PGlite } from '@electric-sql/pglite';

/** PostgreSQL in this process behind a socket, so that the real program talks to it: one connection at a time. */
export interface LittleServer {
  readonly url: string;
  remove(): Promise<void>;
}

/** Starts PGlite and hands it what clients send, message by message. */
export async function startLittleServer(): Promise<LittleServer> {
  const db = await PGlite.create();
  let turn = Promise.resolve();
  const server = createServer(socket => {
    const closed = new Promise<void>(resolve => socket.on('close', () => resolve()));
    const before = turn;
    turn = before.then(() => closed).then(() => afterwards(db));
    serve(db, socket, before);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    remove: async () => {
      await new Promise(resolve => server.close(resolve));
      await db.close();
    },
  };
}

/** What a connection leaves behind goes with it: the next one is another session. */
async function afterwards(db: PGlite): Promise<void> {
  await db.exec('rollback');
  await db.exec('discard all');
}

const SSL_REQUEST = 80877103;
const COPY = /^copy (\S+) from stdin/i;

/** Answers one client, a message after the other. A COPY is collected: PGlite reads it from a file of its own. */
function serve(db: PGlite, socket: Socket, before: Promise<void>): void {
  let waiting = Buffer.alloc(0);
  let isStarted = false;
  let copying: { readonly table: string; readonly pieces: Buffer[] } | undefined;
  let work = before;
  const answer = async (message: Buffer) => {
    const [type, body] = [String.fromCharCode(message[0] ?? 0), message.subarray(5)];
    if (copying) {
      if (type === 'd') copying.pieces.push(Buffer.from(body));
      if (type === 'c' || type === 'f') {
        socket.write(type === 'f' ? failed('57014', 'COPY was given up') : await copied(db, copying));
        copying = undefined;
      }
      return;
    }
    const table = type === 'Q' ? COPY.exec(body.toString('utf8'))?.[1] : undefined;
    if (table !== undefined) {
      copying = { table, pieces: [] };
      socket.write(messageOf('G', Buffer.from([0, 0, 0])));
    } else if (type !== 'X') socket.write(await db.execProtocolRaw(message));
  };
  socket.on('error', () => {});
  socket.on('data', piece => {
    waiting = Buffer.concat([waiting, piece]);
    for (;;) {
      const length =
        waiting.length < 5 ? Number.POSITIVE_INFINITY : isStarted ? 1 + waiting.readInt32BE(1) : waiting.readInt32BE(0);
      if (waiting.length < length) return;
      const message = waiting.subarray(0, length);
      waiting = waiting.subarray(length);
      if (isStarted) work = work.then(() => answer(message));
      else if (message.readInt32BE(4) === SSL_REQUEST) socket.write('N');
      else {
        isStarted = true;
        work = work.then(async () => {
          socket.write(await db.execProtocolRaw(message));
        });
      }
    }
  });
}

async function copied(db: PGlite, { table, pieces }: { readonly table: string; readonly pieces: readonly Buffer[] }) {
  try {
    const { affectedRows = 0 } = await db.query(`copy ${table} from '/dev/blob'`, [], { blob: new Blob([...pieces]) });
    return Buffer.concat([messageOf('C', Buffer.from(`COPY ${affectedRows}\0`)), READY]);
  } catch (error) {
    const { code = 'XX000', message } = error as { readonly code?: string; readonly message: string };
    return failed(code, message);
  }
}

function messageOf(type: string, body: Uint8Array): Buffer {
  const head = Buffer.alloc(5);
  head.write(type, 0, 'latin1');
  head.writeInt32BE(4 + body.length, 1);
  return Buffer.concat([head, body]);
}

/** A COPY of ours always stands in a transaction. */
const READY = messageOf('Z', Buffer.from('T'));
const failed = (code: string, message: string) =>
  Buffer.concat([
    messageOf('E', Buffer.from(`SERROR\0VERROR\0C${code}\0M${message}\0\0`)),
    messageOf('Z', Buffer.from('E')),
  ]);
