import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { smallLedger } from './support/ledger.ts';
import { played } from './support/transcript.ts';

const FOLDER = fileURLToPath(new URL('transcripts/', import.meta.url));

for (const file of readdirSync(FOLDER).filter(name => name.endsWith('.txt')))
  test(`the transcript ${file} reads as it was written down`, async () => {
    const path = join(FOLDER, file);
    const written = readFileSync(path, 'utf8');
    const ledger = await smallLedger();
    try {
      const now = await played(written, ledger);
      if (process.env.UPDATE_TRANSCRIPTS === '1') writeFileSync(path, now);
      else expect(now).toBe(written);
    } finally {
      ledger.remove();
    }
  });
