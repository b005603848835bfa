import { createHash, createPrivateKey, createPublicKey } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { addLedgerKey } from '../../src/ledger/evidence/ledger-keys.ts';
import { keyFile } from '../../src/ledger/evidence/signing.ts';
import { watchRows } from '../../src/ledger/evidence/watch.ts';
import { appendJournal } from '../../src/ledger/journal.ts';
import { connect } from '../../src/ledger/sqlite.ts';

/** What DER has before the 32 bytes of an Ed25519 key. */
const ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Gives a ledger a signing key that follows from a word, in the place of the one that it has. */
export function giveKey(ledger: string, word: string): void {
  const seed = createHash('sha256').update(word).digest();
  const key = createPrivateKey({ key: Buffer.concat([ED25519, seed]), format: 'der', type: 'pkcs8' });
  writeFileSync(keyFile(ledger), key.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  const db = connect(ledger);
  db.exec('begin immediate');
  watchRows(db);
  addLedgerKey(db, createPublicKey(key).export({ format: 'jwk' }).x ?? '');
  appendJournal(db, {
    at: '2023-12-31T08:00:00.000Z',
    operator: 'tester',
    command: 'log key',
    records: [],
    counts: {},
  });
  db.exec('commit');
  db.close();
}
