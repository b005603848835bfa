import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST, type SmallLedger, smallLedger } from '../support/ledger.ts';

let ledger: SmallLedger;
beforeEach(async () => {
  ledger = await smallLedger();
});
afterEach(() => ledger.remove());

/** The parties of a case, as [role, name, phone]. */
async function partiesOf(kind: 'dispute' | 'petition', number: string) {
  const shown = JSON.parse(await ledger.done(kind, 'show', number, '--reveal', '核对', '--format', 'json'));
  return shown.parties.map(({ role, name, phone }: Record<string, string>) => [role, name, phone]);
}

const HEADER = '原编号,登记单位代码,登记日期,难易程度,类别,纠纷名称,申请人,被申请人';
const row = (number: number, applicant: string, respondent: string) =>
  `JF-${number},${FIRST},2022-05-03,简易,02,院墙滴水,"${applicant}","${respondent}"`;

test('a file keeps every party of a cell, whatever stands between them', async () => {
  const cells = [
    ['张三，李四', '郭海山'],
    ['敖玉兰,13900000001', '孟和与鄂晓光'],
    ['敖玉兰，女', '张三、李四'],
    ['姓名：敖玉兰，电话：13900000001', ''],
    ['张三\n李四', '郭海山;何春花'],
  ] as const;
  const file = ledger.write('d.csv', `${[HEADER, ...cells.map(([a, b], i) => row(i + 1, a, b))].join('\n')}\n`);
  await ledger.done('dispute', 'import', file);
  const read: unknown[] = [];
  for (const i of cells.keys()) read.push(await partiesOf('dispute', `2022-${i + 1}`));
  const [a, b] = ['applicant', 'respondent'];
  expect(read).toEqual([
    [
      [a, '张三', ''],
      [a, '李四', ''],
      [b, '郭海山', ''],
    ],
    [
      [a, '敖玉兰', '13900000001'],
      [b, '孟和', ''],
      [b, '鄂晓光', ''],
    ],
    [
      [a, '敖玉兰', ''],
      [b, '张三', ''],
      [b, '李四', ''],
    ],
    [[a, '敖玉兰', '13900000001']],
    [
      [a, '张三', ''],
      [a, '李四', ''],
      [b, '郭海山', ''],
      [b, '何春花', ''],
    ],
  ]);
});

test('a row whose parties are not understood is rejected as a whole, with what to write', async () => {
  const file = ledger.write('d.csv', `${[HEADER, row(1, '敖玉兰，52岁，尼尔基村', '郭海山')].join('\n')}\n`);
  const { code, stderr } = await ledger.run(['dispute', 'import', file]);
  expect(code).toBe(5);
  expect(stderr).toContain('birth=1970');
  expect(await ledger.json('dispute', 'list', '--all')).toEqual([]);
});

test('the command line keeps every party of a dispute and of a petition', async () => {
  const both = ['--unit', FIRST, '--category', '04'];
  const dispute = ['--grade', 'simple', '--title', '多户争水', '--applicant', '张三，李四', '--respondent', '郭海山'];
  await ledger.done('dispute', 'register', ...both, ...dispute);
  const petition = ['--channel', 'visit', '--kind', 'claim', '--demand', '补缴', '--petitioner', '张三，李四'];
  await ledger.done('petition', 'lodge', ...both, ...petition);
  expect(await partiesOf('dispute', '1')).toEqual([
    ['applicant', '张三', ''],
    ['applicant', '李四', ''],
    ['respondent', '郭海山', ''],
  ]);
  expect(await partiesOf('petition', 'P1')).toEqual([
    ['petitioner', '张三', ''],
    ['petitioner', '李四', ''],
  ]);
});

test('what the forms ask of a party can be changed and emptied, and the ledger checks it', async () => {
  const words = '敖玉兰，女，达斡尔族，1970年生，住址：尼尔基镇一组3号';
  const more = ['--unit', FIRST, '--category', '02', '--grade', 'simple', '--title', '争水', '--applicant', words];
  await ledger.done('dispute', 'register', ...more);
  await ledger.done(
    'dispute',
    'party',
    'change',
    '1',
    '1',
    '--party',
    'sex=,birth=1971,address=,kind=单位,name=某某公司',
  );
  const shown = JSON.parse(await ledger.done('dispute', 'show', '1', '--format', 'json'));
  expect(shown.party_forms).toMatchObject([{ party: 1, kind: 'organisation', sex: null, birth: '1971', address: '' }]);
  await ledger.done('check');
});

test('undoing an import takes off the parties that its merged dispute brought to another one', async () => {
  const header = `${HEADER},状态,并入原编号`;
  const first = ledger.write('a.csv', `${header}\n${row(1, '敖玉兰', '郭海山')},,\n`);
  await ledger.done('dispute', 'import', first);
  const second = ledger.write('b.csv', `${header}\n${row(2, '李四', '郭海山')},已并案,JF-1\n`);
  await ledger.done('dispute', 'import', second);
  expect(await partiesOf('dispute', '2022-1')).toHaveLength(3);
  await ledger.done('import', 'undo', '7', '--yes');
  expect(await partiesOf('dispute', '2022-1')).toHaveLength(2);
  await ledger.done('check');
});
