import { createHash } from 'node:crypto';
import type { FolderFile } from '../../disk/folder.ts';
import type { Day } from '../../kernel/day.ts';
import type { Lang } from '../../kernel/text.ts';
import { VERSION } from '../../kernel/version.ts';
import { type Head, headOf } from '../../ledger/evidence/head.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { Month } from './month.ts';

export const MANIFEST = 'manifest.json';

/** What a folder says of itself, so that a program can tell whether it is complete and unchanged. */
export interface Manifest {
  readonly kind: typeof KIND;
  /** The version of the program, and that of the ledger's schema. */
  readonly program: string;
  readonly ledger: number;
  readonly month: string;
  readonly from: Day;
  readonly to: Day;
  readonly unit_code: string | null;
  readonly unit: string;
  /** The day of the ledger on which it was made. */
  readonly today: Day;
  readonly lang: Lang;
  readonly masked: boolean;
  /** The last entry of the journal, whose hash stands for all that the ledger held. */
  readonly head: Head | null;
  readonly files: readonly ManifestFile[];
}

interface ManifestFile {
  readonly name: string;
  readonly size: number;
  readonly sha256: string;
  /** The command line that shows the same figures. */
  readonly command?: string;
}

export const KIND = 'tiaochu report monthly';

/** A file with the command line that shows what is in it. */
export type Made = FolderFile & { readonly command?: string | undefined };

export function manifestOf(
  month: Month,
  { db, today, lang, reveal }: { db: Db; today: Day; lang: Lang; reveal: boolean },
  files: readonly Made[],
): Manifest {
  return {
    kind: KIND,
    program: VERSION,
    ledger: db.pragma('user_version', { simple: true }) as number,
    month: month.name,
    ...month.period,
    unit_code: month.unit?.code ?? null,
    unit: month.place,
    today,
    lang,
    masked: !reveal,
    head: headOf(db) ?? null,
    files: files.map(({ name, bytes, command }) => ({
      name,
      size: bytes.length,
      sha256: checksum(bytes),
      ...(command === undefined ? {} : { command }),
    })),
  };
}

export function checksum(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
