import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { giveKey } from './fixed-keys.ts';
import type { SmallLedger } from './ledger.ts';
import type { Ran } from './run.ts';

/**
 * A transcript is a text that an office can read: comments (`#`), command lines (`$ tiaochu …`), what they print and
 * `[exit N]`. Under a command, `< yes` is an answer typed at a terminal. `$ write NAME` puts the lines up to `.` into a
 * file (`$ write NAME hex` its bytes), `$ cat NAME` shows one, `$ sql …` does to the ledger what no command does, and `$ key
 * LEDGER` gives a ledger a key that is always the same.
 */
export async function played(written: string, ledger: SmallLedger): Promise<string> {
  const lang = /^# lang: (\w+)/.exec(written)?.[1] ?? 'en';
  const lines = written.replace(/\n$/, '').split('\n');
  const told: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const line = lines[at++] ?? '';
    told.push(line);
    if (!line.startsWith('$ ')) continue;
    if (line.startsWith('$ write ')) {
      const end = lines.indexOf('.', at);
      store(ledger, line, lines.slice(at, end));
      told.push(...lines.slice(at, end + 1));
      at = end + 1;
      continue;
    }
    const answers: string[] = [];
    for (; lines[at]?.startsWith('< '); at++) {
      told.push(lines[at] ?? '');
      answers.push((lines[at] ?? '').slice(2));
    }
    told.push(...(await result(line.slice(2), answers, lang, ledger)));
    const next = lines.findIndex((l, i) => i >= at && l.startsWith('$ '));
    const end = lines.findIndex((l, i) => i >= at && (next < 0 || i < next) && /^\[(exit \d+|end)\]$/.test(l));
    if (end >= 0) at = end + 1;
  }
  return `${told.join('\n')}\n`;
}

async function result(line: string, answers: readonly string[], lang: string, ledger: SmallLedger): Promise<string[]> {
  if (line.startsWith('cat ')) return [...shown(readFileSync(join(ledger.folder, line.slice(4)), 'utf8')), '[end]'];
  if (line.startsWith('sql ')) {
    ledger.direct(db => db.exec(line.slice(4)));
    return ['[end]'];
  }
  if (line.startsWith('key ')) {
    giveKey(join(ledger.folder, line.slice(4)), line.slice(4));
    return ['[end]'];
  }
  const { env, argv, stdin } = understood(line);
  const before = process.cwd();
  process.chdir(ledger.folder);
  try {
    const ran = await ledger.run(argv, {
      env: { TIAOCHU_LEDGER: 'ledger.db', TIAOCHU_LANG: lang, NO_COLOR: '1', ...env },
      // `COLUMNS=80` makes a terminal of standard output.
      ...(env.COLUMNS === undefined ? {} : { columns: Number(env.COLUMNS) }),
      ...(answers.length > 0 ? { answers } : {}),
      ...(stdin === undefined ? {} : { stdin: readFileSync(stdin) }),
    });
    return told(ran, ledger.folder);
  } finally {
    process.chdir(before);
  }
}

/** What is said, with the temporary folder left out: files are named where they are written. */
function told({ code, stdout, stderr }: Ran, folder: string): string[] {
  const said = [stdout, stderr].flatMap(text => shown(text.replaceAll(`${folder}/`, '/…/')));
  return [...said, `[exit ${code}]`];
}

/** Byte-order marks and carriage returns are left out, and a screen's control codes made visible. */
function shown(text: string): string[] {
  const plain = text.replaceAll('\uFEFF', '').replaceAll('\r\n', '\n').replaceAll('\r', '␍').replaceAll('\x1b', '␛');
  return plain === '' ? [] : plain.replace(/\n$/, '').split('\n');
}

/** `A=b tiaochu words 'with spaces' < file`, the way a shell takes it apart. */
function understood(line: string) {
  const words = [...line.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(m => m[1] ?? m[2] ?? m[3] ?? '');
  const start = words.indexOf('tiaochu');
  if (start < 0) throw new Error(`a transcript cannot run "${line}"`);
  const env = Object.fromEntries(words.slice(0, start).map(word => word.split('=', 2)));
  const from = words.indexOf('<');
  return {
    env,
    argv: words.slice(start + 1, from < 0 ? undefined : from),
    stdin: from < 0 ? undefined : words[from + 1],
  };
}

function store(ledger: SmallLedger, line: string, content: readonly string[]): void {
  const [name = '', form] = line.slice('$ write '.length).split(' ');
  const bytes = form === 'hex' ? Buffer.from(content.join('').replaceAll(' ', ''), 'hex') : undefined;
  ledger.write(name, bytes ?? content.map(text => `${text}\n`).join(''));
}
