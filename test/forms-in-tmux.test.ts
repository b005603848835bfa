import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { A_DISPUTE, HAS_TMUX, tmuxWindow } from './support/tmux.ts';

/*
 * Which keys a form understands, on a window of 80 columns and 24 lines: what scripted answers cannot show.
 */

describe.runIf(HAS_TMUX)('a form in tmux', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tmux '));
  const settings = join(folder, 'settings.json');
  let ledger: SmallLedger;
  let window: ReturnType<typeof tmuxWindow>;

  beforeAll(async () => {
    ledger = await smallLedger();
    await ledger.run(['me', '西博荣村', '何春花'], { env: { TIAOCHU_CONFIG: settings } });
  });
  beforeEach(() => {
    window = tmuxWindow(ledger, settings);
  });
  afterEach(() => window.close());
  afterAll(() => {
    ledger.remove();
    rmSync(folder, { recursive: true });
  });

  const respondents = () =>
    ledger.direct(db => db.prepare("select name from party where role = 'respondent' order by id").pluck().all());

  test('has nothing where an optional answer from before is deleted, key by key or at once', async () => {
    for (const keys of [['BSpace', 'BSpace', 'BSpace'], ['C-u']]) {
      await window.steps(...A_DISPUTE.slice(0, -1), ['还有被申请人', '假人甲', 'Enter']);
      await window.sees('假人甲\n? 还有被申请人');
      await window.steps(
        ['还有被申请人', '', 'Escape'],
        ['（可不填） 假人甲', '', ...keys, 'Enter'],
        ['请核对', '', 'Enter'],
        // The second one may be the same as the first.
        ...(keys.length === 1 ? ([['仍要继续', 'y', 'Enter']] as const) : []),
        ['怎样办理', '', 'Escape'],
      );
    }
    await window.steps(['要办什么', '', 'Escape']);
    await window.sees('LEFT');
    expect(respondents()).toEqual(['郭海山', '郭海山']);
  });

  test('goes to the line of the last page that a full-width digit names', async () => {
    await window.steps(
      ...A_DISPUTE.slice(0, -1),
      ['还有被申请人', '', 'Enter'],
      ['请核对', '４', 'Enter'],
      ['纠纷名称', '', 'C-u'],
      ['纠纷名称', '两家争地', 'Enter'],
      ['请核对', '', 'Escape'],
    );
    await window.asks('被申请人');
    window.press('C-c');
    await window.sees('已取消，未写入任何数据');
    expect(window.screen()).toContain('4 纠纷名称：两家争地');
    expect(window.screen()).not.toContain('错误');
  });
});
