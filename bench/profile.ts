import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEASURES } from './measures.ts';
import type { Place } from './place.ts';
import { ROOT, timed } from './run.ts';

/** What of V8's profile is read. */
interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number };
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

const SHOWN = 40;

/** Where the program of a measure spends its time: functions by their own time, each thread for itself. Throws for an unknown name. */
export async function profiled(name: string, place: Place): Promise<string> {
  const measure = MEASURES.find(each => each.name === name);
  if (!measure?.command) throw new Error(`no command line for ${name}; --list has the names`);
  const words = measure.command(place);
  const folder = join(place.folder, 'profiles');
  const flags = ['--cpu-prof', '--cpu-prof-interval', '200', '--cpu-prof-dir', folder];
  const { ms } = timed(process.execPath, [...flags, join(ROOT, 'bin', 'tiaochu.js'), ...words]);
  const threads = readdirSync(folder).map(file => threadOf(JSON.parse(readFileSync(join(folder, file), 'utf8'))));
  return `tiaochu ${words.join(' ')}: ${ms.toFixed(0)} ms\n${threads.join('\n')}`;
}

function threadOf({ nodes, samples, timeDeltas }: Profile): string {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const own = new Map<string, number>();
  for (const [at, id] of samples.entries()) {
    const { functionName = '', url = '', lineNumber = 0 } = frames.get(id) ?? {};
    const key = `${functionName || '(anonymous)'} ${url.split('/').slice(-2).join('/')}:${lineNumber + 1}`;
    own.set(key, (own.get(key) ?? 0) + (timeDeltas[at] ?? 0) / 1000);
  }
  const most = [...own].sort(([, a], [, b]) => b - a).slice(0, SHOWN);
  return `a thread\n${most.map(([key, ms]) => `${ms.toFixed(1).padStart(9)} ms  ${key}`).join('\n')}\n`;
}
