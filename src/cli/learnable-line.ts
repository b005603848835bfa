import { hiddenIn } from '../kernel/hiding.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { openToRead } from '../ledger/open.ts';
import type { Job } from './context.ts';
import { settingsOf } from './own-settings.ts';
import { nameOf, type Param } from './param.ts';
import type { Picked } from './picking.ts';
import { todayOf, zoneOf } from './settings.ts';
import { shellLine, withoutQuestions, wordsOf } from './shell-line.ts';
import type { Call } from './tree.ts';

type Given = Call['given'];

/** So much of a text stays in a line that is to be read. */
const READABLE = 60;

/**
 * The line that asks nothing, by which people learn the commands. Long texts give way to the file that a shell would take them
 * from; phones and identity numbers are left out, since a shell keeps what is copied into it.
 */
export async function learnableLine(job: Pick<Job, 'call' | 'path' | 'session' | 'picking'>): Promise<Text> {
  const { call, session } = job;
  const files = filesFor(call);
  const given = withoutNumbers(call, { ...call.given, ...files });
  const spoken = session.lang === 'zh' ? { ...given, ...(await named(job, given)) } : given;
  const lineIn = (lang: Lang) => withoutQuestions(shellLine(wordsOf(call, lang === 'zh' ? spoken : given, lang)))[lang];
  const notes = [...longNote(Object.values(files)), ...(isSame(given, { ...call.given, ...files }) ? [] : [LEFT_OUT])];
  return {
    zh: [lineIn('zh'), ...notes.map(({ zh }) => zh)].join('\n'),
    en: [lineIn('en'), ...notes.map(({ en }) => en)].join('\n'),
  };
}

function filesFor({ params, given }: Call): Readonly<Record<string, string>> {
  const long = Object.entries(params).filter(([name, { term }]) => term.includes('<text>') && isLong(given[name]));
  return Object.fromEntries(long.map(([name, param]) => [name, `@${nameOf(param).replace(/^-*/, '')}.txt`]));
}

const isLong = (value: unknown) => typeof value === 'string' && (value.length > READABLE || value.includes('\n'));

function longNote(files: readonly string[]): Text[] {
  if (files.length === 0) return [];
  const named = (by: string) => files.join(by).replaceAll('@', '');
  return [
    {
      zh: `（较长的文字写作 @文件：先把文字存入 ${named('、')}）`,
      en: `(long texts are named as @FILE here: save them in ${named(', ')} first)`,
    },
  ];
}

const LEFT_OUT: Text = {
  zh: '（电话、证件号码不写在命令里）',
  en: '(phones and identity numbers are left out of the line)',
};

/** The words without phones and identity numbers; a text keeps its other words, a list of particulars its other parts. */
function withoutNumbers({ params }: Call, given: Given): Given {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => {
      const param = params[name];
      if (!param || isOfCodes(param)) return [name, value];
      const bare = (word: unknown) => (typeof word === 'string' ? withoutNumber(param, word) : word);
      const kept = Array.isArray(value) ? value.map(bare).filter(word => word !== '') : bare(value);
      return [name, kept === '' || (Array.isArray(kept) && kept.length === 0) ? undefined : kept];
    }),
  );
}

/** Codes, days and files have the digits of phones by chance. */
const isOfCodes = ({ picks, choices, term }: Param<unknown>) =>
  picks !== undefined || choices !== undefined || /<(?:code|day|file|unit|number)/.test(term);

function withoutNumber({ term }: Param<unknown>, word: string): string {
  if (hiddenIn(word) === word) return word;
  if (term.includes('<text>')) return hiddenIn(word);
  const people = word.split(/[;；]/).map(person =>
    person
      .split(/[,，\s]+/)
      .filter(piece => hiddenIn(piece) === piece)
      .join(','),
  );
  return people.filter(person => person !== '').join(';');
}

const isSame = (a: Given, b: Given) => JSON.stringify(a) === JSON.stringify(b);

/** Closed lists of the office whose codes are English words, and which are named as well. */
const NAMED: ReadonlySet<Picked> = new Set<Picked>(['domain', 'household_kind']);

/** What codes that are English words are called, so that a Chinese line has none. */
async function named(
  { call, path, session, picking }: Pick<Job, 'call' | 'path' | 'session' | 'picking'>,
  given: Given,
) {
  const open = Object.entries(call.params).flatMap(([name, { picks }]) =>
    picks && NAMED.has(picks) && typeof given[name] === 'string' ? [[name, picks, given[name]] as const] : [],
  );
  if (open.length === 0) return {};
  const { world, lang } = session;
  const db = openToRead(path);
  try {
    const zone = zoneOf(world);
    const place = { db, day: todayOf(world, zone), lang, unit: settingsOf(world).unit, zone };
    const { labels } = await picking();
    return Object.fromEntries(
      open.map(([name, picks, value]) => {
        const codes = value.split(';');
        const called = labels(place, picks, codes);
        return [name, codes.map(code => called.get(code) ?? code).join(';')];
      }),
    );
  } finally {
    db.close();
  }
}
