import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

const PAGE = readFileSync(new URL('../docs/unattended.md', import.meta.url), 'utf8');
const PROGRAM = fileURLToPath(new URL('../bin/tiaochu.js', import.meta.url));

/** The code blocks of a language, in their order. */
const blocks = (language: string) =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, block = '']) => block);

let ledger: SmallLedger;
beforeAll(async () => {
  ledger = await smallLedger({ visits: true });
});
afterAll(() => ledger.remove());

const at = (name: string) => join(ledger.folder, name);

/** The folders of the page, moved beside the small ledger. */
const moved = (text: string) =>
  text.replaceAll('/srv/tiaochu/tiaochu.db', ledger.path).replaceAll(/\/srv\/(tiaochu|reports|backups)/g, at('$1'));

/** Runs a script with a command `tiaochu` on the PATH. */
function shell(script: string, today = '2023-07-01') {
  mkdirSync(at('bin'), { recursive: true });
  writeFileSync(at('bin/tiaochu'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  // The system's clock, as it will be on the first of July.
  writeFileSync(at('bin/date'), `#!/bin/sh\n[ "$1" = -d ] || { echo ${today}; exit; }\nexec /bin/date "$@"\n`);
  for (const name of ['tiaochu', 'date']) chmodSync(at(`bin/${name}`), 0o755);
  const path = `${at('bin')}${delimiter}${process.env.PATH}`;
  return spawnSync('sh', ['-c', script], {
    encoding: 'utf8',
    env: { ...process.env, PATH: path, TIAOCHU_TODAY: today },
  });
}

test.skipIf(process.platform === 'win32')(
  'the script makes the folder of the month that has ended, again and again',
  () => {
    const [script = '', verify = ''] = blocks('sh').map(moved);
    for (const name of ['tiaochu', 'reports']) mkdirSync(at(name));
    for (const _ of [1, 2]) {
      const { status, stderr } = shell(script);
      expect([status, stderr.replace(/^tiaochu check: exit 5\n$/, '')]).toEqual([0, '']);
    }
    expect(JSON.parse(readFileSync(at('reports/2023-06/manifest.json'), 'utf8'))).toMatchObject({ month: '2023-06' });
    expect(existsSync(at('tiaochu/check-2023-06.csv'))).toBe(true);
    expect(readdirSync(at('backups/months')).filter(name => name.endsWith('.db'))).toHaveLength(2);
    expect(shell(verify).status).toBe(0);
    writeFileSync(at('reports/2023-06/csv/months.csv'), 'changed');
    expect(shell(verify).stderr).toBe('csv/months.csv\n');
    expect(shell(script).status).toBe(2);
  },
);

test('the commands of the Windows script are commands, with options that they have', async () => {
  const [script = ''] = blocks('powershell');
  const lines = script.split('\n').filter(line => line.startsWith('tiaochu '));
  expect(lines).toHaveLength(3);
  for (const line of lines) {
    const words = line.split(' ').slice(1);
    const argv = words.map(word =>
      word
        .replaceAll('"', '')
        .replaceAll('$month', '2023-06')
        .replace(/^D:\\/, `${ledger.folder}/windows-`)
        .replaceAll('\\', '-'),
    );
    const { code } = await ledger.run(argv);
    expect([0, 5]).toContain(code);
  }
});

test('cron, the timer and the task scheduler run the scripts of the page on the first of the month', () => {
  const [cron = ''] = blocks('crontab');
  expect(cron).toMatch(/^0 6 1 \* \* PATH=\S+ \/srv\/tiaochu\/month\.sh /);
  const [service = '', timer = ''] = blocks('ini');
  expect(service).toContain('ExecStart=/srv/tiaochu/month.sh\n');
  expect(timer).toContain('OnCalendar=*-*-01 06:00\n');
  expect(blocks('bat')[0]).toMatch(/\/SC MONTHLY \/D 1 .*D:\\tiaochu\\month\.ps1"\n$/);
  expect(PAGE).toContain('`/srv/tiaochu/month.sh`');
  expect(PAGE).toContain('`D:\\tiaochu\\month.ps1`');
});

test.skipIf(process.platform === 'win32')('the nightly line of cron keeps backups', () => {
  const [, nightly = ''] = (blocks('crontab')[0] ?? '').trim().split('\n');
  expect(nightly).toMatch(/^0 2 \* \* \* PATH=\S+ /);
  mkdirSync(at('tiaochu'), { recursive: true });
  const line = moved(nightly.replace(/^0 2 \* \* \* PATH=\S+ /, ''));
  expect(shell(line).status).toBe(0);
  expect(readFileSync(at('tiaochu/backup.log'), 'utf8')).toContain('.db.sha256');
  expect(readdirSync(at('backups')).filter(name => name.endsWith('.db'))).toHaveLength(1);
});

test('systemd reads the time of the timer', () => {
  const read = spawnSync('systemd-analyze', ['calendar', '*-*-01 06:00'], { encoding: 'utf8' });
  if (read.error) return;
  expect(read.status).toBe(0);
});
