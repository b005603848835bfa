import { randomBytes, scryptSync, timingSafeEqual } from 'node:crypto';

/** How much work a guess costs: 32 MB and about a third of a second (OWASP's figures for scrypt, 2024). */
const COST = { N: 2 ** 15, r: 8, p: 3 } as const;
const SALT_BYTES = 16;
const KEY_BYTES = 32;

/** A passphrase as the ledger keeps it: `scrypt$N$r$p$salt$key`. */
export function keptPassphrase(passphrase: string): string {
  const salt = randomBytes(SALT_BYTES);
  const key = derived(passphrase, salt, COST.N, COST.r, COST.p);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64'), key.toString('base64')].join('$');
}

/** Whether a passphrase is the one that was kept. */
export function isPassphrase(passphrase: string, kept: string): boolean {
  const [, N, r, p, salt = '', key = ''] = kept.split('$');
  const wanted = Buffer.from(key, 'base64');
  const given = derived(passphrase, Buffer.from(salt, 'base64'), Number(N), Number(r), Number(p));
  return wanted.length === given.length && timingSafeEqual(wanted, given);
}

/** The same passphrase typed in another way (full-width, composed) is the same. */
function derived(passphrase: string, salt: Buffer, N: number, r: number, p: number): Buffer {
  return scryptSync(passphrase.normalize('NFKC'), salt, KEY_BYTES, { N, r, p, maxmem: 256 * N * r });
}
