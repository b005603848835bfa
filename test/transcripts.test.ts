import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { AREAS } from '../src/program.ts';
import { listenToKeys } from './support/json-keys.ts';
import { frozenIn, jsonPage } from './support/json-page.ts';
import { smallLedger } from './support/ledger.ts';
import { played } from './support/transcript.ts';

const heard = listenToKeys();
const FOLDER = fileURLToPath(new URL('transcripts/', import.meta.url));

const files = readdirSync(FOLDER).filter(name => name.endsWith('.txt'));
let playedFiles = 0;

for (const file of files)
  test(`the transcript ${file} reads as it was written down`, async () => {
    const path = join(FOLDER, file);
    const written = readFileSync(path, 'utf8');
    const ledger = await smallLedger();
    playedFiles++;
    try {
      const now = await played(written, ledger);
      if (process.env.UPDATE_TRANSCRIPTS === '1') writeFileSync(path, now);
      else expect(now).toBe(written);
    } finally {
      ledger.remove();
    }
  });

const PAGE = new URL('../docs/json.md', import.meta.url);

// The transcripts run every command, with most of its options: what they print as JSON, docs/json.md promises.
test('the JSON of all commands has the keys that are frozen in docs/json.md', async () => {
  if (playedFiles < files.length) return;
  expect([...heard.faults].sort()).toEqual([]);
  const commands = (
    await Promise.all(
      AREAS.map(async area => (await area.load()).map(({ name }) => (area.solo ? area.name : `${area.name} ${name}`))),
    )
  ).flat();
  // A template is a file, the demo prints reports by other commands, a region has a server (test/region-load.test.ts), and Parquet needs DuckDB (test/datasets.test.ts).
  const silent = commands.filter(
    path => !heard.keys.has(path) && !/ template$|^demo$|^region (?!export$)|^export parquet$/.test(path),
  );
  expect(silent, 'commands that no transcript runs').toEqual([]);
  const nouns = new Map(AREAS.map(({ name, zh }) => [name, [`${zh}的编号`, `the code of the ${name}`] as const]));
  const wanted = jsonPage(heard.keys, nouns);
  const now = new Set(frozenIn(wanted));
  const frozen = frozenIn(readFileSync(PAGE, 'utf8'));
  expect(
    frozen.filter(key => !now.has(key)),
    'keys that scripts rely on are gone',
  ).toEqual([]);
  if (process.env.UPDATE_DOCS === '1') writeFileSync(PAGE, wanted);
  expect(readFileSync(PAGE, 'utf8')).toBe(wanted);
});
