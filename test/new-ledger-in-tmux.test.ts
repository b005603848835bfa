import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { emptyFolder } from './support/ledger.ts';
import { HAS_TMUX, tmuxWindow } from './support/tmux.ts';

/* From nothing to the first visit, on a window of 80 columns and 24 lines: the menu leads through what a visit needs. */

const ledger = emptyFolder();
afterAll(() => ledger.remove());

test.runIf(HAS_TMUX)('a new ledger is set up and has its first visit', { timeout: 180_000 }, async () => {
  const window = tmuxWindow(ledger, join(ledger.folder, 'me.json'));
  const cadre = (name: string) =>
    [
      ['干部', '', 'Enter'],
      ['姓名', name, 'Enter'],
      ['村代码', '西博荣', 'Enter'],
      ['请核对', '', 'Enter'],
    ] as const;
  try {
    await window.steps(
      ['怎么开始', '', 'Enter'],
      ['旗县代码', '150722', 'Enter'],
      ['旗县名称', '莫力达瓦达斡尔族自治旗', 'Enter'],
      ['请核对', '', 'Enter'],
      ['记住您的单位和姓名', '', 'Enter'],
      ['您的单位', '', 'Enter'],
      ['您的姓名', '何春花', 'Enter'],
      ['要办什么', '', 'Enter'],
      ['现在填写机构', '', 'Enter'],
      ['从哪天起生效', '', 'C-u'],
      ['从哪天起生效', '2023-05-01', 'Enter'],
      ['代码', '150722100', 'Enter'],
      ['名称', '尼尔基镇', 'Enter'],
      ['请核对', '', 'Enter'],
      ['还缺机构', '', 'Enter'],
      ['代码', '150722100200', 'Enter'],
      ['名称', '西博荣村', 'Enter'],
      ['请核对', '', 'Enter'],
      ...cadre('敖玉兰'),
      ...cadre('郭海山'),
      ['现在填写结对', '', 'Enter'],
      ['村代码', '', 'Enter'],
      ['队员一', '', 'Enter'],
      ['队员二', '', 'Enter'],
      ['请核对', '', 'Enter'],
      ['现在填写户', '', 'Enter'],
      ['村代码', '', 'Enter'],
      ['户主', '沃晓光', 'Enter'],
      ['请核对', '', 'Enter'],
      ['现在填写包户', '', 'Enter'],
      ['户编号', '', 'Enter'],
      ['结对', '', 'Enter'],
      ['干部', '', 'Enter'],
      ['请核对', '', 'Enter'],
      ['要办什么', '2', 'Enter'],
      ['户编号', '', 'Enter'],
      ['工作领域', '', 'Space', 'Enter'],
      ['民情日记', '', 'Enter'],
      ['请核对', '', 'Enter'],
      ['发现纠纷', '', 'Enter'],
      ['户编号', '', 'Escape'],
      ['要办什么', '', 'Escape'],
    );
    await window.sees('LEFT');
    expect(ledger.direct(db => db.prepare('select count(*) from visit').pluck().get())).toBe(1);
  } finally {
    window.close();
  }
});
