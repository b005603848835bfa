import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The browser of this system, if it has one. */
export const BROWSER = (process.env.PATH ?? '')
  .split(delimiter)
  .flatMap(folder => NAMES.map(name => join(folder, name)))
  .find(isExecutable);

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function launched(): Promise<Browser> {
  return chromium.launch({ executablePath: BROWSER ?? '', args: ['--no-sandbox'] });
}

/** A page that is open, with whatever it said and asked of a network. */
export interface OpenPage {
  readonly page: Page;
  readonly said: readonly string[];
  readonly asked: readonly string[];
}

export async function opened(browser: Browser, file: string, width: number): Promise<OpenPage> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const [said, asked]: [string[], string[]] = [[], []];
  page.on('console', message => said.push(message.text()));
  page.on('pageerror', error => said.push(String(error)));
  page.on('request', request => asked.push(request.url()));
  const address = `file://${encodeURI(file)}`;
  await page.goto(address);
  return { page, said, asked: asked.filter(url => url !== address) };
}

/** What is cut or runs out of its place: elements, and texts of pictures, which may not cover each other either. */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate<string[]>(MISFITS);
}

/** Runs in the browser, whose types the program is not checked with. */
const MISFITS = `(() => {
  const found = [];
  const root = document.documentElement;
  if (root.scrollWidth > root.clientWidth) found.push('the page is ' + root.scrollWidth + ' wide in ' + root.clientWidth);
  for (const element of document.querySelectorAll('body *')) {
    if (element.closest('svg') || element.clientWidth === 0) continue;
    if (element.scrollWidth > element.clientWidth + 1)
      found.push(element.tagName + ' ' + element.scrollWidth + ' > ' + element.clientWidth + ' ' + element.textContent.slice(0, 40));
  }
  for (const svg of document.querySelectorAll('svg')) {
    const { width, height } = svg.viewBox.baseVal;
    const texts = [...svg.querySelectorAll('text')].map(text => ({ text: text.textContent, box: text.getBBox() }));
    for (const [i, { text, box }] of texts.entries()) {
      if (box.x < -0.5 || box.y < -0.5 || box.x + box.width > width + 0.5 || box.y + box.height > height + 0.5)
        found.push('outside its picture: ' + text);
      const meets = other =>
        box.x < other.x + other.width - 1 && other.x < box.x + box.width - 1 &&
        box.y < other.y + other.height - 4 && other.y < box.y + box.height - 4;
      for (const other of texts.slice(i + 1)) if (meets(other.box)) found.push(text + ' covers ' + other.text);
    }
  }
  return found;
})()`;

/** The pictures of a page: title, length of the description, whether a table is beside them. */
export function picturesOf(page: Page): Promise<[title: string, described: number, hasTable: boolean][]> {
  return page.evaluate(PICTURES);
}

const PICTURES = `[...document.querySelectorAll('figure svg')].map(svg => [
  svg.querySelector('title').textContent,
  svg.querySelector('desc').textContent.length,
  svg.closest('section').querySelector('table') !== null,
])`;

/** The sizes of the pages of a PDF, in millimetres. */
export function pageSizes(pdf: Uint8Array): string[] {
  const boxes = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g);
  const mm = (points: string | undefined) => Math.round((Number(points) * 25.4) / 72);
  return [...boxes].map(([, width, height]) => `${mm(width)} × ${mm(height)}`);
}
