import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

/* The line that a form shows at its end: it can be run as it is, has no English words in Chinese, and no phone or identity number. */

const ZH = { TIAOCHU_LANG: 'zh' };
let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

/** The words of the last line that asks nothing. */
function learnt(stderr: string): string[] {
  const lines = [...stderr.matchAll(/^不再询问的写法：tiaochu (.*)$/gm)];
  return [...(lines.at(-1)?.[1] ?? '').matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

test('the line of a visit names the domains in Chinese, and can be run', async () => {
  const answers = [`${FIRST}010001`, 'mediation discipline', '', 'save'];
  const { stderr } = await ledger.run(['visit', 'add', '--visited-on', '2023-12-30'], { env: ZH, answers });
  const words = learnt(stderr);
  expect(words).toContain('矛盾调处;纪检监察');
  expect(words.join(' ')).not.toMatch(/[a-z]{3}/);
  const { code } = await ledger.run([...words.map(word => word.replace('2023-12-30', '2023-12-29'))], { env: ZH });
  expect(code).toBe(0);
});

test('the line of a paper names the form in Chinese, and can be run', async () => {
  const dispute = ['--grade', 'simple', '--category', '02', '--title', '院墙滴水', '--on', '2023-12-30'];
  await ledger.done(
    'dispute',
    'register',
    '--unit',
    FIRST,
    ...dispute,
    '--applicant',
    '敖玉兰',
    '--respondent',
    '郭海山',
  );
  const { stderr } = await ledger.run(['dispute', 'print', '1', '--output', join(ledger.folder, '告知.docx')], {
    env: ZH,
    answers: ['notice'],
  });
  const words = learnt(stderr);
  expect(words).toContain('权利义务告知书');
  const { code, stderr: said } = await ledger.run(words, { env: ZH });
  expect(code, `${words.join(' ')}\n${said}`).toBe(0);
});

test('phones and identity numbers are left out of the line, names and all other words stay', async () => {
  const applicant = '姓名=敖玉兰,电话=13900001234,身份证=152122199001011238';
  const parties = [applicant, '', '郭海山 13911112222', ''];
  const answers = ['3', FIRST, 'simple', '02', '院墙滴水', ...parties, 'save', '⎋', 'back'];
  const { stderr } = await ledger.run([], { env: { ...ZH, TIAOCHU_LEDGER: ledger.path }, answers });
  const line = learnt(stderr).join(' ');
  expect(stderr).toContain('（电话、证件号码不写在命令里）');
  expect(line).toContain('--申请人 姓名=敖玉兰 --被申请人 郭海山');
  expect(line).not.toMatch(/13900001234|13911112222|1521221990/);
});
