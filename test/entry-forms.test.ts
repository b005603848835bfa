import { copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writes } from '../src/cli/all-params.ts';
import { labelOf, nameOf, type Param } from '../src/cli/param.ts';
import type { Choice, Prompter } from '../src/cli/world.ts';
import { cancel } from '../src/kernel/failure.ts';
import { main } from '../src/main.ts';
import { AREAS } from '../src/program.ts';
import { run, worldOf } from './support/run.ts';

/*
 * Every command that writes, called with nothing but its name on a terminal, on the demo of a village: whatever its form asks
 * is answered, with what the command's example says or something of the right kind. The rules may refuse what was answered; but
 * no form may end with something missing that it could have asked for.
 */

const commands = (
  await Promise.all(
    AREAS.map(async area =>
      (await area.load()).map(command => ({ command, path: area.solo ? area.name : `${area.name} ${command.name}` })),
    ),
  )
)
  .flat()
  // Nothing is asked for a demo.
  .filter(({ command, path }) => writes(command) && path !== 'demo');

const folder = mkdtempSync(join(tmpdir(), 'forms '));
const demo = join(folder, 'demo.db');

beforeAll(async () => {
  const { code, stderr } = await run(['demo', '--scale', 'village', '--ledger', demo, '--quiet']);
  expect(code, stderr).toBe(0);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

type Declared = (typeof commands)[number];

describe('the form of', () => {
  test.each(commands)('$path asks for all that the command needs', { timeout: 60_000 }, async declared => {
    const { asked, refusal } = await filledIn(declared);
    if (refusal === undefined) return;
    const said = `${refusal.message} ${refusal.hint}`;
    // A form calls its questions by their titles.
    const options: readonly string[] = said.match(/--[a-z][a-z-]*|<[a-z-]+>/g) ?? [];
    const isNamed = (param: Param<unknown>) =>
      said.includes(`"${labelOf(param).en}"`) || options.includes(nameOf(param));
    const named = Object.values(declared.command.params).filter(isNamed).map(nameOf);
    expect(
      named.filter(name => !asked.has(name)),
      refusal.message,
    ).toEqual([]);
    if (refusal.kind === 'usage') expect(named, refusal.message).not.toEqual([]);
  });
});

interface Complaint {
  readonly kind: string;
  readonly message: string;
  readonly hint: string | null;
}

/** Fills a form in; where the rules refuse that, it is given up on the last page, and the refusal is returned. */
async function filledIn({ command, path }: Declared) {
  const ledger = join(folder, `${path}.db`);
  if (command.access === 'write') copyFileSync(demo, ledger);
  const err: string[] = [];
  const argv = [...path.split(' '), '--ledger', ledger, '--format', 'json'];
  const world = worldOf(argv, { answers: [] }, [], err);
  const asked = new Set<string>();
  const refusedAtOnce = new Set<string>();
  const prompter = await answering(command.example, path, asked, refusedAtOnce);
  const code = await main({ ...world, prompter: async () => prompter });
  rmSync(ledger, { force: true });
  const complaints = err.flatMap(line => (line.startsWith('{"error"') ? [JSON.parse(line).error as Complaint] : []));
  expect(complaints.find(({ kind }) => kind === 'bug')?.message).toBe(undefined);
  // Rows of a file that are invalid are nothing that a form asks for.
  // What a form could have asked is no error in it.
  expect(complaints.filter(({ kind }) => kind === 'usage').map(({ message }) => message)).toEqual([]);
  const avoidable = complaints.filter(({ kind }) => ['usage', 'refused', 'not-found'].includes(kind));
  return { asked, refusal: code === 0 || refusedAtOnce.has(NONE_FITS) ? undefined : avoidable.at(-1) };
}

/** More questions than any form has: what goes on asking is a mistake. */
const ENDLESS = 200;

/** No case of the demo fits the move. */
const NONE_FITS = 'none';

async function answering(
  example: string,
  path: string,
  asked: Set<string>,
  refusedAtOnce: Set<string>,
): Promise<Prompter> {
  const words = exampleWords(example);
  const file = await templateFile(path);
  let left = ENDLESS;
  const tried = new Set<string>();
  const note = (question: string) => {
    if (left-- === 0) throw new Error(`"${path}" goes on asking: ${question}`);
    const name = /\((--[a-z-]+|<[a-z-]+>)\)/.exec(question)?.[1] ?? '';
    asked.add(name);
    return name;
  };
  const likely = (question: string) => {
    const name = note(question);
    if (question.startsWith('another ')) return '';
    return (
      words.get(name) ??
      (name.startsWith('<file') ? file : (KINDS.find(([kind]) => kind.test(question))?.[1] ?? '测试'))
    );
  };
  const first = (choices: readonly Choice[]) => choices.find(({ value }) => value !== '')?.value ?? '';
  const text: Prompter['text'] = async (question, complaint) => {
    const answers = [
      likely(question),
      '2023-12-31',
      '1',
      '150722100200',
      '1=2023-12-31',
      '2024-01-31=100',
      '测试',
      '敖玉兰',
      file,
    ];
    for (const answer of answers) if ((await complaint?.(answer)) === undefined) return answer;
    throw new Error(`nothing fits "${question}" of ${path}: ${await complaint?.('1')}`);
  };
  return {
    text,
    lines: text,
    secret: async () => '一二三四五六七八',
    choose: async (question, choices) => {
      const [page, isLastPage] = [choices[0]?.name, choices.at(-1)?.value === 'cancel'];
      if (isLastPage && /^Check this/.test(question)) return page === 'save' && left-- > 0 ? 'save' : 'cancel';
      const said = words.get(note(question));
      if (choices.some(({ value }) => value === said)) return String(said);
      // Of what else can be filled in, another thing each time; in the end nothing.
      if (isLastPage) return choices.find(({ value }) => !tried.has(value) && tried.add(value))?.value ?? 'cancel';
      return first(choices);
    },
    chooseMany: async (question, choices) => {
      note(question);
      return [first(choices)];
    },
    search: async (question, choicesFor) => {
      const name = note(question);
      if (question.startsWith('another ')) return '';
      const said = words.get(name);
      const found = said === undefined ? [] : await choicesFor(said);
      const offered = [...found, ...(await choicesFor(''))].map(({ value }) => value).filter(value => value !== '');
      // A case that was refused at once is asked for again: the next is tried, and where none fits, the form is given up.
      const fitting = offered.find(value => !refusedAtOnce.has(`${question} ${value}`));
      if (offered.length > 0 && fitting === undefined) {
        refusedAtOnce.add(NONE_FITS);
        cancel();
      }
      if (/number/.test(question)) refusedAtOnce.add(`${question} ${fitting}`);
      return fitting ?? said ?? '';
    },
    confirm: async question => {
      note(question);
      // Papers are another command's.
      return !question.startsWith('Print the ');
    },
  };
}

const KINDS: readonly (readonly [RegExp, string])[] = [
  [/time/, '2024-01-05 09:00'],
  [/day|date|_on|-on\)/, '2023-12-31'],
  [/year/, '2023'],
  [/quarter/, '2023-Q4'],
  [/month/, '2023-12'],
  [/number|count|how many|amount|points|people/, '1'],
];

/** The values of an example by the names of their options, and of its arguments by their places. */
function exampleWords(example: string): ReadonlyMap<string, string> {
  const words = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(match => match[1] ?? match[2] ?? '');
  return new Map(words.flatMap((word, i) => (word.startsWith('--') ? [[word, words[i + 1] ?? ''] as const] : [])));
}

/** A file that the import can read: the header of its noun with an example row. */
async function templateFile(path: string): Promise<string> {
  const [noun = '', verb] = path.split(' ');
  const file = join(folder, `${noun}.csv`);
  if (verb === 'import' && !existsSync(file)) await run([noun, 'template', '--output', file]);
  if (!existsSync(file)) writeFileSync(file, 'a,b\n1,2\n');
  return file;
}
