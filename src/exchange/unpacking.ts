import { unwritable } from '../cli/targets.ts';
import { Failure } from '../kernel/failure.ts';
import type { Header } from './bundle-file.ts';
import type { OfficeKey } from './office-key.ts';
import { NotAsAnnounced, piecesOf, type Unpacked, unpackedRecords } from './record-file-store.ts';
import { openedWith } from './sealing.ts';

interface Packed {
  readonly header: Header;
  readonly payload: Buffer;
  readonly folder: string;
  readonly key: OfficeKey;
  /** Whether nothing may be kept in a file that is not encrypted. */
  readonly isSecret: boolean;
}

/** Decrypts and unpacks the records of a verified bundle. Throws a Failure where they are not as announced (exit 5), or the disk is full (exit 2). */
export async function recordsIn({ header, payload, folder, key, isSecret }: Packed): Promise<Unpacked> {
  const pieces = piecesOf(payload);
  try {
    const opened = header.encrypted ? openedWith(key.identity())(pieces) : pieces;
    return await unpackedRecords(opened, header.unpacked, folder, isSecret);
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
