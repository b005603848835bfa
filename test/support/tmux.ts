import { spawnSync } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { SmallLedger } from './ledger.ts';

const PROGRAM = fileURLToPath(new URL('../../bin/tiaochu.js', import.meta.url));
export const HAS_TMUX = spawnSync('tmux', ['-V']).status === 0;
if (!HAS_TMUX) console.warn('tmux is not installed: the menu and the forms were NOT tried on a real terminal');

const [LONGEST_MS, LOOK_MS] = [15_000, 40] as const;

/** A window with the program in it; it counts the keys that are pressed. */
export function tmuxWindow(ledger: SmallLedger, settings: string) {
  const server = `tiaochu-${process.pid}-${Math.random().toString(36).slice(2)}`;
  const tmux = (...argv: string[]) =>
    spawnSync('tmux', ['-L', server, '-f', '/dev/null', ...argv], { encoding: 'utf8' });
  const env = {
    TIAOCHU_LEDGER: ledger.path,
    TIAOCHU_LANG: 'zh',
    TIAOCHU_TODAY: '2023-12-31',
    TIAOCHU_CONFIG: settings,
    TIAOCHU_OPERATOR: '',
  };
  const given = Object.entries(env).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  const command = `'${process.execPath}' '${PROGRAM}'; echo LEFT; sleep 60`;
  tmux('-u', 'new-session', '-d', '-c', ledger.folder, '-x', '80', '-y', '24', ...given, command);
  let keys = 0;
  const screen = () => tmux('capture-pane', '-p').stdout;
  const press = (...names: readonly string[]) => {
    keys += names.length;
    tmux('send-keys', ...names);
  };
  const until = async (isShown: (screen: string) => boolean, text: string) => {
    for (const end = Date.now() + LONGEST_MS; ; await wait(LOOK_MS)) {
      const now = screen();
      if (isShown(now)) return wait(SETTLED_MS);
      if (Date.now() > end) throw new Error(`"${text}" was not shown:\n${now}`);
    }
  };
  /** Waits for a text anywhere on the screen. */
  const sees = (text: string) => until(now => now.includes(text), text);
  /** Waits until a question is asked; those that were answered have a tick before them. */
  const asks = (text: string) =>
    until(
      now =>
        now
          .split('\n')
          .findLast(line => line.startsWith('? '))
          ?.includes(text) === true,
      text,
    );
  return {
    screen,
    sees,
    asks,
    keys: () => keys,
    press,
    /** Each step: what is asked, the text that is typed (a key each character), the keys after it. */
    steps: async (...all: readonly (readonly [asked: string, typed: string, ...keys: string[]])[]) => {
      for (const [asked, typed, ...after] of all) {
        await asks(asked);
        if (typed !== '') {
          keys += [...typed].length;
          tmux('send-keys', '-l', typed);
          await wait(SETTLED_MS);
        }
        for (const key of after) {
          press(key);
          await wait(SETTLED_MS);
        }
      }
    },
    paste: (text: string, ...options: readonly string[]) => {
      spawnSync('tmux', ['-L', server, 'load-buffer', '-'], { input: text });
      tmux('paste-buffer', ...options);
    },
    close: () => tmux('kill-server'),
  };
}

const SETTLED_MS = 120;

/** What the form of a dispute asks of a clerk at the counter, up to its last page. */
export const A_DISPUTE = [
  ['要办什么', '3', 'Enter'],
  ['难易程度', '', 'Enter'],
  ['类别', '邻里', 'Enter'],
  ['纠纷名称', '院墙滴水', 'Enter'],
  ['申请人', '敖玉兰', 'Enter'],
  ['还有申请人', '', 'Enter'],
  ['被申请人', '郭海山', 'Enter'],
  ['还有被申请人', '', 'Enter'],
] as const;
