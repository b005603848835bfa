import { join } from 'node:path';
import { expect, test } from 'vitest';
import { demoBanner } from './support/banner.ts';

const banner = demoBanner();
const env = ['--lang', 'zh'];

/** What an import of a list that was written as a workbook says that it did. */
async function broughtBack(noun: string, ...words: readonly string[]) {
  const file = join(banner.folder, `${noun}.xlsx`);
  await banner.done(noun, 'list', ...words, ...env, '--output', file);
  const [summary] = await banner.json(noun, 'import', file, '--dry-run', ...env);
  return summary;
}

test('a quarter of the banner’s visits goes out as a workbook and comes back with nothing added', async () => {
  const back = await broughtBack('visit', '--from', '2023-06-01', '--to', '2023-08-31');
  expect(back).toMatchObject({ added: 0, changed: 0, rejected: 0 });
  expect(Number(back?.read)).toBeGreaterThan(90_000);
}, 240_000);

test.each([
  ['unit', []],
  ['cadre', ['--reveal', 'to compare']],
  ['pair', ['--reveal', 'to compare']],
  ['assignment', []],
  ['village-rule', []],
  ['benefit', ['--reveal-sensitive', 'to compare']],
])(
  'the banner’s list of kind %s comes back with nothing added',
  async (noun, words) => {
    expect(await broughtBack(noun, ...words)).toMatchObject({ added: 0, changed: 0, rejected: 0 });
  },
  240_000,
);
