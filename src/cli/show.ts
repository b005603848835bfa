import { closeSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import type { Lang } from '../kernel/text.ts';
import type { View } from '../kernel/view.ts';
import { apartNotes, rendererOf } from '../output/render.ts';
import { type Format, type Style, UNPAINTED } from '../output/style.ts';
import { realTarget } from './targets.ts';
import type { World } from './world.ts';

const BUFFER = 65_536;
const TERMINAL_ROWS = 200;

export interface Showing {
  readonly format: Format | undefined;
  readonly output: string | undefined;
  readonly limit: number | undefined;
  readonly quiet: boolean;
  readonly reveal: boolean;
}

/** Writes a view to stdout, or to a file that appears only when it is complete; counting rules go to stderr. */
export async function show(view: View, showing: Showing, world: World, lang: Lang): Promise<void> {
  const format = showing.format ?? formatFor(showing.output);
  const style = await styleOf(showing, world, lang);
  const render = await rendererOf(format);
  const chunks = gathered(render(view, style));
  if (showing.output === undefined || showing.output === '-')
    for (const chunk of chunks) {
      world.stdout.write(chunk);
      // A reader that has closed the pipe is noticed only between two chunks.
      await new Promise(resolve => setImmediate(resolve));
    }
  else {
    toFile(showing.output, chunks);
    const written = { zh: `已写入 ${showing.output}`, en: `Written to ${showing.output}` };
    if (!showing.quiet) world.stderr.write(`${written[lang]}\n`);
  }
  if (!showing.quiet) for (const note of apartNotes(view, format, style)) world.stderr.write(`${note}\n`);
}

/** The format that a file's name asks for. */
function formatFor(output: string | undefined): Format {
  if (output?.endsWith('.csv')) return 'csv';
  if (output?.endsWith('.json')) return 'json';
  return output?.endsWith('.md') ? 'markdown' : 'table';
}

async function styleOf(showing: Showing, world: World, lang: Lang): Promise<Style> {
  const watched = world.stdout.isTTY && showing.output === undefined;
  const limit = showing.limit ?? (watched ? TERMINAL_ROWS : 0);
  return {
    lang,
    paint: watched && colourWanted(world) ? new (await import('chalk')).Chalk({ level: 1 }) : UNPAINTED,
    reveal: showing.reveal,
    width: watched ? world.stdout.columns : undefined,
    limit: limit === 0 ? undefined : limit,
  };
}

/** chalk ignores NO_COLOR on a terminal, so it is decided here. */
function colourWanted(world: World): boolean {
  return !world.env.NO_COLOR && world.env.TERM !== 'dumb' && !world.argv.includes('--no-color');
}

function* gathered(pieces: Iterable<string>): Generator<string> {
  let buffer = '';
  for (const piece of pieces) {
    buffer += piece;
    if (buffer.length < BUFFER) continue;
    yield buffer;
    buffer = '';
  }
  if (buffer) yield buffer;
}

function toFile(path: string, chunks: Iterable<string>): void {
  const target = realTarget(path);
  const isPlace = statSync(target, { throwIfNoEntry: false })?.isFile() === false;
  // A device or a pipe is written to; a file is replaced only when the new one is complete.
  const temporary = isPlace ? target : join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    const file = openSync(temporary, 'w', 0o600);
    try {
      for (const chunk of chunks) writeSync(file, chunk);
    } finally {
      closeSync(file);
    }
    if (!isPlace) renameSync(temporary, target);
  } catch (error) {
    if (!isPlace) rmSync(temporary, { force: true });
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (!syscall) throw error;
    throw new Failure(
      'usage',
      { zh: `写不了文件 ${path}（${code}）`, en: `Cannot write ${path} (${code})` },
      {
        zh: '请检查文件夹是否存在、文件是否正被其他程序打开',
        en: 'Check that its folder exists and no other program keeps it open',
      },
    );
  }
}
