import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { IGNORED } from './ignored.ts';
import { type Mutation, mutationsOf } from './mutations.ts';
import { serveTests, testRunner } from './runner.ts';
import { SUITES } from './suites.ts';

/**
 * `npm run mutate -- [--seed 1] [--count 100] [--path src/reports]`: changes one operator at a time in the rules, figures
 * and reports of a copy of the work tree, runs the tests of that area, and prints what they did not notice. `--again FILE`
 * tries what an earlier run printed into that file.
 */
const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '100' },
    path: { type: 'string', default: 'src' },
    again: { type: 'string' },
    list: { type: 'boolean', default: false },
  },
});

/** Files that decide or count something; stores and commands are left to the transcripts. */
const MUTATED =
  /(^|[/-])(rules|conditions|effects|facts|after|replay|plan|decide|points|subjects|quarter|figures|counts|offer|period|day|due|screen|suggest|judge|span|dated-changes|scoring-rule|work-calendar|rights)\.ts$|^reports\//;
const COPIED = ['src', 'test', 'bin', 'bench', 'docs', 'package.json', 'tsconfig.json', 'vitest.config.ts'];

const [, script = ''] = process.argv;
const root = process.cwd();
const say = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  for (const { file, part } of IGNORED)
    if (!sourceOf(file).includes(part)) say(`ignored.ts: ${file} has no longer: ${part}`);
  const all = mutations();
  const shuffledAll = shuffled(all, Number(values.seed));
  const chosen = values.again
    ? named(shuffledAll, readFileSync(values.again, 'utf8').split('\n'))
    : shuffledAll.slice(0, Number(values.count));
  say(`${all.length} changes are possible in ${values.path}; ${chosen.length} are tried`);
  if (values.list) for (const mutation of chosen) console.log(shown(mutation));
  else await report(chosen);
}

async function report(chosen: readonly Mutation[]): Promise<void> {
  const copy = mkdtempSync(join(tmpdir(), 'tiaochu-mutate-'));
  const runner = testRunner(script, copy);
  try {
    for (const name of COPIED) cpSync(join(root, name), join(copy, name), { recursive: true });
    for (const name of ['node_modules', 'dist']) symlinkSync(join(root, name), join(copy, name), 'junction');
    const survivors: Mutation[] = [];
    for (const { file } of new Map(chosen.map(mutation => [suiteOf(mutation.file), mutation])).values())
      if (!(await runner.passes({ changed: join(copy, 'src', file), stages: suiteOf(file) })))
        throw new Error(`tests of src/${file} fail without a change`);
    for (const [index, mutation] of chosen.entries()) {
      const survived = await survives(runner, copy, mutation);
      if (survived) survivors.push(mutation);
      say(`${index + 1}/${chosen.length} ${survived ? 'SURVIVED' : 'noticed '} ${shown(mutation)}`);
    }
    for (const mutation of survivors) console.log(shown(mutation));
    const noticed = chosen.length - survivors.length;
    console.log(`${noticed} of ${chosen.length} changes noticed (${((noticed / chosen.length) * 100).toFixed(1)} %)`);
  } finally {
    runner.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** The changes that an earlier run printed. */
function named(all: readonly Mutation[], lines: readonly string[]) {
  return all.filter(mutation => lines.some(line => line.endsWith(shown(mutation))));
}

function mutations(): Mutation[] {
  const files = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map(path => path.replaceAll('\\', '/'))
    .filter(
      path =>
        path.endsWith('.ts') && MUTATED.test(path) && `src/${path}`.startsWith(values.path) && suiteOf(path).length > 0,
    )
    .sort();
  return files.flatMap(path => {
    const text = sourceOf(path);
    return mutationsOf(path, text).filter(mutation => !isIgnored(mutation, text));
  });
}

const sourceOf = (path: string) => readFileSync(join(root, 'src', path), 'utf8');

function isIgnored({ file, at, before }: Mutation, text: string) {
  return IGNORED.some(known => {
    if (known.file !== file || (known.operator && known.operator !== before.trim())) return false;
    const from = text.lastIndexOf(known.part, at);
    return from >= 0 && at + before.length <= from + known.part.length;
  });
}

function suiteOf(path: string) {
  const area = Object.keys(SUITES)
    .filter(prefix => path.startsWith(`${prefix}/`))
    .sort((a, b) => b.length - a.length)[0];
  return area ? (SUITES[area] ?? []) : [];
}

/** Whether no stage of the area's tests notices the change. */
async function survives(
  runner: ReturnType<typeof testRunner>,
  copy: string,
  { file, at, before, after }: Mutation,
): Promise<boolean> {
  const path = join(copy, 'src', file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(path, text.slice(0, at) + after + text.slice(at + before.length));
  try {
    return await runner.passes({ changed: path, stages: suiteOf(file) });
  } finally {
    writeFileSync(path, text);
  }
}

function shown({ file, line, before, after }: Mutation): string {
  return `src/${file}:${line} \`${before.trim()}\` -> \`${after.trim()}\``;
}

/** The same order for the same seed (mulberry32). */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  let state = seed >>> 0;
  const random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
  return list
    .map(item => ({ item, key: random() }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

await (process.send ? serveTests() : main());
