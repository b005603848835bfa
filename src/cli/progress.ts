import { grouped } from '../kernel/money.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { shortenedTo } from '../output/shorten.ts';
import { widthOf } from '../output/width.ts';
import type { Bar } from './progress-library.ts';
import type { Session } from './world.ts';

/** How far a command is: with what, and how much of it is done. */
export interface Step {
  readonly what: Text;
  readonly done: number;
  /** As much as there is to do, where that is known or can be estimated. */
  readonly total?: number | undefined;
  /** What is counted; rows where nothing else is said. */
  readonly unit?: Text;
}

/** A command that is done sooner shows nothing of how far it is; tests wait less. */
const PATIENCE_MS = 1000;
const ROWS: Text = { zh: '行', en: 'rows' };
const BLOCKS = 20;

type Library = typeof import('./progress-library.ts');
let library: Library | undefined;
/** The bar that is on the terminal: whatever else is written there takes it away first. */
let shown: Bar | undefined;

/** Makes ready to show progress where somebody could see it: a long command does not wait for what is loaded then. */
export async function prepareProgress({ world, asJson }: Session, isQuiet: boolean): Promise<void> {
  if (world.stderr.isTTY && !isQuiet && !asJson) library ??= await import('./progress-library.ts');
}

/** Takes the bar from the terminal, if there is one. */
export function clearProgress(): void {
  shown?.clear();
  shown = undefined;
}

/** Time that no clock sets back, without the 2 ms that loading `performance` takes. */
const milliseconds = () => Number(process.hrtime.bigint() / 1_000_000n);

/** Shows how far a command is, with the rate and the time that is left, once it has taken a second. */
export function progressIn({ world, lang, asJson }: Session, isQuiet: boolean): (step: Step) => void {
  const began = milliseconds();
  const patience = Number(world.env.TIAOCHU_PROGRESS_AFTER ?? PATIENCE_MS);
  let now: Step | undefined;
  let since = began;
  const text = (share: number | undefined) =>
    now ? barText(now, share, milliseconds() - since, lang, world.stderr.columns) : '';
  return step => {
    if (!library || isQuiet || asJson || !world.stderr.isTTY) return;
    // What is counted from the beginning again has a rate of its own.
    if (now && step.done < now.done) since = milliseconds();
    now = step;
    if (milliseconds() - began < patience) return;
    const share = step.total ? Math.min(1, step.done / step.total) : undefined;
    const { columns = 80 } = world.stderr;
    shown ??= library.startBar({ write: piece => world.stderr.write(piece), columns }, share, text);
    shown.update(share);
  };
}

function barText(
  { what, done, unit = ROWS }: Step,
  share: number | undefined,
  ms: number,
  lang: Lang,
  columns = 80,
): string {
  const rate = grouped(Math.round((done / Math.max(1, ms)) * 1000));
  const parts = [`${grouped(done)} ${unit[lang]}`, `${rate} ${unit[lang]}/${lang === 'zh' ? '秒' : 's'}`];
  if (share !== undefined) {
    const full = Math.floor(share * BLOCKS);
    parts.unshift(`${'█'.repeat(full)}${'░'.repeat(BLOCKS - full)} ${Math.floor(share * 100)}%`);
    if (share > 0 && share < 1) parts.push(leftText((ms / 1000) * (1 / share - 1), lang));
  }
  const said = parts.join('  ');
  return `${shortenedTo(Math.max(8, columns - widthOf(said) - 3), what[lang])}  ${said}`;
}

function leftText(seconds: number, lang: Lang): string {
  const [minutes, rest] = [Math.floor(seconds / 60), Math.round(seconds % 60)];
  const [zh, en] = minutes > 0 ? [`${minutes} 分 ${rest} 秒`, `${minutes} min ${rest} s`] : [`${rest} 秒`, `${rest} s`];
  return lang === 'zh' ? `还剩 ${zh}` : `${en} left`;
}
