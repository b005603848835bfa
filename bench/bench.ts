import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import CliTable from 'cli-table3';
import { compared } from './against.ts';
import { type Measure, UNITS, verdict } from './measure.ts';
import { MEASURES } from './measures.ts';
import { placeIn } from './place.ts';
import { profiled } from './profile.ts';

const USAGE = `npm run bench -- [--quick] [--only NAME]… | --list | --profile NAME | --against FOLDER
  Times the program, all in one run: ratios of pairs, medians of at least seven rounds (--quick: fewer, and no long ones).
  Exits 5 where a result falls short of what it must be.
  --only NAME       the measures whose name begins so; region: 100 counties in PostgreSQL, every figure compared
  --list            the names
  --profile NAME    where a measure's program spends its time
  --against FOLDER  compare with another checkout that is built
`;

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean' },
    only: { type: 'string', multiple: true },
    list: { type: 'boolean' },
    profile: { type: 'string' },
    against: { type: 'string' },
    help: { type: 'boolean' },
  },
});

const isQuick = values.quick === true;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) => {
  const drawn = new CliTable({ head: [...head], style: { head: [], border: [] } });
  drawn.push(...rows.map(row => [...row]));
  process.stdout.write(`${drawn.toString()}\n`);
};

function chosen(): readonly Measure[] {
  const isNamed = ({ name }: Measure) =>
    values.only?.some(
      start => name === start || (name.startsWith(start) && !MEASURES.some(each => each.name === start)),
    );
  return values.only ? MEASURES.filter(isNamed) : MEASURES.filter(({ isLong }) => !(isQuick && isLong));
}

/** Measures what was chosen and prints the table. Returns whether every must is reached. */
async function measured(folder: string): Promise<boolean> {
  const place = placeIn(folder, isQuick);
  const rows: string[][] = [];
  for (const measure of chosen()) {
    const result = await resultOf(measure, place);
    const format = UNITS[measure.unit];
    const shown = typeof result === 'string' ? '' : format(result);
    process.stderr.write(`${measure.name}: ${shown} ${verdict(measure, result)}\n`);
    rows.push([
      measure.name,
      measure.what,
      measure.against,
      format(measure.must),
      format(measure.stretch),
      shown,
      verdict(measure, result),
    ]);
  }
  table(['name', 'what', 'against', 'must', 'stretch', 'result', ''], rows);
  return rows.every(row => row.at(-1) !== 'SHORT' && !row.at(-1)?.startsWith(FAILED));
}

const FAILED = 'failed: ';

/** A measure that fails says so in its line, and leaves the others theirs. */
async function resultOf(measure: Measure, place: ReturnType<typeof placeIn>): Promise<number | string> {
  try {
    return await measure.measure(place);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return `${FAILED}${(error as Error).message.split('\n')[0]}`;
  }
}

async function main(): Promise<number> {
  if (values.help) process.stdout.write(USAGE);
  if (values.list) for (const { name, what } of MEASURES) process.stdout.write(`${name.padEnd(24)}${what}\n`);
  if (values.help || values.list) return 0;
  const folder = mkdtempSync(join(tmpdir(), 'tiaochu-bench-'));
  try {
    if (values.only?.includes('region')) return (await regionIsRight(folder)) ? 0 : 5;
    if (values.profile) process.stdout.write(await profiled(values.profile, placeIn(folder, isQuick)));
    else if (values.against)
      table(['what', 'before', 'after', 'after / before'], compared(folder, values.against, isQuick ? 3 : 7));
    else return (await measured(folder)) ? 0 : 5;
    return 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Loads the counties of a region and compares every figure: a bench of its own, with a table of its own. */
async function regionIsRight(folder: string): Promise<boolean> {
  const { regionBench } = await import('./region.ts');
  return regionBench(folder, isQuick ? 3 : 7, isQuick);
}

process.exitCode = await main();
