import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Failure } from '../src/kernel/failure.ts';
import { fileSource } from '../src/region/carrying/file-source.ts';
import { identityIn } from '../src/region/carrying/identity-file.ts';
import { FACTS } from '../src/region/database/fact-columns.ts';
import { factsOf } from '../src/region/facts/county.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
let file: string;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
  await ledger.done('log', 'key');
  file = join(ledger.folder, 'county.facts');
  await ledger.done('region', 'export', file);
});
afterAll(() => ledger.remove());

const NONE = () => identityIn(undefined);
const factsIn = async (path: string, identity = NONE) => {
  const source = fileSource(path, identity);
  try {
    await source.open();
    return Object.fromEntries(FACTS.map(fact => [fact, [...source.rows(fact)].map(row => ({ ...row }))]));
  } finally {
    source.close();
  }
};

test('a county’s file has the facts of its ledger, row by row and in their order', async () => {
  const facts = ledger.direct(db => {
    const of = factsOf(db, '2023-12-31');
    return Object.fromEntries(FACTS.map(fact => [fact, [...of.rows(fact)].map(row => ({ ...row }))]));
  });
  expect(await factsIn(file)).toEqual(facts);
  expect(Object.values(facts).flat().length).toBeGreaterThan(10);
});

test('a file with a changed, missing or added byte is refused wherever that is', async () => {
  const whole = readFileSync(file);
  const damaged = join(ledger.folder, 'damaged.facts');
  const refusal = async (bytes: Uint8Array) => {
    writeFileSync(damaged, bytes);
    return factsIn(damaged).then(
      () => 'taken',
      error => (error instanceof Failure ? error.kind : String(error)),
    );
  };
  const step = Math.ceil(whole.length / 150);
  for (let at = 0; at < whole.length; at += step) {
    const changed = Buffer.from(whole);
    changed[at] = (changed[at] ?? 0) ^ 1;
    // The first line may become that of a newer version.
    expect(['rejected', 'ledger'], `byte ${at} changed`).toContain(await refusal(changed));
    expect(await refusal(whole.subarray(0, at)), `cut at ${at}`).toBe('rejected');
  }
  expect(await refusal(Buffer.concat([whole, Buffer.from('x')]))).toBe('rejected');
});

test('a file for a region and a bundle between offices are told apart, each by the command that takes it', async () => {
  const wrong = await ledger.run(['bundle', 'import', file]);
  expect(wrong).toMatchObject({ code: 5, stderr: expect.stringMatching(/tiaochu region load/) });
  await ledger.done('bundle', 'office', 'add', '150722', '--own');
  const card =
    'tiaochu:4qoLH4k2QYrB92U5n7260CB6k3hDTjukhCLnQriUviY:age14958uyqww3rs3c4s04825kjn308f4crfukp0jrwt5z75ggadqs9qdv7zna';
  await ledger.done('bundle', 'office', 'add', '150722100', '--card', card);
  const bundle = join(ledger.folder, 'a.bundle');
  await ledger.done('bundle', 'export', '--to', '150722100', '--output', bundle);
  expect(() => fileSource(bundle, NONE)).toThrow(/bundle between offices/);
});

test('an encrypted file opens with the secret key and not without it', async () => {
  const identity = await generateX25519Identity();
  const recipient = await identityToRecipient(identity);
  const sealed = join(ledger.folder, 'sealed.facts');
  await ledger.done('region', 'export', sealed, '--recipient', recipient);
  const keys = ledger.write('key.txt', `# created today\n${identity}\n`);
  expect(await factsIn(sealed, () => identityIn(keys))).toEqual(await factsIn(file));
  await expect(factsIn(sealed)).rejects.toThrow(/needs the secret key/);
  const other = ledger.write('other.txt', await generateX25519Identity());
  await expect(factsIn(sealed, () => identityIn(other))).rejects.toThrow(/cannot be unpacked/);
  expect(readFileSync(sealed).includes('SQLite')).toBe(false);
});
