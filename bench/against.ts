import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { disputed } from './disputes.ts';
import { type Fixture, fresh, makeFixture, multiplied } from './fixture.ts';
import { inTurns, median, medianOf, type Program, programIn, type Run, ratio } from './run.ts';

/** What is compared: each a command line on a ledger that the program made itself, so that versions may differ. */
const COMPARED: Readonly<Record<string, (side: Side) => Run>> = {
  '--version': ({ program }) => program('--version'),
  'household show': ({ program, small }) => program('household', 'show', '150722100200010001', '--ledger', small.full),
  'visit import, 271,229 rows': ({ program, small }) =>
    program('visit', 'import', small.visitsCsv, '--ledger', fresh(small.empty, 'import.db')),
  'report coverage, 271 thousand visits': ({ program, small }) => coverage(program, small.full),
  'report coverage, 3 million visits': ({ program, large }) => coverage(program, large),
  'report resolution, 50,000 disputes': ({ program, cases }) =>
    program('report', 'resolution', '--month', '2023-06', '--format', 'json', '--quiet', '--ledger', cases),
};

/** One of the two programs, with its ledgers. */
interface Side {
  readonly program: Program;
  readonly small: Fixture;
  readonly large: string;
  readonly cases: string;
}

const coverage = (program: Program, ledger: string) =>
  program('report', 'coverage', '--format', 'json', '--quiet', '--ledger', ledger);

/**
 * Compares this checkout with another one that is built (`npm run bench -- --against FOLDER`): the same commands in turn,
 * in one run. Returns a row for each: what, the other's median, this one's, and the ratio.
 */
export function compared(folder: string, other: string, rounds: number): string[][] {
  const before = sideOf(join(folder, 'before'), programIn(other));
  const after = sideOf(join(folder, 'after'), programIn());
  return Object.entries(COMPARED).map(([name, command]) => {
    const long = name.startsWith('visit import');
    const times = inTurns(long ? Math.ceil(rounds / 3) : rounds, {
      before: () => command(before),
      after: () => command(after),
    });
    const shown = [times.before, times.after].map(values => `${median(values).toFixed(0)} ms`);
    return [name, ...shown, medianOf(times.after, times.before, ratio).toFixed(2)];
  });
}

function sideOf(folder: string, program: Program): Side {
  mkdirSync(folder, { recursive: true });
  const small = makeFixture(folder, program);
  return { program, small, large: multiplied(small, 3_000_000), cases: disputed(small, 50_000, program) };
}
