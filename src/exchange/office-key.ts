import { createHash, createPrivateKey, createPublicKey, hkdfSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { bech32 } from '@scure/base';
import { Failure } from '../kernel/failure.ts';
import { ledgerKeys } from '../ledger/evidence/ledger-keys.ts';
import { keyFile, keyText, signingKey } from '../ledger/evidence/signing.ts';
import type { Db } from '../ledger/sqlite.ts';

/** The key of an office: what bundles are signed with, and the key that they can be encrypted for. */
export interface OfficeKey {
  readonly public: string;
  readonly recipient: string;
  sign(text: string): string;
  /** The secret half of the recipient, as age programs read it. */
  identity(): string;
}

/** From one secret two keys: the same bytes never sign and decrypt. */
const PURPOSE = 'tiaochu bundle X25519';
/** What DER has before the 32 bytes of a private key for X25519. */
const X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** The key beside the ledger. Throws a Failure where there is none, or where it is another ledger's. */
export function officeKey(db: Db, ledger: string): OfficeKey {
  const file = keyFile(ledger);
  if (!existsSync(file)) throw noKey(file);
  const signing = read(() => signingKey(ledger), file);
  const secret = read(() => createPrivateKey(keyText(file)).export({ format: 'jwk' }).d, file);
  if (!signing || secret === undefined) throw noKey(file);
  if (ledgerKeys(db).at(-1) !== signing.public) throw otherKey(file);
  const bytes = Buffer.from(hkdfSync('sha256', Buffer.from(secret, 'base64url'), '', PURPOSE, 32));
  const der = createPrivateKey({ key: Buffer.concat([X25519, bytes]), format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(der).export({ format: 'jwk' });
  return {
    ...signing,
    recipient: asAge('age', Buffer.from(x, 'base64url')),
    identity: () => asAge('age-secret-key-', bytes).toUpperCase(),
  };
}

/** Bytes as age writes its keys. */
const asAge = (prefix: string, bytes: Uint8Array) => bech32.encode(prefix, bech32.toWords(bytes));

/** A key as people compare it, over the telephone or on paper. */
export function keyMark(publicKey: string): string {
  const digits = createHash('sha256').update(publicKey).digest('hex').slice(0, 20);
  return (digits.match(/.{4}/g) ?? []).join('-');
}

function read<T>(work: () => T, file: string): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(
      'refused',
      { zh: `${file} 中没有可用的密钥`, en: `${file} holds no usable key` },
      {
        zh: '请放回本台账的密钥，或移开这个文件后用 tiaochu log key 重新生成',
        en: 'Put the ledger’s own key in its place, or move this file away and make a new one with tiaochu log key',
      },
    );
  }
}

function noKey(file: string): Failure {
  return new Failure(
    'not-found',
    { zh: `台账旁没有签名密钥（${file}）`, en: `There is no signing key beside the ledger (${file})` },
    {
      zh: '密钥移到别处的，请放回原处；没有密钥的，用 tiaochu log key 生成，再把新的名片交给对方',
      en: 'Put it back if it was moved; tiaochu log key makes a new one, whose card the other offices need then',
    },
  );
}

function otherKey(file: string): Failure {
  return new Failure(
    'refused',
    { zh: `${file} 不是本台账的密钥`, en: `${file} is not the key of this ledger` },
    { zh: '请放回本台账的密钥', en: 'Put the ledger’s own key in its place' },
  );
}
