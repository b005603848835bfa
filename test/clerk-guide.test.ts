import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { smallLedger } from './support/ledger.ts';
import { A_DISPUTE, HAS_TMUX, tmuxWindow } from './support/tmux.ts';

const GUIDE = new URL('../docs/guide.zh.md', import.meta.url);
const SCREEN = /<!-- 屏幕：(\S+) -->\n```text\n[^`]*```/g;

/** What is on the screen since the last choice of the menu, without the empty rest. */
function sinceMenu(screen: string): string {
  const lines = screen.split('\n').map(line => line.trimEnd());
  const from = lines.findLastIndex(line => line.startsWith('✔ 要办什么'));
  return lines
    .slice(from + 1)
    .join('\n')
    .trim();
}

test.runIf(HAS_TMUX)(
  'the guide for clerks shows the screens as they are',
  async () => {
    const ledger = await smallLedger();
    const folder = mkdtempSync(join(tmpdir(), 'guide '));
    const window = tmuxWindow(ledger, join(folder, 'settings.json'));
    const screens = new Map<string, string>();
    const look = (name: string) => screens.set(name, sinceMenu(window.screen()));
    try {
      await window.asks('记住您的单位和姓名');
      look('第一次');
      await window.steps(['记住您的单位和姓名', '', 'Enter'], ['您的单位', 'xbr']);
      // The list of all units stands there until the first letter is looked up.
      await window.sees('❯ 西博荣村');
      look('选单位');
      await window.steps(['您的单位', '', 'Enter'], ['您的姓名', '何春花', 'Enter']);
      await window.asks('要办什么');
      look('菜单');
      await window.steps(['要办什么', '2', 'Enter'], ['户编号', '010001']);
      await window.sees('010001');
      look('选户');
      await window.steps(
        ['户编号', '', 'Enter'],
        ['工作领域', '', 'Space', 'Enter'],
        ['民情日记', '看望老人，送医保政策', 'Enter', 'Enter'],
      );
      await window.asks('请核对');
      look('核对走访');
      await window.steps(['请核对', '', 'Enter'], ['发现纠纷', '', 'Enter'], ['户编号', '', 'Escape']);
      await window.steps(...A_DISPUTE);
      await window.asks('请核对');
      look('核对纠纷');
      await window.steps(['请核对', '', 'Enter']);
      await window.asks('怎样办理');
      look('已登记');
      await window.steps(['怎样办理', '', 'Escape']);
      await window.asks('要办什么');
      await window.steps(['要办什么', '1', 'Enter']);
      await window.asks('办第几行');
      look('待办');
      await window.steps(['办第几行', '1', 'Enter']);
      await window.asks('怎样办理');
      look('办理');
      await window.steps(['怎样办理', '', 'Escape']);
    } finally {
      window.close();
      ledger.remove();
      rmSync(folder, { recursive: true });
    }
    const guide = readFileSync(GUIDE, 'utf8');
    const named = [...guide.matchAll(SCREEN)].map(([, name]) => name);
    expect(named.sort()).toEqual([...screens.keys()].sort());
    const wanted = guide.replace(
      SCREEN,
      (_, name: string) => `<!-- 屏幕：${name} -->\n\`\`\`text\n${screens.get(name)}\n\`\`\``,
    );
    if (process.env.UPDATE_DOCS) writeFileSync(GUIDE, wanted);
    expect(readFileSync(GUIDE, 'utf8')).toBe(wanted);
  },
  120_000,
);
