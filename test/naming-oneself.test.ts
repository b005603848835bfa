import { afterEach, beforeEach, expect, test } from 'vitest';
import { allParams } from '../src/cli/all-params.ts';
import { writers } from '../src/cli/common-params.ts';
import { AREAS } from '../src/program.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

const visitor = { env: { TIAOCHU_OPERATOR: undefined, USER: 'visitor' } };

test('every command that an operator may be refused takes his name and his passphrase', async () => {
  const commands = await Promise.all(
    AREAS.map(async ({ name, load }) => (await load()).map(command => ({ path: `${name} ${command.name}`, command }))),
  );
  const lacking = commands.flat().filter(({ command }) => {
    const { access, personal, isJournalled } = command;
    if (access !== 'write' && access !== 'file' && !personal && !isJournalled) return false;
    const { as, passphraseFile } = allParams(command);
    return as !== writers.as || passphraseFile !== writers.passphraseFile;
  });
  expect(lacking.map(({ path }) => path)).toEqual([]);
});

test('papers are printed under the name that --as proves, and --class says what a claim is', async () => {
  const passphrase = ledger.write('passphrase', 'birch and larch');
  await ledger.done(
    ...['dispute', 'register', '--unit', FIRST, '--on', '2023-06-01', '--grade', 'simple', '--category', '02'],
    ...['--title', '院墙', '--applicant', 'name=敖玉兰', '--respondent', 'name=孟秀英'],
  );
  const lodge = ['petition', 'lodge', '--unit', FIRST, '--on', '2023-06-01', '--petitioner', '敖玉兰'];
  for (let n = 0; n < 2; n++)
    await ledger.done(...lodge, '--channel', 'visit', '--kind', 'claim', '--category', '04', '--demand', `第${n}件`);
  await ledger.done('visit', 'import', `${ledger.folder}/visits.csv`);
  const add = ['operator', 'add', '杜建国', '--unit', '150722', '--role', 'admin', '--new-passphrase-file', passphrase];
  expect(await ledger.run(add, visitor)).toMatchObject({ code: 0 });
  const proven = ['--as', '杜建国', '--passphrase-file', passphrase];
  const last = async () => (await ledger.json('log', '--last', '1'))[0];

  for (const [noun, number, form] of [
    ['dispute', `${FIRST}-2023-1`, 'application'],
    ['petition', `${FIRST}-2023-P1`, 'registration'],
    ['visit', '1', 'diary'],
  ] as const) {
    const print = [noun, 'print', number, '--form', form, '--output', `${ledger.folder}/${noun}.docx`];
    const refused = await ledger.run([...print, '--as', '无名'], visitor);
    expect([refused.code, refused.stderr]).toEqual([4, expect.stringContaining('There is no operator "无名"')]);
    const printed = await ledger.run([...print, ...proven], visitor);
    expect([printed.code, printed.stderr.includes('error')]).toEqual([0, false]);
    expect(await last()).toMatchObject({ operator: '杜建国', command: `${noun} print` });
  }

  const classify = (number: string, ...argv: string[]) =>
    ledger.run(['petition', 'classify', number, '--on', '2023-06-02', ...argv], visitor);
  expect(await classify('P1', '--class', 'residual', '--as', '无名')).toMatchObject({ code: 4 });
  expect(await classify('P1', '--class', 'residual', ...proven)).toMatchObject({ code: 0 });
  expect(await last()).toMatchObject({ operator: '杜建国', command: 'petition classify' });
  // As it was written before: the class by --as, and the operator in the same line.
  expect(await classify('P2', '--as', 'residual', ...proven)).toMatchObject({ code: 0 });
  expect(await classify('P2', '--as=arbitration', ...proven)).toMatchObject({ code: 0 });
});
