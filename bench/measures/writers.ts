import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fresh } from '../fixture.ts';
import type { Measure } from '../measure.ts';
import { ROOT } from '../run.ts';

const WRITERS = 8;
const MOVES = 2000;
/** Of a hundred moves, the slowest but one. */
const PERCENTILE = 0.99;

export const WRITERS_MEASURES: readonly Measure[] = [
  {
    name: 'writers p99',
    what: 'eight writing processes, 2,000 moves: 99 of 100 take no longer than',
    against: '',
    unit: 'ms',
    must: 250,
    stretch: 100,
    async measure(place) {
      const ledger = fresh(place.banner().empty, 'writers.db');
      const files = Array.from({ length: WRITERS }, (_, n) => join(place.folder, `writer-${n}.json`));
      await Promise.all(files.map(file => written(ledger, file)));
      const times = files.flatMap(file => JSON.parse(readFileSync(file, 'utf8')) as number[]).sort((a, b) => a - b);
      return times[Math.floor(times.length * PERCENTILE)] ?? Number.NaN;
    },
  },
];

function written(ledger: string, file: string): Promise<void> {
  const words = [ledger, '150722100200', '2023-06-01', String(MOVES / WRITERS), file];
  const child = spawn(process.execPath, [join(ROOT, 'bench', 'writer.cjs'), ...words], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, TIAOCHU_LANG: 'en', TIAOCHU_CONFIG: '' },
  });
  return new Promise((resolve, reject) =>
    child.on('exit', code => (code === 0 ? resolve() : reject(new Error(`a writer ended with ${code}`)))),
  );
}
