import { ReadableStream } from 'node:stream/web';

/** Bytes that come piece by piece. */
export type Pieces = AsyncIterable<Uint8Array>;
/** The library knows the stream of browsers, which is the same. */
type Stream = Parameters<typeof import('./age-library.ts').encryptedFor>[1];

/** What encrypts for a recipient, as age does; any age program decrypts it with the identity. */
export const sealedFor = (recipient: string) =>
  async function* (pieces: Pieces): Pieces {
    const { encryptedFor } = await import('./age-library.ts');
    yield* piecesOf(await encryptedFor(recipient, streamOf(pieces)));
  };

/** What decrypts with an identity. */
export const openedWith = (identity: string) =>
  async function* (pieces: Pieces): Pieces {
    const { decryptedWith } = await import('./age-library.ts');
    yield* piecesOf(await decryptedWith(identity, streamOf(pieces)));
  };

const streamOf = (pieces: Pieces) => ReadableStream.from(pieces) as unknown as Stream;
const piecesOf = (stream: Stream) => stream as unknown as Pieces;
