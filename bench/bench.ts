import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import CliTable from 'cli-table3';
import { compared } from './against.ts';
import { figures } from './figures.ts';

/**
 * `npm run bench [-- --quick]` times the program; `npm run bench -- --against FOLDER` compares it with another checkout that
 * is built. Everything is measured in one run, as ratios; a table is printed and nothing kept.
 */
const { values } = parseArgs({
  options: { quick: { type: 'boolean' }, against: { type: 'string' }, only: { type: 'string' } },
});
const runs = values.quick ? 5 : 11;
const folder = mkdtempSync(join(tmpdir(), 'tiaochu-bench-'));
try {
  if (values.only === 'region') {
    const { regionBench } = await import('./region.ts');
    if (!(await regionBench(folder, values.quick ? 3 : 7, values.quick === true))) process.exitCode = 5;
  } else print();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function print(): void {
  const table = new CliTable({
    head: values.against ? ['what', 'before', 'after', 'after / before'] : ['what', 'median', 'ratio', ''],
    style: { head: [], border: [] },
  });
  table.push(
    ...(values.against ? compared(folder, values.against, runs) : figures(folder, runs, values.quick === true)),
  );
  process.stdout.write(`${table.toString()}\n`);
}
