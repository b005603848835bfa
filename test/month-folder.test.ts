import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFolder } from '../src/disk/folder.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
});
afterAll(() => ledger.remove());

const at = (name: string) => join(ledger.folder, name);
const monthly = (name: string, ...more: readonly string[]) =>
  ledger.done('report', 'monthly', '--month', '2023-05', '--output', at(name), ...more);

/** The files of a folder with what is in them. */
function contents(name: string): Record<string, string> {
  const files = readdirSync(at(name), { recursive: true, withFileTypes: true }).filter(entry => entry.isFile());
  return Object.fromEntries(
    files
      .map(entry => join(entry.parentPath, entry.name))
      .sort()
      .map(path => [path.slice(at(name).length + 1), readFileSync(path).toString('base64')]),
  );
}

test('the same ledger and day give the same bytes, whatever the clock says', async () => {
  await monthly('first');
  await ledger.run(['report', 'monthly', '--month', '2023-05', '--output', at('second')], {
    now: '2024-06-01T03:04:05.000Z',
  });
  expect(contents('second')).toEqual(contents('first'));
});

test.each([
  ['sheet.html', ['meeting', 'agenda', '--unit', '150722100', '--on', '2023-06-15']],
  ['sheet.docx', ['meeting', 'agenda', '--unit', '150722100', '--on', '2023-06-15']],
  ['scorecard.html', ['report', 'scorecard', '--quarter', '2023-Q3']],
  ['scorecard.docx', ['report', 'scorecard', '--quarter', '2023-Q3']],
  ['bulletin.docx', ['report', 'bulletin', '--month', '2023-05']],
])('%s is the same whatever the clock says', async (name, words) => {
  const written = async (now: string) => {
    const { code } = await ledger.run([...words, '--output', at(name)], { now });
    expect(code).toBe(0);
    return readFileSync(at(name)).toString('base64');
  };
  expect(await written('2024-06-01T03:04:05.000Z')).toBe(await written('2023-12-31T08:00:00.000Z'));
});

test('the manifest has the checksum and size of every other file, the period, the unit and the versions', async () => {
  await monthly('listed', '--unit', '150722100');
  const manifest = JSON.parse(readFileSync(at('listed/manifest.json'), 'utf8'));
  expect(manifest).toMatchObject({
    kind: 'tiaochu report monthly',
    program: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
    month: '2023-05',
    from: '2023-05-01',
    to: '2023-05-31',
    unit_code: '150722100',
    unit: '尼尔基镇',
    today: '2023-12-31',
    masked: true,
  });
  expect(manifest.ledger).toBe(ledger.direct(db => db.pragma('user_version', { simple: true })));
  const names = Object.keys(contents('listed')).filter(name => name !== 'manifest.json');
  expect(manifest.files.map((file: { name: string }) => file.name).sort()).toEqual(names);
  for (const { name, size, sha256 } of manifest.files) {
    const bytes = readFileSync(at(join('listed', name)));
    expect([bytes.length, createHash('sha256').update(bytes).digest('hex')]).toEqual([size, sha256]);
  }
});

test('a dry run writes nothing', async () => {
  await monthly('dry', '--dry-run');
  expect(existsSync(at('dry'))).toBe(false);
});

test('an empty folder and an earlier month give way, and nothing is left beside them', async () => {
  mkdirSync(at('old'));
  await monthly('old');
  await ledger.done('report', 'monthly', '--month', '2023-06', '--output', at('old'));
  expect(JSON.parse(readFileSync(at('old/manifest.json'), 'utf8')).month).toBe('2023-06');
  expect(readdirSync(ledger.folder).filter(name => name.startsWith('.old'))).toEqual([]);
});

test('what cannot be written leaves the folder from before as it was', () => {
  writeFolder(at('kept'), [{ name: 'a', bytes: Buffer.from('1') }]);
  const files = [
    { name: 'b', bytes: Buffer.from('2') },
    // A file cannot be in a file.
    { name: 'b/c', bytes: Buffer.from('3') },
  ];
  expect(() => writeFolder(at('kept'), files)).toThrow();
  expect(Object.keys(contents('kept'))).toEqual(['a']);
  expect(readdirSync(ledger.folder).filter(name => name.startsWith('.kept'))).toEqual([]);
});

test('what a killed run has left is taken away by the next', () => {
  mkdirSync(at('.swept.999999999.old'));
  mkdirSync(at(`.swept.${process.pid}.other`));
  writeFileSync(at('.swept.999999999.old/half'), 'x');
  writeFolder(at('swept'), [{ name: 'a', bytes: Buffer.from('1') }]);
  expect(readdirSync(ledger.folder).filter(name => name.startsWith('.swept'))).toEqual([`.swept.${process.pid}.other`]);
});

test('a kill at any moment leaves no part of a folder under its name', async () => {
  const program = fileURLToPath(new URL('../bin/tiaochu.js', import.meta.url));
  const argv = ['report', 'monthly', '--month', '2023-05', '--output', at('killed'), '--ledger', ledger.path];
  const whole = Object.keys(contents('first')).length;
  let missing = 0;
  for (let round = 0; round < 12; round++) {
    const child = spawn(process.execPath, [program, ...argv], {
      stdio: 'ignore',
      env: { ...process.env, TIAOCHU_TODAY: '2023-12-31' },
    });
    const ended = new Promise(resolve => child.once('exit', resolve));
    const temporary = () => readdirSync(ledger.folder).some(name => name.startsWith('.tiaochu-'));
    while (child.exitCode === null && !temporary()) await wait(1);
    // Each time a little later in the writing.
    await wait(round / 2);
    child.kill('SIGKILL');
    await ended;
    if (existsSync(at('killed'))) expect(Object.keys(contents('killed'))).toHaveLength(whole);
    else missing++;
  }
  expect(missing).toBeGreaterThan(0);
}, 120_000);

test('a Word document is not shown on a terminal', async () => {
  const { code, stderr } = await ledger.run(['unit', 'list', '--format', 'docx'], { columns: 80 });
  expect([code, stderr]).toEqual([
    2,
    'error: A Word document cannot be shown on a terminal\nhint: Write it to a file with --output FILE.docx\n',
  ]);
});

test('a page that shows names in full says so', async () => {
  const page = (name: string) => readFileSync(at(join(name, 'month.html')), 'utf8');
  await monthly('masked');
  await monthly('revealed', '--reveal', 'for the archive');
  expect(page('masked')).not.toContain('keep this page safe');
  expect(page('revealed')).toContain('keep this page safe');
});
