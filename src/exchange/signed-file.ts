import { createHash } from 'node:crypto';
import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { isSignedWith } from '../ledger/evidence/signing.ts';

/** What the header of every signed file says of what comes after it: how long, with which checksum, how long once it is unpacked. */
export interface Load {
  readonly encrypted: boolean;
  readonly bytes: number;
  readonly sha256: string;
  readonly unpacked: number;
}

/** A kind of signed file. */
export interface SignedForm<H extends Load> {
  /** Its first line. */
  readonly magic: string;
  /** What the first line is with another version. */
  readonly versions: RegExp;
  readonly name: Text;
  /** What is to be done where one cannot be used. */
  readonly again: Text;
  readonly mostUnpacked: number;
  /** The key that it must be signed with, as it says itself. */
  signer(header: H): string;
  /** What is said where it is a file of another kind. */
  foreign(magic: string, name: string): Failure | undefined;
}

/** A header has a fixed set of short values. */
const LONGEST_HEAD = 8192;

/** The three lines before what is carried: what the file is, the header, and its signature, which covers the checksum of the rest. */
export function headOf<H extends Load>(
  { magic }: Pick<SignedForm<H>, 'magic'>,
  header: H,
  sign: (text: string) => string,
) {
  const text = JSON.stringify(header);
  return Buffer.from(`${magic}\n${text}\n${sign(signed(magic, text))}\n`);
}

const signed = (magic: string, header: string) => `${magic}\n${header}`;

/** A signed file whose every byte was verified, but for whether its signer is trusted. */
export interface Opened<H> {
  readonly header: H;
  readonly payload: Buffer;
}

/** Reads a signed file. Throws a Failure (exit 5) where a byte of it is missing or is not what was signed. */
export function openedFile<H extends Load>(form: SignedForm<H>, bytes: Buffer, name: string): Opened<H> {
  const [magic, text, signature] = headLines(bytes);
  if (magic !== form.magic) throw form.foreign(magic, name) ?? notOfForm(form, name, form.versions.test(magic));
  const header = parsed(form, text);
  const isSigned = header && isWhole(signature) && isSignedWith(form.signer(header), signed(magic, text), signature);
  if (!isSigned) throw altered(form, name);
  const start = Buffer.byteLength(`${magic}\n${text}\n${signature}\n`);
  const payload = bytes.subarray(start);
  if (payload.length < header.bytes) throw cut(form, name, header.bytes - payload.length);
  const sum = createHash('sha256').update(payload).digest('hex');
  if (payload.length > header.bytes || sum !== header.sha256) throw altered(form, name);
  return { header, payload };
}

/** Whether bytes begin with a line. */
export function firstLine(bytes: Uint8Array): string {
  return headLines(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, LONGEST_HEAD)))[0];
}

/** The last letter of a signature has bits that mean nothing: they are as they were written, too. */
const isWhole = (signature: string) => Buffer.from(signature, 'base64url').toString('base64url') === signature;

function headLines(bytes: Buffer): [magic: string, header: string, signature: string] {
  const [magic = '', header = '', signature = ''] = bytes.subarray(0, LONGEST_HEAD).toString('utf8').split('\n');
  return [magic, header, signature];
}

function parsed<H extends Load>({ signer, mostUnpacked }: SignedForm<H>, text: string): H | undefined {
  try {
    const header = JSON.parse(text) as H;
    return typeof signer(header) === 'string' && header.unpacked <= mostUnpacked ? header : undefined;
  } catch {
    return undefined;
  }
}

type Named = Pick<SignedForm<Load>, 'name' | 'again'>;

function notOfForm({ name: what, again }: Named, name: string, isNewer: boolean): Failure {
  return isNewer
    ? new Failure(
        'ledger',
        { zh: `${name} 是更新版本的程序导出的`, en: `${name} was exported by a newer version of the program` },
        { zh: '请先更新本单位的程序', en: 'Update the program here first' },
      )
    : new Failure('rejected', { zh: `${name} 不是${what.zh}`, en: `${name} is not ${what.en}` }, again);
}

const altered = ({ again }: Named, name: string) =>
  new Failure(
    'rejected',
    {
      zh: `${name} 与对方签名时的内容不符：已被改动或损坏，未写入任何数据`,
      en: `${name} is not what was signed: it was altered or damaged; nothing was written`,
    },
    again,
  );

const cut = ({ again }: Named, name: string, missing: number) =>
  new Failure(
    'rejected',
    {
      zh: `${name} 不完整，缺 ${missing} 字节，未写入任何数据`,
      en: `${name} is cut short by ${missing} bytes; nothing was written`,
    },
    again,
  );
