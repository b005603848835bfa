import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { View } from '../src/kernel/view.ts';
import type { Style } from '../src/output/style.ts';
import { demoBanner } from './support/banner.ts';
import { readingLines, wordsOf } from './support/reading-lines.ts';
import { run } from './support/run.ts';
import { brokenOn, drawable } from './support/whole.ts';

/*
 * Every list, page and report of the demo as it is drawn on terminals of three widths: no line is wider than the terminal,
 * and no number, day, code or command is broken over lines. Each command runs once in a language; what it shows is drawn here.
 */

const WIDTHS = [80, 100, 120];

const broken: string[] = [];
/** What was drawn on the narrowest terminal, one result after the other. */
const pages: string[] = [];
vi.mock('../src/output/render.ts', async load => {
  const real = await load<typeof import('../src/output/render.ts')>();
  const rendererOf: typeof real.rendererOf = async format => {
    const render = await real.rendererOf(format);
    if (format !== 'table') return render;
    return (view: View, style: Style) => {
      const shown = drawable(view);
      for (const width of WIDTHS) {
        const screen = [...render(shown, { ...style, width })].join('');
        if (width === WIDTHS[0]) pages.push(screen);
        broken.push(
          ...brokenOn(screen, shown, { ...style, width }).map(problem => `${width} ${style.lang}: ${problem}`),
        );
      }
      return [];
    };
  };
  return { ...real, rendererOf };
});

const { ledger, folder, json } = demoBanner();

/** Lines whose records the demo has otherwise. */
const OTHERWISE: Readonly<Record<string, string>> = {
  'meeting item history 150722100-2023-05-1-1': 'meeting item history 150722100-2023-06-M-1',
  // It asks, and shows no list.
  'do 3 --unit 150722100': 'todo --unit 150722100',
  // The demo is open to whoever tries it, so it has no operators.
  'operator history 何春花': 'operator list',
  // The demo has no key to sign with.
  'bundle card': 'bundle office list',
  'region export 150722.facts': 'bundle office list',
  'expert suggest 150722100200-2023-3': 'expert suggest 150722100200-2023-4',
};

/** What a line ends with; where the example names a record that the demo has under another code, the first of the list will do. */
async function codeOf(line: string, lang: string): Promise<number> {
  const words = [...wordsOf(OTHERWISE[line] ?? line), '--ledger', ledger];
  const options = {
    columns: 80,
    env: { TIAOCHU_LANG: lang, NO_COLOR: '1', TIAOCHU_CONFIG: join(folder, 'settings.json') },
  };
  const { code } = await run(words, options);
  if (code !== 3) return code;
  const verb = words.findIndex(word => word === 'show' || word === 'history');
  const [first] = await json(...words.slice(0, verb), 'list', '--limit', '1');
  return (await run([...words.slice(0, verb + 1), String(first?.code), '--ledger', ledger], options)).code;
}

test.each(['zh', 'en'])(
  'no screen of the demo breaks what belongs together (%s)',
  async lang => {
    broken.length = 0;
    // Some examples write files beside themselves.
    const before = process.cwd();
    process.chdir(folder);
    onTestFinished(() => process.chdir(before));
    const found: Record<string, unknown> = {};
    for (const line of await readingLines()) {
      // Data sets go into a folder that is not there yet.
      rmSync(join(folder, 'data'), { recursive: true, force: true });
      const code = await codeOf(line, lang);
      // `check` and the like end with 5 where they have found something.
      if (broken.length > 0 || (code !== 0 && code !== 5)) found[line] = { code, broken: broken.splice(0).slice(0, 5) };
    }
    expect(found).toEqual({});
  },
  300_000,
);

test.each([
  ['dispute show 150722100200-2023-4', ['期限', '下一步可做', '当事人', '基本情况']],
  ['petition show 150722100200-2023-P1', ['期限', '下一步可做', '当事人', '基本情况']],
  ['household show 150722100200010001', ['走访', '包户干部', '可做']],
])('%s: the first screen of 80 columns and 24 lines has what matters', async (line, parts) => {
  const shown = pages.at(-1);
  const env = { TIAOCHU_LANG: 'zh', NO_COLOR: '1' };
  await run([...wordsOf(line), '--ledger', ledger], { columns: 80, env });
  expect(pages.at(-1)).not.toBe(shown);
  const first = pages.at(-1)?.split('\n').slice(0, 23) ?? [];
  for (const part of parts) expect(first).toContain(part);
});
