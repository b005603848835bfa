import { SingleBar } from 'cli-progress';

/** A bar on a terminal. (A bundle of its own, see bin/build.mjs.) */
export interface Bar {
  update(share: number | undefined): void;
  /** Takes the bar from the terminal. */
  clear(): void;
}

/** So many parts has the whole of a bar. */
const PARTS = 10_000;

/**
 * Draws a bar by what `text` says. The cursor is never hidden and lines go on being wrapped, so that nothing has to be put
 * right where a signal ends the program.
 */
export function startBar(
  { write, columns }: { readonly write: (text: string) => void; readonly columns: number },
  first: number | undefined,
  text: (share: number | undefined) => string,
): Bar {
  let share = first;
  const stream = { write: (piece: string) => write(piece), isTTY: true, columns, on: () => {} };
  const bar = new SingleBar({
    stream: stream as unknown as NodeJS.WriteStream,
    format: () => text(share),
    fps: 8,
    hideCursor: false,
    linewrap: true,
    clearOnComplete: true,
    gracefulExit: false,
  });
  bar.start(PARTS, 0);
  return {
    update: now => {
      share = now;
      bar.update(Math.round((now ?? 0) * PARTS));
    },
    clear: () => bar.stop(),
  };
}
