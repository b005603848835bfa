import type { Text } from '../kernel/text.ts';
import type { View } from '../kernel/view.ts';
import { encoded } from '../output/encode.ts';
import { writeFile } from '../output/file.ts';
import { cutTo } from '../output/limit.ts';
import { apartNotes, rendererOf } from '../output/render.ts';
import { type Made, type Style, UNPAINTED } from '../output/style.ts';
import type { Context } from './command.ts';
import type { everyone } from './common-params.ts';
import { checkEncoded } from './output-encoding.ts';
import { wishedFormat } from './output-format.ts';
import type { Input } from './param.ts';
import { say } from './say.ts';
import { realTarget, unwritable } from './targets.ts';
import type { Session, World } from './world.ts';

const BUFFER = 65_536;
const TERMINAL_ROWS = 200;

/** How a result was asked for. */
export type Showing = Omit<Input<typeof everyone>, 'ledger' | 'lang' | 'color' | 'debug'> &
  Pick<Context, 'zone'> & { readonly made: Made };

/** Writes a view to stdout, or to a file that appears only when it is complete; counting rules go to stderr. */
export async function show(view: View, showing: Showing, session: Session): Promise<void> {
  const { world } = session;
  const { output } = showing;
  const preferred = view.shape === 'table' && view.isFile ? 'csv' : 'table';
  const format = wishedFormat(showing) ?? preferred;
  const style = await styleOf(showing, session);
  const render = await rendererOf(format);
  const isData = format === 'csv' || format === 'json';
  const shown = isData && showing.limit ? cutTo(view, showing.limit) : view;
  const pieces = gathered(render(shown, style));
  const { encoding } = showing;
  checkEncoded(encoding, format);
  const chunks = format === 'csv' ? encoded(pieces, encoding ?? 'utf-8', style.isForSpreadsheet) : pieces;
  const remark = (kind: 'remark' | 'note', text: Text) => showing.quiet || say(session, kind, text);
  if (output === undefined || output === '-') await toStdout(chunks, world);
  else {
    toFile(output, chunks);
    remark('remark', { zh: `已写入 ${output}`, en: `Written to ${output}` });
  }
  for (const note of apartNotes(view, format)) remark('note', note);
}

async function toStdout(chunks: Iterable<string | Uint8Array>, world: World): Promise<void> {
  for (const chunk of chunks) {
    world.stdout.write(chunk);
    // A reader that has closed the pipe is noticed only between two chunks.
    await new Promise(resolve => setImmediate(resolve));
  }
}

function toFile(path: string, chunks: Iterable<string | Uint8Array>): void {
  try {
    writeFile(realTarget(path), chunks);
  } catch (error) {
    throw unwritable(error, path);
  }
}

async function styleOf(showing: Showing, { world, lang }: Session): Promise<Style> {
  const watched = world.stdout.isTTY && showing.output === undefined;
  const limit = showing.limit ?? (watched ? TERMINAL_ROWS : 0);
  return {
    lang,
    zone: showing.zone,
    made: showing.made,
    // English on standard output is for programs; Chinese, and a file with a name, is for people and their spreadsheets.
    isForSpreadsheet: lang === 'zh' || (showing.output !== undefined && showing.output !== '-'),
    paint: watched && colourWanted(world) ? new (await import('chalk')).Chalk({ level: 1 }) : UNPAINTED,
    width: watched ? world.stdout.columns : undefined,
    limit: limit === 0 ? undefined : limit,
  };
}

/** chalk ignores NO_COLOR on a terminal, so it is decided here. */
function colourWanted(world: World): boolean {
  return !world.env.NO_COLOR && world.env.TERM !== 'dumb' && !world.argv.includes('--no-color');
}

/** Small pieces of text are written together; bytes as they are. */
function* gathered(pieces: Iterable<string | Uint8Array>): Generator<string | Uint8Array> {
  let buffer = '';
  for (const piece of pieces) {
    if (typeof piece !== 'string') {
      yield piece;
      continue;
    }
    buffer += piece;
    if (buffer.length < BUFFER) continue;
    yield buffer;
    buffer = '';
  }
  if (buffer) yield buffer;
}
