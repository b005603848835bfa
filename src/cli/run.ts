import { cancel, misuse } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { appendJournal } from '../ledger/journal.ts';
import { openLedger } from '../ledger/open.ts';
import { ledgerFailure } from '../ledger/problems.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Format } from '../output/style.ts';
import { answered, atTerminal } from './answers.ts';
import type { Area, Command, Context, Outcome } from './command.ts';
import { writeDetails } from './complain.ts';
import { EXIT, type ExitCode } from './exit.ts';
import { ledgerOf, operatorOf, todayOf } from './settings.ts';
import { show } from './show.ts';
import { checkTargets } from './targets.ts';
import { bracket, checkReferences, highWater, loosen } from './transaction.ts';
import { type Call, readArgv } from './tree.ts';
import type { Sink, World } from './world.ts';

const HELP_WIDTH = 100;
const NOWHERE: Sink = { write: () => {}, isTTY: false, columns: undefined };

/** Runs one command line: read it, ask for what is missing, open, run, journal, commit, and only then show. */
export async function run(world: World, areas: readonly Area[], lang: Lang): Promise<ExitCode> {
  const reading = await readArgv(world.argv, areas, lang, world.stdout.columns ?? HELP_WIDTH);
  if ('help' in reading) {
    (reading.asked ? world.stdout : world.stderr).write(reading.help);
    return reading.asked ? EXIT.done : EXIT.usage;
  }
  const { call } = reading;
  const input = await answered(call, world, lang);
  await confirmed(call.command, input, world, lang);
  const path = ledgerOf(world, input.ledger as string | undefined);
  const inputs = [input.file ?? []].flat().map(String);
  checkTargets([input.output, input.rejected] as (string | undefined)[], path, inputs);
  try {
    return await inLedger(call, input, path, world, areas, lang);
  } catch (error) {
    throw ledgerFailure(error, path);
  }
}

type Answers = Record<string, unknown>;

async function inLedger(call: Call, input: Answers, path: string, world: World, areas: readonly Area[], lang: Lang) {
  const { command } = call;
  const db = command.access === 'none' || command.access === 'file' ? undefined : openLedger(path);
  try {
    const context = contextOf({ db, path }, input, world, areas, lang);
    const outcome = db ? await bracketed(call, context, input) : await command.run(context, input);
    outcome.afterCommit?.();
    if (!input.quiet && context.dryRun)
      context.remark({ zh: '（演算：什么也没有写入）', en: '(dry run: nothing was written)' });
    await show(outcome.view, showingOf(input), world, lang);
    return outcome.exit ?? EXIT.done;
  } finally {
    db?.close();
  }
}

/** Runs a command inside its transaction and appends its row to the journal. */
async function bracketed(call: Call, context: Context, input: Answers): Promise<Outcome> {
  const { command } = call;
  const { db } = context;
  const writes = command.access === 'write' || context.reveal;
  if (command.bulk) loosen(db);
  if (!writes) db.pragma('query_only = on');
  return bracket(db, writes ? 'write' : 'read', async () => {
    const before = highWater(db, command.bulk ?? []);
    const value = await command.run(context, input);
    checkReferences(db, before);
    if (writes)
      appendJournal(db, {
        at: context.at,
        operator: context.operator,
        command: call.path,
        records: value.records ?? [],
        counts: value.counts ?? {},
        ...(context.reveal ? { reason: String(input.reveal) } : {}),
      });
    return { value, ending: context.dryRun ? 'drop' : 'keep' };
  });
}

interface OpenLedger {
  readonly db: Db | undefined;
  readonly path: string;
}

function contextOf(ledger: OpenLedger, input: Answers, world: World, areas: readonly Area[], lang: Lang): Context {
  const today = todayOf(world);
  const operator = operatorOf(world, input.as as string | undefined);
  const at = world.now().toISOString();
  const say = (text: Text) => input.quiet || world.stderr.write(`${text[lang]}\n`);
  return {
    get db() {
      return ledger.db ?? notOpen();
    },
    path: ledger.path,
    today,
    lang,
    operator,
    at,
    dryRun: input.dryRun === true,
    reveal: input.reveal !== undefined,
    get stdin() {
      return world.stdin;
    },
    stamp: (on, reason) => ({ at, operator, on: on ?? today, reason }),
    progress: text => {
      if (world.stderr.isTTY && !input.quiet) world.stderr.write(`\r\x1b[K${text[lang]}`);
    },
    remark: say,
    details: texts => {
      if (!input.quiet) writeDetails(texts, world, lang);
    },
    commandNames: () => namesOf(areas),
    again: (argv, options) => run({ ...world, argv, ...(options?.silent ? { stdout: NOWHERE } : {}) }, areas, lang),
  };
}

async function namesOf(areas: readonly Area[]): Promise<ReadonlyMap<string, Text>> {
  const names = new Map<string, Text>();
  for (const { name, zh, solo, load } of areas)
    if (solo) names.set(name, { zh, en: name });
    else
      for (const verb of await load())
        names.set(`${name} ${verb.name}`, { zh: `${zh} ${verb.zh}`, en: `${name} ${verb.name}` });
  return names;
}

function notOpen(): never {
  throw new Error('this command declares no access to what it asks for');
}

function showingOf(input: Answers) {
  return {
    format: input.format as Format | undefined,
    output: input.output as string | undefined,
    limit: input.limit as number | undefined,
    quiet: input.quiet === true,
    reveal: input.reveal !== undefined,
  };
}

async function confirmed(command: Command, input: Answers, world: World, lang: Lang): Promise<void> {
  if (!command.confirm || input.yes || input.dryRun) return;
  if (!atTerminal(world))
    misuse(
      { zh: '这个命令须先确认', en: 'This command must be confirmed' },
      { zh: '在脚本中使用时请加上 --yes', en: 'Add --yes in a script' },
    );
  const prompter = await world.prompter();
  if (!(await prompter.confirm(command.confirm[lang]))) cancel();
}
