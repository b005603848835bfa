import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { demoBanner } from './support/banner.ts';
import { BROWSER, launched, misfits, opened, pageSizes, picturesOf } from './support/browser.ts';

if (!BROWSER)
  console.warn(
    'THERE IS NO BROWSER (chromium, chromium-browser or google-chrome): no test opens the pages of the month',
  );

const A4 = '210 × 297';
const { folder, done } = demoBanner();
const at = (name: string) => join(folder, name);
const MONTH = ['report', 'monthly', '--month', '2023-06', '--output'];

/** The pages that are handed to people, in both languages and for units of all tiers. */
const PAGES: readonly (readonly [name: string, file: string, make: readonly string[]])[] = [
  ['the month of the banner', 'zh/month.html', [...MONTH, at('zh'), '--lang', 'zh']],
  // In May disputes went past the township to the banner.
  [
    'the first month of the banner',
    'may/month.html',
    ['report', 'monthly', '--month', '2023-05', '--output', at('may'), '--lang', 'en'],
  ],
  [
    'the last month of the banner',
    'december/month.html',
    ['report', 'monthly', '--month', '2023-12', '--output', at('december'), '--lang', 'zh'],
  ],
  ['the month of the banner in English', 'en/month.html', [...MONTH, at('en'), '--lang', 'en']],
  ['the month of a township', 'town/month.html', [...MONTH, at('town'), '--unit', '150722100', '--lang', 'zh']],
  ['the month of a village', 'village/month.html', [...MONTH, at('village'), '--unit', '150722100200', '--lang', 'zh']],
  [
    'the half-month sheet',
    'sheet.html',
    ['meeting', 'agenda', '--unit', '150722100', '--on', '2023-06-30', '--output', at('sheet.html'), '--lang', 'zh'],
  ],
  [
    'the half-month sheet in English',
    'sheet-en.html',
    ['meeting', 'agenda', '--unit', '150722100', '--on', '2023-06-30', '--output', at('sheet-en.html'), '--lang', 'en'],
  ],
  [
    'the scorecard',
    'scorecard.html',
    ['report', 'scorecard', '--quarter', '2023-Q3', '--output', at('scorecard.html'), '--lang', 'zh'],
  ],
  [
    'the scorecard in English',
    'scorecard-en.html',
    ['report', 'scorecard', '--quarter', '2023-Q3', '--output', at('scorecard-en.html'), '--lang', 'en'],
  ],
  [
    'the briefing',
    'bulletin.html',
    ['report', 'bulletin', '--month', '2023-06', '--output', at('bulletin.html'), '--lang', 'zh'],
  ],
];

describe.skipIf(!BROWSER)('in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    for (const [, , make] of PAGES) await done(...make);
    browser = await launched();
  }, 120_000);
  afterAll(() => browser?.close());

  test.each(PAGES)('%s has no error, asks for nothing, and is whole at every width', async (_, file) => {
    for (const width of [1280, 794]) {
      const { page, said, asked } = await opened(browser, at(file), width);
      expect([said, asked]).toEqual([[], []]);
      expect(await misfits(page)).toEqual([]);
      await page.close();
    }
  });

  test.each(PAGES)('%s is printed on A4 and loses nothing', async (_, file) => {
    const { page } = await opened(browser, at(file), 794);
    const sizes = pageSizes(await page.pdf({ preferCSSPageSize: true }));
    expect(sizes.length).toBeGreaterThan(0);
    expect(sizes.filter(size => size !== A4 && size !== '297 × 210')).toEqual([]);
    // What paper has between its margins: upright 182 mm, across 269 mm.
    const isAcross = sizes[0] !== A4;
    await page.setViewportSize({ width: isAcross ? 1016 : 688, height: 900 });
    await page.emulateMedia({ media: 'print' });
    expect(await misfits(page)).toEqual([]);
    await page.close();
  });

  test('the half-month sheet is one page', async () => {
    for (const file of ['sheet.html', 'sheet-en.html']) {
      const { page } = await opened(browser, at(file), 794);
      expect(pageSizes(await page.pdf({ preferCSSPageSize: true }))).toHaveLength(1);
      await page.close();
    }
  });

  test('each picture has a title, a description and its figures in a table beside it', async () => {
    const { page } = await opened(browser, at('zh/month.html'), 1280);
    const pictures = await picturesOf(page);
    expect(pictures.map(([title]) => title)).toEqual([
      '各单位走访覆盖率',
      '纠纷在村、乡镇、旗三级之间的流转',
      '各类纠纷的化解和期末未了结',
      '逐月登记、化解和未了结的纠纷',
      '逐月入户户次',
    ]);
    expect(pictures.filter(([, described, hasTable]) => described < 20 || !hasTable)).toEqual([]);
    await page.close();
  });
});

const office = spawnSync('soffice', ['--version']).status === 0;
if (!office) console.warn('LIBREOFFICE IS NOT INSTALLED: no test opens the documents of the month with it');

test.skipIf(!office)(
  'LibreOffice opens the workbook and the Word documents and prints them on A4',
  async () => {
    await done(...MONTH, at('office'), '--lang', 'zh');
    const documents: readonly (readonly [string, readonly string[]])[] = [
      ['sheet.docx', ['meeting', 'agenda', '--unit', '150722100', '--on', '2023-06-30']],
      ['scorecard.docx', ['report', 'scorecard', '--quarter', '2023-Q3']],
    ];
    for (const [name, make] of documents) await done(...make, '--output', at(name), '--lang', 'zh');
    const files = ['office/month.xlsx', 'office/bulletin.docx', 'sheet.docx', 'scorecard.docx'];
    const home = `-env:UserInstallation=file://${encodeURI(at('office-home'))}`;
    const args = [home, '--headless', '--convert-to', 'pdf', '--outdir', at('pdf'), ...files.map(at)];
    expect(spawnSync('soffice', args, { timeout: 200_000 }).status).toBe(0);
    for (const name of ['month', 'bulletin', 'sheet', 'scorecard']) {
      const info = spawnSync('pdfinfo', [at(`pdf/${name}.pdf`)], { encoding: 'utf8' });
      if (info.error) continue;
      expect(info.stdout).toMatch(/Page size: .*A4/);
      if (name === 'sheet') expect(info.stdout).toMatch(/Pages: +1\n/);
    }
    expect(readFileSync(at('pdf/month.pdf')).subarray(0, 4).toString()).toBe('%PDF');
  },
  240_000,
);
