import type { Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Area, Context, Program } from './command.ts';
import { settingsFile, settingsOf } from './own-settings.ts';
import { say, sayDetails } from './say.ts';
import { operatorOf, todayOf, zoneOf } from './settings.ts';
import type { Source } from './source.ts';
import type { Call } from './tree.ts';
import type { Session } from './world.ts';

/** A command line with everything that its command needs besides the open ledger. */
export interface Job extends Program {
  readonly call: Call;
  /** The values of the command's parameters, by name. */
  readonly input: Readonly<Record<string, unknown>>;
  readonly path: string;
  readonly sources: ReadonlyMap<string, Source>;
  readonly session: Session;
  readonly again: Context['again'];
  /** Whether its result is only shown so that it can be asked about. */
  readonly isPreview?: boolean;
  /** Whether what its files leave open is asked for. */
  readonly asks?: boolean;
}

/** What a command gets, with the ledger where it has declared access to one. */
export function contextOf(
  { input, path, sources, session, areas, again, isPreview = false, asks = false }: Job,
  db: Db | undefined,
): Context {
  const { world, lang } = session;
  const zone = zoneOf(world);
  const today = todayOf(world, zone);
  const operator = operatorOf(world, input.as as string | undefined);
  const at = world.now().toISOString();
  return {
    get db() {
      return db ?? undeclared('the ledger');
    },
    path,
    today,
    zone,
    settings: settingsOf(world),
    settingsFile: settingsFile(world),
    lang,
    operator,
    at,
    dryRun: input.dryRun === true,
    isPreview,
    reveal: input.reveal !== undefined,
    asks,
    source: file => sources.get(file) ?? undeclared(file),
    stamp: (on, reason) => ({ at, operator, on: on ?? today, reason }),
    ...remarksTo(session, input.quiet === true),
    commandNames: () => namesOf(areas),
    again,
  };
}

/** Says what is to be said on stderr; a line that shows how far a command is gives way to it. */
function remarksTo(session: Session, quiet: boolean): Pick<Context, 'progress' | 'remark' | 'details'> {
  const { world, lang } = session;
  let shown = '';
  const show = (text: string) => {
    if (text !== shown) world.stderr.write(`\r\x1b[K${text}`);
    shown = text;
  };
  return {
    progress: text => {
      if (world.stderr.isTTY && !quiet && !session.asJson) show(text[lang]);
    },
    remark: text => {
      show('');
      if (!quiet) say(session, 'remark', text);
    },
    details: texts => {
      show('');
      if (!quiet) sayDetails(session, texts);
    },
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

function undeclared(what: string): never {
  throw new Error(`this command has not declared that it needs ${what}`);
}
