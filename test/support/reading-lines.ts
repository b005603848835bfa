import { AREAS } from '../../src/program.ts';

/** Further lines whose lists are wider or longer than those of the examples. */
const FURTHER = [
  'dispute list --all',
  'petition list --all',
  'household list',
  'todo --all-lines',
  'todo --unit 150722100 --days 14',
  'report coverage --by pair --unit 150722100200',
  'report coverage --by cadre --unit 150722100200',
  'report resolution --by category',
  'report petitions --by agent',
  'report petitions --by department',
  'dispute show 150722100200-2023-4',
  'log',
];

/** The command lines of everything that only reads: the example of each command, so that a new one is among them by itself. */
export async function readingLines(): Promise<string[]> {
  const commands = await Promise.all(AREAS.map(area => area.load()));
  // A file that an example names is not there.
  const examples = commands.flat().filter(({ access, params }) => access === 'read' && !('file' in params));
  return [...examples.map(({ example }) => example), ...FURTHER];
}

/** The words of a command line as a shell takes them apart. */
export function wordsOf(line: string): string[] {
  return [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(found => found[1] ?? found[2] ?? found[3] ?? '');
}
