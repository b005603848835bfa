import type { Program } from '../cli/command.ts';
import type { Param } from '../cli/param.ts';
import { pickersOn } from '../cli/pickers.ts';
import { ledgerOf } from '../cli/settings.ts';
import { unlock } from '../cli/unlocking.ts';
import { type Session, unseen } from '../cli/world.ts';
import { type Completion, wantedAfter } from './words.ts';

/** What the shell is told besides the words (the protocol of the scripts): file names fit too, or they do not. */
const FILES = ':0';
const NO_FILES = ':4';

/** So many candidates are still read. */
const MOST = 60;

/** Answers a shell that asks `tiaochu complete -- WORDS…` what can be typed next: a word and what it is on each line. */
export async function answerShell(session: Session, program: Program): Promise<void> {
  const { world, lang } = session;
  const words = world.argv.slice(world.argv.indexOf('--') + 1);
  const typed = words.at(-1) ?? '';
  const wanted = await wantedAfter(words.slice(0, -1), typed, program.areas, lang);
  const isFile = 'value' in wanted && /<file|<folder/.test(wanted.value.term);
  const found = 'words' in wanted ? wanted.words : await valuesOf(wanted.value, typed, session, program);
  const lines = found.filter(({ value }) => value.startsWith(typed)).map(lineOf);
  world.stdout.write(`${[...lines, isFile ? FILES : NO_FILES].join('\n')}\n`);
}

const lineOf = ({ value, about }: Completion) => `${value}\t${about.replace(/\s+/g, ' ')}`;

/** The values of a parameter: those of its closed list, days by name, or what the ledger has. */
async function valuesOf(
  param: Param<unknown>,
  typed: string,
  session: Session,
  program: Program,
): Promise<readonly Completion[]> {
  const { lang } = session;
  if (param.choices)
    return param.choices.map(({ value, name }) => {
      const isChinese = lang === 'zh' && !/^[a-z]/i.test(typed);
      return isChinese ? { value: name.zh, about: value } : { value, about: name[lang] };
    });
  if (param.term.includes('<day>')) return DAYS[lang].map(value => ({ value, about: '' }));
  if (param.term.includes('<month>')) return MONTHS[lang].map(value => ({ value, about: '' }));
  return param.picks ? inLedger(param.picks, typed, session, program) : [];
}

const DAYS = { zh: ['今天', '昨天'], en: ['today', 'yesterday'] } as const;
const MONTHS = { zh: ['本月', '上月'], en: ['this', 'last'] } as const;

/** The ledger that the words name. */
function ledgerIn(words: readonly string[]): string | undefined {
  const at = words.findIndex(word => word === '--ledger' || word === '--台账');
  return at === -1 ? undefined : words[at + 1];
}

/** What the ledger has: by its code where that is being typed, otherwise by its name. Without a ledger, nothing. */
async function inLedger(
  picked: NonNullable<Param<unknown>['picks']>,
  typed: string,
  session: Session,
  program: Program,
): Promise<readonly Completion[]> {
  try {
    const path = ledgerOf(session.world, ledgerIn(session.world.argv));
    await unlock(path, {}, { ...session, world: unseen(session.world) });
    const pickers = await pickersOn(path, session, {}, program);
    try {
      const choices = await pickers.choicesFor(picked)(typed, MOST);
      return choices.map(({ value, name }) => {
        const [title = ''] = name.split('  ');
        const isNamed = typed !== '' && title.startsWith(typed) && !/\s/.test(title);
        return isNamed ? { value: title, about: value } : { value, about: name };
      });
    } finally {
      pickers.close();
    }
  } catch {
    // A shell that completes has no place for complaints; the command itself will make them.
    return [];
  }
}
