import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { type Load, openedFile, type SignedForm } from './signed-file.ts';

/** An office as a bundle names it. */
export interface Correspondent {
  /** What names its unit in every ledger. */
  readonly unit: string;
  readonly name: string;
  readonly key: string;
}

/** A bundle by its serial, which counts from the one office to the other, and its checksum. */
export interface Numbered {
  readonly serial: number;
  readonly sha256: string;
}

/** What stands before the records of a bundle, as text that anybody can read. */
export interface Header extends Load {
  /** The version of the ledgers between which it goes. */
  readonly version: number;
  readonly county: string;
  readonly from: Correspondent;
  readonly to: Correspondent;
  readonly serial: number;
  readonly made_at: string;
  /** The bundle from before, of whose records it brings only what has changed since; null where it brings everything. */
  readonly since: Numbered | null;
  /** The last bundle of the receiver that the sender has taken in. */
  readonly seen: Numbered | null;
  readonly seq: number;
  readonly records: number;
}

const AGAIN: Text = {
  zh: '请重新拷贝，或请对方重新导出；台账没有变动',
  en: 'Copy it again, or ask the other office to export it again; the ledger was not changed',
};

/** A bundle, as other files are told from it. It unpacks to twenty times what the county has in a year at most. */
export const BUNDLE: SignedForm<Header> = {
  magic: 'tiaochu bundle 1',
  versions: /^tiaochu bundle \d+$/,
  name: { zh: '数据包', en: 'a bundle' },
  again: AGAIN,
  mostUnpacked: 4 * 2 ** 30,
  signer: ({ from }) => from.key,
  foreign: (magic, name) => (/^tiaochu region \d+$/.test(magic) ? forARegion(name) : undefined),
};

const forARegion = (name: string) =>
  new Failure(
    'rejected',
    {
      zh: `${name} 是旗县报给盟市、全区汇总的数据，不是单位之间的数据包`,
      en: `${name} has a county’s facts for a region; it is not a bundle between offices`,
    },
    { zh: '用 tiaochu region load 装入汇总库', en: 'Load it with tiaochu region load' },
  );

/** Reads a bundle. Throws a Failure (exit 5) where a byte of it is missing or is not what was signed. */
export function openedBundle(bytes: Buffer, name: string) {
  return openedFile(BUNDLE, bytes, name);
}
