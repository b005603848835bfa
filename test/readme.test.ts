import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { demoBanner } from './support/banner.ts';
import { run } from './support/run.ts';

/** The day on which the guides were written; their cases have its year in their numbers. */
const TODAY = '2026-11-25';
const GUIDES = { 'README.md': 'en', 'README.zh.md': 'zh' } as const;

const { folder } = demoBanner();
const before = process.cwd();
beforeAll(() => process.chdir(folder));
afterAll(() => process.chdir(before));

/** A console block with what its commands print; nobody is asked and nothing is cut off. */
async function played(block: string, ledger: string, lang: string): Promise<string> {
  const lines: string[] = [];
  for (const command of block.split('\n').filter(line => line.startsWith('$ tiaochu '))) {
    const argv = [...command.slice('$ tiaochu '.length).matchAll(/"([^"]*)"|(\S+)/g)].map(([, a, b]) => a ?? b ?? '');
    const env = { TIAOCHU_LANG: lang, TIAOCHU_TODAY: TODAY, TIAOCHU_LEDGER: ledger, NO_COLOR: '1' };
    const { stdout, stderr } = await run(argv, { env, columns: 300, now: `${TODAY}T02:00:00.000Z` });
    lines.push(command, ...`${stdout}${stderr}`.trimEnd().split('\n'));
  }
  return lines.map(line => line.trimEnd()).join('\n');
}

test.each(Object.entries(GUIDES))(
  '%s shows what its commands print',
  async (name, lang) => {
    const file = new URL(`../${name}`, import.meta.url);
    const guide = readFileSync(file, 'utf8');
    const ledger = join(folder, `${lang}.db`);
    copyFileSync(join(folder, 'ledger.db'), ledger);
    const wanted = await replaced(guide, block => played(block, ledger, lang));
    if (process.env.UPDATE_DOCS) writeFileSync(file, wanted);
    expect(readFileSync(file, 'utf8')).toBe(wanted);
  },
  300_000,
);

/** The guide with each console block played anew, one after the other. */
async function replaced(guide: string, play: (block: string) => Promise<string>): Promise<string> {
  const parts = guide.split(/(?<=```console\n)([\s\S]*?)(?=\n```)/);
  for (let index = 1; index < parts.length; index += 2) parts[index] = await play(parts[index] ?? '');
  return parts.join('');
}
