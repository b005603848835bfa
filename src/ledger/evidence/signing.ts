import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign, verify } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

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

/** The key beside a ledger; undefined where there is none. Throws where the file holds no key. */
export function signingKey(ledger: string): { readonly public: string; sign(text: string): string } | undefined {
  const path = keyFile(ledger);
  if (!existsSync(path)) return undefined;
  const key = createPrivateKey(readFileSync(path));
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
