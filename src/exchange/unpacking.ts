import { unwritable } from '../cli/targets.ts';
import { Failure } from '../kernel/failure.ts';
import { NotAsAnnounced, piecesOf, RECORD_TABLES, type Unpacked, unpackedRecords } from './record-file-store.ts';
import { openedWith } from './sealing.ts';
import type { Load } from './signed-file.ts';

interface Packed {
  readonly header: Load;
  readonly payload: Buffer;
  readonly folder: string;
  /** The secret half of the key that it was encrypted for. */
  identity(): string;
  /** Whether nothing may be kept in a file that is not encrypted. */
  readonly isSecret: boolean;
  /** The tables that are in it. */
  readonly tables?: string;
}

/** Decrypts and unpacks the records of a verified bundle. Throws a Failure where they are not as announced (exit 5), or the disk is full (exit 2). */
export async function recordsIn({ header, payload, folder, identity, isSecret, tables }: Packed): Promise<Unpacked> {
  const pieces = piecesOf(payload);
  try {
    const opened = header.encrypted ? openedWith(identity())(pieces) : pieces;
    return await unpackedRecords(opened, header.unpacked, folder, isSecret, tables ?? RECORD_TABLES);
  } catch (error) {
    if (!(error instanceof NotAsAnnounced)) throw unwritable(error, folder);
    throw new Failure(
      'rejected',
      {
        zh: '数据包中的记录无法展开，未写入任何数据',
        en: 'The records of the bundle cannot be unpacked; nothing was written',
      },
      { zh: '请对方重新导出', en: 'Ask the other office to export it again' },
    );
  }
}
