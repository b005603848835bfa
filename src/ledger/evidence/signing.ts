import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { Failure } from '../../kernel/failure.ts';
import { fileReason } from '../../kernel/file-error.ts';
import type { Text } from '../../kernel/text.ts';

/** A new key: what is kept beside the ledger, and the public half that the ledger knows. */
export interface NewKey {
  readonly pem: string;
  readonly public: string;
}

/** The file beside a ledger with the key that its heads are signed with. */
export const keyFile = (ledger: string) => `${ledger}.key`;

/** Makes an Ed25519 key. */
export function newKey(): NewKey {
  const { privateKey } = generateKeyPairSync('ed25519');
  return { pem: String(privateKey.export({ type: 'pkcs8', format: 'pem' })), public: publicOf(privateKey) };
}

/** Keeps a key where only the owner reads it; never in the place of another. */
export function keepKey(ledger: string, { pem }: NewKey): void {
  writeFileSync(keyFile(ledger), pem, { mode: 0o600, flag: 'wx' });
}

/** What the file of a key holds. Throws a not-found Failure where this user of the system may not read it. */
export function keyText(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = fileReason(error);
    if (!reason) throw error;
    throw new Failure(
      'not-found',
      { zh: `无法读取签名密钥 ${path}：${reason.zh}`, en: `Cannot read the signing key ${path}: ${reason.en}` },
      {
        zh: '请用密钥文件所有人的系统用户运行，或请其开放权限；备份可用 --without-key 不带密钥',
        en: 'Run this as the system user who owns it, or have its permissions changed; a backup can leave it out with --without-key',
      },
    );
  }
}

/** Whether others than its owner may read the key beside a ledger; Windows does not say it in this way. */
export function isKeyOpen(ledger: string): boolean {
  if (process.platform === 'win32') return false;
  const stat = statSync(keyFile(ledger), { throwIfNoEntry: false });
  return stat !== undefined && (stat.mode & 0o077) !== 0;
}

/** Said of a key that others may read. */
export function openKeyText(ledger: string): Text {
  const file = keyFile(ledger);
  return {
    zh: `其他人也能读取签名密钥 ${file}，能以本单位的名义签名；请收回权限（chmod 600 ${file}），已被他人取得的请换用新密钥`,
    en: `Others may read the signing key ${file} and sign in your office’s name: take their permission away (chmod 600 ${file}); if one of them has it, make a new key`,
  };
}

/** The key beside a ledger; undefined where there is none. Throws where the file holds no key, or may not be read. */
export function signingKey(ledger: string): { readonly public: string; sign(text: string): string } | undefined {
  const path = keyFile(ledger);
  if (!existsSync(path)) return undefined;
  const key = createPrivateKey(keyText(path));
  return { public: publicOf(key), sign: text => sign(null, Buffer.from(text), key).toString('base64url') };
}

/** Whether a signature of a text was made with the private half of a key. */
export function isSignedWith(publicKey: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: publicKey }, format: 'jwk' });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
  } catch {
    return false;
  }
}

function publicOf(key: KeyObject): string {
  const { x = '' } = createPublicKey(key).export({ format: 'jwk' });
  return x;
}
