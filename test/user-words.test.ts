import { afterAll, beforeAll, expect, test } from 'vitest';
import { allParams } from '../src/cli/all-params.ts';
import { AREAS } from '../src/program.ts';
import { type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
const before = process.cwd();
beforeAll(async () => {
  ledger = await smallLedger();
  // Some examples write files and folders with names of their own.
  process.chdir(ledger.folder);
});
afterAll(() => {
  process.chdir(before);
  ledger.remove();
});

const commands = (
  await Promise.all(
    AREAS.filter(({ name }) => !['demo', 'init'].includes(name)).map(async area =>
      (
        await area.load()
      ).map(command => ({
        path: area.solo ? area.name : `${area.name} ${command.name}`,
        command,
      })),
    ),
  )
).flat();

const wordsOf = (example: string) => [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');

/** A command's example with another value for one option or argument. */
function withValue(example: readonly string[], depth: number, term: string, kind: string, value: string): string[] {
  const [name = ''] = term.split(' ');
  if (kind === 'argument') return [...example.slice(0, depth), value, ...example.slice(depth + 1)];
  const at = example.indexOf(name);
  return at < 0 ? [...example, name, value] : [...example.slice(0, at), name, value, ...example.slice(at + 2)];
}

test.each(['constructor', '__proto__=x'])(
  'a word that JavaScript uses itself is as good as any other: %s',
  async word => {
    const bugs: string[] = [];
    for (const { path, command } of commands)
      for (const { term, kind } of Object.values(allParams(command))) {
        if (kind === 'flag' || term.includes('<file')) continue;
        const argv = withValue(wordsOf(command.example), path.split(' ').length, term, kind, word);
        const writes = command.access === 'write' ? ['--dry-run', '--yes'] : [];
        const { code, stderr } = await ledger.run([...argv, ...writes.filter(flag => !argv.includes(flag))]);
        if (code === 1) bugs.push(`${argv.join(' ')}\n${stderr}`);
      }
    expect(bugs).toEqual([]);
  },
  240_000,
);
