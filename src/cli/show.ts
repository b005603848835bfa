import { statSync } from 'node:fs';
import { writeFileInTurns } from '../disk/file.ts';
import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { View } from '../kernel/view.ts';
import { encoded } from '../output/encode.ts';
import { cutTo } from '../output/limit.ts';
import { printablePieces } from '../output/printable.ts';
import { apartNotes, rendererOf } from '../output/render.ts';
import { type Made, type Style, UNPAINTED } from '../output/style.ts';
import { paintFor } from './colour.ts';
import type { Context } from './command.ts';
import type { everyone } from './common-params.ts';
import { checkEncoded } from './output-encoding.ts';
import { wishedFormat } from './output-format.ts';
import { paged, pagerOf } from './paging.ts';
import type { Input } from './param.ts';
import { clearProgress, prepareProgress, progressIn } from './progress.ts';
import { say } from './say.ts';
import { realTarget, unwritable } from './targets.ts';
import { watchedRows } from './watched-rows.ts';
import { viewInChinese } from './words/view-in-chinese.ts';
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
  const pager = showing.pager && output === undefined ? await pagerOf(world, session.lang) : undefined;
  const style = await styleOf(showing, session, pager !== undefined);
  const render = await rendererOf(format);
  const isData = format === 'csv' || format === 'json';
  const spoken = session.lang === 'zh' && format !== 'json' ? viewInChinese(view) : view;
  const shown = isData && showing.limit ? cutTo(spoken, showing.limit) : spoken;
  const rendered = gathered(render(await watchedBy(shown, showing, session), style));
  // Tables are drawn from what is printable; data is written as it is, but not to a terminal, which would obey it.
  const pieces = isData && isOnTerminal(showing, world) ? printablePieces(rendered) : rendered;
  const { encoding } = showing;
  checkEncoded(encoding, format);
  const chunks = format === 'csv' ? encoded(pieces, encoding ?? 'utf-8', style.isForSpreadsheet) : pieces;
  const remark = (kind: 'remark' | 'note', text: Text) => showing.quiet || say(session, kind, text);
  if (output === undefined && pager) await paged(chunks, world, pager);
  else if (output === undefined || output === '-') await toStdout(chunks, world);
  else {
    if (view.shape === 'table' && view.isFile) keepFilledIn(output);
    await toFile(output, chunks);
    clearProgress();
    remark('remark', { zh: `已写入 ${output}`, en: `Written to ${output}` });
  }
  for (const note of apartNotes(spoken, format)) remark('note', note);
}

const isOnTerminal = ({ output }: Showing, { stdout }: World) =>
  stdout.isTTY && (output === undefined || output === '-');

/** A template is never written over a file that is there: somebody may have filled it in. */
function keepFilledIn(path: string): void {
  const stat = statSync(realTarget(path), { throwIfNoEntry: false });
  if (stat?.isFile() && stat.size > 0)
    misuse(
      {
        zh: `${path} 已经存在，可能填了内容，模板不覆盖它`,
        en: `${path} exists and may have been filled in; a template is not written over it`,
      },
      { zh: '请换一个文件名，或先把它移走', en: 'Name another file, or move that one away first' },
    );
}

/** A result that goes into a file shows how far it is; whoever reads a screen or a pipe sees that. */
async function watchedBy(view: View, { output, quiet }: Showing, session: Session): Promise<View> {
  if (output === undefined || output === '-' || !session.world.stderr.isTTY) return view;
  await prepareProgress(session, quiet);
  return watchedRows(view, { zh: `写入 ${output}`, en: `writing ${output}` }, progressIn(session, quiet));
}

async function toStdout(chunks: Iterable<string | Uint8Array>, world: World): Promise<void> {
  for (const chunk of chunks) {
    world.stdout.write(chunk);
    // A reader that has closed the pipe is noticed only between two chunks.
    await new Promise(resolve => setImmediate(resolve));
  }
}

async function toFile(path: string, chunks: Iterable<string | Uint8Array>): Promise<void> {
  try {
    await writeFileInTurns(realTarget(path), chunks);
  } catch (error) {
    throw unwritable(error, path);
  }
}

async function styleOf(showing: Showing, { world, lang }: Session, isPaged: boolean): Promise<Style> {
  const isShown = showing.output === undefined;
  const watched = world.stdout.isTTY && isShown;
  const limit = showing.limit ?? (watched && !isPaged ? TERMINAL_ROWS : 0);
  return {
    lang,
    zone: showing.zone,
    made: showing.made,
    // English on standard output is for programs; Chinese, and a file with a name, is for people and their spreadsheets.
    isForSpreadsheet: lang === 'zh' || (showing.output !== undefined && showing.output !== '-'),
    paint: isShown ? await paintFor(world, world.stdout) : UNPAINTED,
    width: watched ? world.stdout.columns : undefined,
    limit: limit === 0 ? undefined : limit,
  };
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
