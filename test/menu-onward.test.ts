import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

/* The menu leads on: what was found is opened, and after each step of a case what usually comes next is offered for the same case. */

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
  const parties = ['--applicant', '敖玉兰', '--respondent', '郭海山', '--on', '2023-12-30'];
  const dispute = ['--grade', 'simple', '--category', '02', '--title', '院墙滴水', ...parties];
  await ledger.done('dispute', 'register', '--unit', FIRST, ...dispute);
});
afterEach(() => ledger.remove());

const menu = (answers: readonly string[]) =>
  ledger.run([], { env: { TIAOCHU_LANG: 'zh', TIAOCHU_LEDGER: ledger.path }, answers });
const status = async () => (await ledger.json<{ status_code: string }>('dispute', 'list', '--all'))[0]?.status_code;

test('what was found is opened from the list, and the case is led through its steps', async () => {
  const { stdout, stderr } = await menu(['5', '院墙', '0', '1', 'save', 'back', 'back', 'back']);
  expect(stderr).toContain('打开哪一条？ 0');
  expect(stdout).toContain(`${FIRST}-2023-1`);
  expect(await status()).toBe('mediating');
  // Asked once after the page, and again after the step.
  expect(stderr.match(/怎样办理？/g)).toHaveLength(2);
  expect(stderr).not.toContain('已取消');
});

test('after a step from the to-do list the next one is offered; Esc goes back without a word of giving up', async () => {
  const { stderr } = await menu(['1', '1', '2', 'save', '⎋', '⏎', 'back']);
  expect(await status()).toBe('mediating');
  expect(stderr).not.toContain('已取消');
  expect(stderr).not.toContain('看完按回车');
});

test('do takes the number of a case, with what usually comes next first', async () => {
  const { stdout } = await ledger.run(['do', '2023-1', '--format', 'csv']);
  expect(stdout.split(/\r?\n/).slice(1, 3)).toEqual([
    `accept (西博荣村),tiaochu dispute accept ${FIRST}-2023-1`,
    `mediate (西博荣村),tiaochu dispute mediate ${FIRST}-2023-1`,
  ]);
});

test('a case with which nothing more is done leads nowhere', async () => {
  await ledger.done('dispute', 'void', '1', '--reason', '重复登记');
  const { stderr } = await ledger.run(['do', '2023-1'], { env: { TIAOCHU_LANG: 'zh' }, answers: [] });
  expect(stderr).toContain('不再办理');
});
