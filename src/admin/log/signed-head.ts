import { keysOf } from '../../kernel/keys.ts';
import type { Head } from '../../ledger/evidence/head.ts';

/** What `log export` writes, to be kept elsewhere. */
export interface SignedHead extends Head {
  readonly kind: typeof KIND;
  readonly county: string;
  /** The public key that the rest is signed with, and the signature. */
  readonly key: string | null;
  readonly signature: string | null;
}

export const KIND = 'tiaochu log export';

/** What the signature is of: everything but itself. */
export function signedText({ kind, county, entry, at, hash, key }: Omit<SignedHead, 'signature'>): string {
  return JSON.stringify([kind, county, entry, at, hash, key]);
}

const TYPES = { kind: 'string', county: 'string', entry: 'number', at: 'string', hash: 'string' } as const;

/** The head in a file; undefined where the file is no such file. */
export function readHead(text: string): SignedHead | undefined {
  try {
    const head = JSON.parse(text) as SignedHead;
    const isHead = head.kind === KIND && keysOf(TYPES).every(key => typeof head[key] === TYPES[key]);
    return isHead ? head : undefined;
  } catch {
    return undefined;
  }
}
