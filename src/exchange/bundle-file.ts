import { createHash } from 'node:crypto';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { isSignedWith } from '../ledger/evidence/signing.ts';

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
export interface Header {
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
  readonly encrypted: boolean;
  /** The compressed records: how long, with which checksum, and how long once they are unpacked. */
  readonly bytes: number;
  readonly sha256: string;
  readonly unpacked: number;
}

const MAGIC = 'tiaochu bundle 1';
/** A header has a fixed set of short values. */
const LONGEST_HEAD = 8192;
/** What a bundle may be unpacked to: twenty times what the county has in a year. */
export const MOST_UNPACKED = 4 * 2 ** 30;

/** The three lines before the records: what the file is, the header, and its signature, which covers the checksum of the records. */
export function headOf(header: Header, sign: (text: string) => string): Buffer {
  const text = JSON.stringify(header);
  return Buffer.from(`${MAGIC}\n${text}\n${sign(signed(text))}\n`);
}

const signed = (header: string) => `${MAGIC}\n${header}`;

/** A bundle whose every byte was verified, but for whether its signer is trusted. */
export interface Opened {
  readonly header: Header;
  readonly payload: Buffer;
}

/** Reads a bundle. Throws a Failure (exit 5) where a byte of it is missing or is not what was signed. */
export function openedBundle(bytes: Buffer, name: string): Opened {
  const [magic, text, signature] = headLines(bytes);
  if (magic !== MAGIC) throw noBundle(name, /^tiaochu bundle \d+$/.test(magic));
  const header = parsed(text);
  if (!header || !isWhole(signature) || !isSignedWith(header.from.key, signed(text), signature)) throw altered(name);
  const start = Buffer.byteLength(`${magic}\n${text}\n${signature}\n`);
  const payload = bytes.subarray(start);
  if (payload.length < header.bytes) throw cut(name, header.bytes - payload.length);
  const sum = createHash('sha256').update(payload).digest('hex');
  if (payload.length > header.bytes || sum !== header.sha256) throw altered(name);
  return { header, payload };
}

/** The last letter of a signature has bits that mean nothing: they are as they were written, too. */
const isWhole = (signature: string) => Buffer.from(signature, 'base64url').toString('base64url') === signature;

function headLines(bytes: Buffer): [magic: string, header: string, signature: string] {
  const [magic = '', header = '', signature = ''] = bytes.subarray(0, LONGEST_HEAD).toString('utf8').split('\n');
  return [magic, header, signature];
}

function parsed(text: string): Header | undefined {
  try {
    const header = JSON.parse(text) as Header;
    return typeof header.from.key === 'string' && header.unpacked <= MOST_UNPACKED ? header : undefined;
  } catch {
    return undefined;
  }
}

const AGAIN: Text = {
  zh: '请重新拷贝，或请对方重新导出；台账没有变动',
  en: 'Copy it again, or ask the other office to export it again; the ledger was not changed',
};

function noBundle(name: string, isNewer: boolean): Failure {
  return isNewer
    ? new Failure(
        'ledger',
        { zh: `${name} 是更新版本的程序导出的`, en: `${name} was exported by a newer version of the program` },
        { zh: '请先更新本单位的程序', en: 'Update the program here first' },
      )
    : rejected({ zh: `${name} 不是数据包`, en: `${name} is not a bundle` });
}

const altered = (name: string) =>
  rejected({
    zh: `${name} 与对方签名时的内容不符：已被改动或损坏，未写入任何数据`,
    en: `${name} is not what was signed: it was altered or damaged; nothing was written`,
  });

const cut = (name: string, missing: number) =>
  rejected({
    zh: `${name} 不完整，缺 ${missing} 字节，未写入任何数据`,
    en: `${name} is cut short by ${missing} bytes; nothing was written`,
  });

const rejected = (text: Text) => new Failure('rejected', text, AGAIN);
