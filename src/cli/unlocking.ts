import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { isEncrypted, keyIfKnown, keyOf, unlocked } from '../ledger/encryption/keys.ts';
import { wrongPassphrase } from '../ledger/encryption/problems.ts';
import { atTerminal } from './at-terminal.ts';
import { passphraseIn } from './passphrase-file.ts';
import type { Session, World } from './world.ts';

/** The file that is named for the passphrase of the ledger. */
export function keyFileIn(given: Readonly<Record<string, unknown>>, env: World['env']): string | undefined {
  return (given.keyFile as string | undefined) ?? (env.TIAOCHU_KEY_FILE || undefined);
}

/**
 * Has the passphrase of an encrypted file at hand, from a file, a descriptor or a terminal; any other file needs none. Throws
 * a Failure of kind `ledger` (exit 6) where there is none, or a wrong one.
 */
export async function unlock(path: string, given: Readonly<Record<string, unknown>>, session: Session): Promise<void> {
  if (!isEncrypted(path) || keyIfKnown(path)) return;
  const { world, lang } = session;
  const file = keyFileIn(given, world.env);
  if (file !== undefined) {
    if (file === '-') refuseTwice(given);
    if (!unlocked(path, await passphraseIn(file, world))) throw wrongPassphrase(path);
  } else if (atTerminal(world)) {
    const prompter = await world.prompter(lang);
    const complaint = (typed: string) => (unlocked(path, typed) ? undefined : WRONG[lang]);
    await prompter.secret(questionOf(path)[lang], complaint);
  } else keyOf(path);
}

/** Values that are written, or are no file. */
const NOT_READ = ['keyFile', 'output', 'rejected'];

/** Standard input can be read once: a second `-` would find nothing there. */
function refuseTwice(given: Readonly<Record<string, unknown>>): void {
  const others = Object.entries(given).filter(
    ([name, value]) => !NOT_READ.includes(name) && [value].flat().includes('-'),
  );
  if (others.length > 0)
    misuse(
      {
        zh: '标准输入只能读一次，不能既是台账口令又是别的内容',
        en: 'Standard input is read once: it cannot be the passphrase of the ledger and something else',
      },
      { zh: '台账口令请放在文件里，或用 /dev/fd/3', en: 'Put the passphrase into a file, or use /dev/fd/3' },
    );
}

const questionOf = (path: string): Text => ({ zh: `${path} 的台账口令`, en: `Passphrase of ${path}` });
const WRONG: Text = { zh: '口令不对', en: 'That is not the passphrase' };
