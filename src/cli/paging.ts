import type { Lang, Text } from '../kernel/text.ts';
import type { Pager, Sink, World } from './world.ts';

const LESS = 'less -FRXe';
/** What less says at the end of a screen: nobody need know it. Without signs that mean something to it. */
const KEYS: Text = {
  zh: '空格 往下看（到底再按即退出），q 退出',
  en: 'space goes on and at the end leaves, q to quit',
};

/**
 * The pager for long results: TIAOCHU_PAGER, PAGER, or less. Nothing is paged that is not shown on a terminal, and where the
 * variable is empty or says `cat`.
 */
export async function pagerOf({ stdout, env, findPager }: World, lang: Lang): Promise<Opener | undefined> {
  if (!stdout.isTTY || !stdout.rows || env.TERM === 'dumb') return undefined;
  const command = (env.TIAOCHU_PAGER ?? env.PAGER ?? LESS).trim();
  return command === '' || command === 'cat' ? undefined : findPager?.(command, KEYS[lang]);
}

/** Starts the pager, once there is more than a screen. */
type Opener = () => Promise<Pager>;

/** Writes a result to a terminal: what is longer than the screen goes through the pager, what is not is written as it is. */
export async function paged(chunks: Iterable<string | Uint8Array>, world: World, open: Opener): Promise<void> {
  const source = chunks[Symbol.iterator]();
  const first: (string | Uint8Array)[] = [];
  let lines = 0;
  let next = source.next();
  for (; !next.done && lines < (world.stdout.rows ?? 0); next = source.next()) {
    first.push(next.value);
    lines += linesOf(next.value, world.stdout);
  }
  const isLong = lines >= (world.stdout.rows ?? 0);
  const pager = isLong ? await open() : undefined;
  const write = async (chunk: string | Uint8Array) => (pager ? pager.write(chunk) : plainly(chunk, world));
  let goesOn = true;
  for (const chunk of first) goesOn = goesOn && (await write(chunk));
  for (; goesOn && !next.done; next = source.next()) goesOn = await write(next.value);
  const unshown = await pager?.close();
  for (const chunk of unshown ?? []) await plainly(chunk, world);
  for (; unshown && !next.done; next = source.next()) await plainly(next.value, world);
  // Who has seen enough ends the query, too.
  source.return?.();
}

async function plainly(chunk: string | Uint8Array, { stdout }: World): Promise<boolean> {
  stdout.write(chunk);
  // A reader that has closed the pipe is noticed only between two chunks.
  await new Promise(resolve => setImmediate(resolve));
  return true;
}

/** How many lines of a terminal a piece takes, roughly: what is too wide for a line takes more. */
function linesOf(piece: string | Uint8Array, { columns = 80 }: Sink): number {
  const text = typeof piece === 'string' ? piece : Buffer.from(piece).toString('latin1');
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / columns)), -1);
}
