import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { A_DISPUTE, HAS_TMUX, tmuxWindow } from './support/tmux.ts';

/*
 * The built program in tmux, in Chinese, started by its name alone: what somebody who knows the office and no option types, key
 * by key, on a window of 80 columns and 24 lines.
 */

describe.runIf(HAS_TMUX)('tiaochu alone in tmux', { timeout: 180_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'tmux '));
  let ledger: SmallLedger;
  let window: ReturnType<typeof tmuxWindow>;

  beforeAll(async () => {
    ledger = await smallLedger();
    await ledger.done('me', '西博荣村', '何春花', '--as', 'x').catch(() => undefined);
  });
  beforeEach(() => {
    window = tmuxWindow(ledger, join(folder, 'settings.json'));
  });
  afterEach(() => window.close());
  afterAll(() => {
    ledger.remove();
    rmSync(folder, { recursive: true });
  });

  const visits = async () => (await ledger.json('visit', 'list')).length;
  const disputes = async () => ledger.json<{ number: string; status_code: string }>('dispute', 'list', '--all');

  test('keeps unit and name, and registers a dispute with two parties', async () => {
    await window.steps(
      ['记住您的单位和姓名', '', 'Enter'],
      ['您的单位', 'xbr', 'Enter'],
      ['您的姓名', '何春花', 'Enter'],
      ...A_DISPUTE,
      ['请核对', '', 'Enter'],
      // What usually comes next is offered for the same case.
      ['怎样办理', '', 'Escape'],
      ['要办什么', '', 'Escape'],
    );
    await window.sees('LEFT');
    expect(await disputes()).toHaveLength(1);
    const parties = ledger.direct(db => db.prepare('select role, name from party order by id').raw().all());
    expect(parties).toEqual([
      ['applicant', '敖玉兰'],
      ['respondent', '郭海山'],
    ]);
  });

  test('logs five visits with diaries in fewer than 600 keys', async () => {
    await window.steps(['要办什么', '2', 'Enter']);
    for (const [i, diary] of [
      '看望老人，送医保政策',
      '了解春耕准备',
      '核对低保材料',
      '宣传防火',
      '询问就业打算',
    ].entries())
      await window.steps(
        ['户编号', `01000${i + 1}`, 'Enter'],
        ['工作领域', '', 'Space', 'Enter'],
        ['民情日记', diary, 'Enter', 'Enter'],
        ['请核对', '', 'Enter'],
        ['发现纠纷', '', 'Enter'],
      );
    await window.steps(['户编号', '', 'Escape'], ['要办什么', '', 'Escape']);
    await window.sees('LEFT');
    expect(await visits()).toBe(5);
    console.log(`five visits with diaries: ${window.keys()} keys`);
    expect(window.keys()).toBeLessThan(600);
  });

  test('keeps every line of a diary that is pasted, marked by the terminal or not', async () => {
    for (const [i, options] of [['-p'], []].entries()) {
      await window.steps(['要办什么', '2', 'Enter'], ['户编号', '010006', 'Enter'], ['工作领域', '', 'Space', 'Enter']);
      await window.asks('民情日记');
      window.paste(`第一行\n\n\n第二行${i}\n第三行`, ...options);
      await window.sees('第三行');
      await window.steps(
        ['民情日记', '', 'Enter', 'Enter'],
        ['请核对', '', 'Enter'],
        ['发现纠纷', '', 'Enter'],
        ['户编号', '', 'Escape'],
      );
    }
    await window.steps(['要办什么', '', 'Escape']);
    await window.sees('LEFT');
    const kept = ledger.direct(db =>
      db.prepare("select diary from visit where diary like '第一行%' union all select diary from diary").pluck().all(),
    );
    expect(kept).toEqual(['第一行\n\n\n第二行0\n第三行', '第一行\n\n\n第二行1\n第三行']);
  });

  test('mediates and escalates the dispute from the to-do list; the township accepts, mediates and settles it', async () => {
    await window.steps(
      ['要办什么', '', 'Enter'],
      ['办第几行', '1', 'Enter'],
      ['怎样办理', '', 'Enter'],
      ['结果', '未', 'Enter'],
      ['调解记录', '双方分歧较大', 'Enter', 'Enter'],
      ['请核对', '', 'Enter'],
      ['怎样办理', '上报', 'Enter'],
      ['请核对', '', 'Enter'],
      ['怎样办理', '', 'Escape'],
      ['办第几行', '', 'Escape'],
      ['要办什么', '', 'Escape'],
    );
    await window.sees('LEFT');
    window.close();
    window = tmuxWindow(ledger, join(folder, 'township.json'));
    await window.steps(
      ['记住您的单位和姓名', '', 'Enter'],
      ['您的单位', '尼尔基镇', 'Enter'],
      ['您的姓名', '郭海山', 'Enter'],
      ['要办什么', '', 'Enter'],
      ['办第几行', '1', 'Enter'],
      ['怎样办理', '', 'Enter'],
      ['请核对', '', 'Enter'],
      ['怎样办理', '', 'Escape'],
      ['办第几行', '', 'Enter'],
      // It is not due within a week: found among all commands by their words.
      ['要办什么', '8', 'Enter'],
      ['哪一类', '', 'Enter'],
      ['按字查找', 'dispute mediate', 'Enter'],
      ['纠纷编号', '院墙', 'Enter'],
      ['结果', '', 'Down', 'Enter'],
      ['调解记录', '双方同意改道排水', 'Enter', 'Enter'],
      ['请核对', '', 'Enter'],
      // A case that is agreed on is settled next, without being picked again.
      ['怎样办理', '', 'Enter'],
      ['协议形式', '书面', 'Enter'],
      ['协议内容', '改道排水，互不追究', 'Enter', 'Enter'],
      ['协议金额', '', 'Enter'],
      ['履行期限', '', 'Enter'],
      ['分期履行', '', 'Enter'],
      // The rules demand it, so the form asks for it.
      ['告知当事人权利义务', '今天', 'Enter'],
      ['请核对', '', 'Enter'],
      // The agreement is due next, and the form of the settlement offers it.
      ['现在打印调解协议书吗', '', 'Enter'],
      ['怎样办理', '', 'Escape'],
      ['哪一类', '', 'Escape'],
      ['要办什么', '', 'Escape'],
    );
    await window.sees('LEFT');
    expect((await disputes())[0]).toMatchObject({ status_code: 'settled' });
    expect(readdirSync(ledger.folder).filter(name => name.startsWith('调解协议书'))).toHaveLength(1);
  });

  test('gives up a form half-way, and nothing is written', async () => {
    const before = (await disputes()).length;
    await window.steps(['要办什么', '3', 'Enter'], ['难易程度', '', 'Enter'], ['类别', '邻里', 'Enter']);
    await window.asks('纠纷名称');
    // A line break within a paste does not answer the next question.
    window.paste('不登记\n的纠纷\n', '-p');
    await window.sees('不登记 的纠纷');
    await window.steps(['纠纷名称', '', 'C-c'], ['要办什么', '', 'C-c']);
    await window.sees('LEFT');
    expect(await disputes()).toHaveLength(before);
  });
});
