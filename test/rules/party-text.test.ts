import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PartyWords } from '../../src/cases/party.ts';
import { readParties, readPartyChange } from '../../src/cases/party-text.ts';
import { Failure } from '../../src/kernel/failure.ts';
import { unlessRefused } from '../support/refusals.ts';

/** What is said of each party, in short: the values that are not empty, a person's kind left out. */
function short(words: PartyWords): string {
  return Object.entries(words)
    .flatMap(([key, value]) =>
      value === '' || (key === 'kind' && value === 'person') ? [] : [key === 'name' ? value : `${key}=${value}`],
    )
    .join(' ');
}

/** [what is written, what is read of each party] */
const READ: readonly (readonly [written: string, ...parties: string[]])[] = [
  ['张三', '张三'],
  ['张三，李四', '张三', '李四'],
  ['张三,李四,王五', '张三', '李四', '王五'],
  ['张三，李四、王五', '张三', '李四', '王五'],
  ['张三、李四', '张三', '李四'],
  ['张三；李四', '张三', '李四'],
  ['张三;李四；', '张三', '李四'],
  ['张三\n李四\r\n王五', '张三', '李四', '王五'],
  ['张三\t李四', '张三', '李四'],
  ['张三 李四', '张三', '李四'],
  ['张三/李四', '张三', '李四'],
  ['张三。李四。', '张三', '李四'],
  ['1、张三 2、李四', '张三', '李四'],
  ['1.张三；2.李四', '张三', '李四'],
  ['①张三②李四', '张三', '李四'],
  ['敖玉兰与郭海山', '敖玉兰', '郭海山'],
  ['孟和与鄂晓光', '孟和', '鄂晓光'],
  ['孟和巴特尔', '孟和巴特尔'],
  ['敖玉兰 13900000001', '敖玉兰 phone=13900000001'],
  ['敖玉兰,13900000001', '敖玉兰 phone=13900000001'],
  ['敖玉兰13900000001', '敖玉兰 phone=13900000001'],
  ['敖玉兰１３９００００００１１', '敖玉兰 phone=13900000011'],
  ['敖玉兰（13900000001）', '敖玉兰 phone=13900000001'],
  ['敖玉兰 139 0000 0001', '敖玉兰 phone=13900000001'],
  ['敖玉兰 139-0000-0001', '敖玉兰 phone=13900000001'],
  ['敖玉兰 +86 13900000001', '敖玉兰 phone=13900000001'],
  ['敖玉兰 0470-4612345', '敖玉兰 phone=04704612345'],
  ['13900000001 敖玉兰', '敖玉兰 phone=13900000001'],
  ['张三 13900000001、李四 13900000002', '张三 phone=13900000001', '李四 phone=13900000002'],
  ['姓名：敖玉兰，电话：13900000001', '敖玉兰 phone=13900000001'],
  ['姓名:敖玉兰 电话:13900000001', '敖玉兰 phone=13900000001'],
  ['姓名：敖玉兰电话：13900000001', '敖玉兰 phone=13900000001'],
  ['姓名 敖玉兰 电话 13900000001', '敖玉兰 phone=13900000001'],
  ['敖玉兰 电话13900000001', '敖玉兰 phone=13900000001'],
  ['姓名＝敖玉兰，电话＝１３９００００００１１', '敖玉兰 phone=13900000011'],
  ['name=敖玉兰,phone=13900000001', '敖玉兰 phone=13900000001'],
  ['name=敖玉兰,phone=13900000001,name=郭海山', '敖玉兰 phone=13900000001', '郭海山'],
  ['NAME=敖玉兰,Phone=13900000001', '敖玉兰 phone=13900000001'],
  ['申请人：张三、李四', '张三', '李四'],
  ['敖玉兰，女', '敖玉兰 sex=female'],
  ['敖玉兰（女）、郭海山（男）', '敖玉兰 sex=female', '郭海山 sex=male'],
  ['敖玉兰 女 达斡尔族', '敖玉兰 sex=female ethnicity=达斡尔'],
  ['敖玉兰，女，汉，农民', '敖玉兰 sex=female ethnicity=汉 occupation=农民'],
  ['敖玉兰、女、鄂温克族、1970年5月出生', '敖玉兰 sex=female birth=1970 ethnicity=鄂温克'],
  [
    '敖玉兰 性别：女 民族：蒙古族 出生年月：1970年5月 职业：教师',
    '敖玉兰 sex=female birth=1970 ethnicity=蒙古 occupation=教师',
  ],
  ['姓名：张　三 性别：男', '张三 sex=male'],
  ['张　三', '张三'],
  ['王 五、李四', '王五', '李四'],
  ['孟和·巴特尔', '孟和·巴特尔'],
  ['孟和•巴特尔，乌云．其木格', '孟和·巴特尔', '乌云·其木格'],
  ['莫德尔图', '莫德尔图'],
  ['欧阳修文，阿拉坦其其格', '欧阳修文', '阿拉坦其其格'],
  ['张\u200b三', '张三'],
  ['John Smith, Anna', 'John Smith', 'Anna'],
  ['某某公司', '某某公司 kind=organisation'],
  [
    '尼尔基镇某某农机（合作）有限公司，0470-4612345',
    '尼尔基镇某某农机(合作)有限公司 phone=04704612345 kind=organisation',
  ],
  ['张三、某某合作社、尼尔基村委会', '张三', '某某合作社 kind=organisation', '尼尔基村委会 kind=organisation'],
  ['尼尔基村', '尼尔基村 kind=organisation'],
  ['敖玉兰 150722198001010012 13900000001', '敖玉兰 phone=13900000001 id=150722198001010012'],
  ['敖玉兰，身份证号：15072219650815012x', '敖玉兰 id=15072219650815012X'],
  ['敖玉兰15072219650815012X', '敖玉兰 id=15072219650815012X'],
  ['敖玉兰 150722 19800101 0012', '敖玉兰 id=150722198001010012'],
  ['敖玉兰 150722100200010001', '敖玉兰 household=150722100200010001'],
  ['敖玉兰，电话：13900000001，住址：莫旗尼尔基镇 一组 3号', '敖玉兰 phone=13900000001 address=莫旗尼尔基镇 一组 3号'],
  ['敖玉兰，尼尔基村，一组，3号', '敖玉兰 address=尼尔基村一组3号'],
  ['原告：张三 被告：李四', '张三', '李四'],
  ['原告张三，被告李四', '张三', '李四'],
  ['张三，村民小组', '张三', '村民小组 kind=organisation'],
  ['敖玉兰，村民代表，出生于1970年', '敖玉兰 birth=1970 occupation=村民代表'],
  ['村民张三，牧民李四', '张三 occupation=村民', '李四 occupation=牧民'],
  [
    'name=敖玉兰,representative=何春花,authority=2023年5月3日,language=达斡尔语',
    '敖玉兰 representative=何春花 authority=2023-05-03 language=达斡尔语',
  ],
  ['敖玉兰，达斡尔语', '敖玉兰 language=达斡尔语'],
  ['name=宝音和希格', '宝音和希格'],
  ['name=东胜村,kind=organisation', '东胜村 kind=organisation'],
];

describe('parties are read as people write them', () => {
  test.each(READ)('%j', (written, ...parties) => {
    expect(readParties(written).map(short)).toEqual(parties);
  });
});

/** [what is written, what the refusal names, a part of what it says of it] */
const REFUSED: readonly (readonly [written: string, named: string, zh: string])[] = [
  ['', '', '没有姓名'],
  ['13900000001', '13900000001', '没有姓名'],
  ['150722198001010012', '150722198001010012', '没有姓名'],
  ['name=13900000001', '13900000001', '不是姓名'],
  ['name=150722198001010012', '150722198001010012', '不是姓名'],
  ['姓名：女', '女', '不是姓名'],
  ['敖玉兰，52岁，尼尔基村', '52岁', '出生年份=1970'],
  ['敖玉兰 年龄：52', '52', '出生年份=1970'],
  ['张三，妻子', '妻子', '不是姓名'],
  ['张三等3人', '张三等3人', '不止一人'],
  ['张三夫妇', '张三夫妇', '不止一人'],
  ['张三和李四', '张三和李四', '可能是几个人'],
  ['宝音和希格', '宝音和希格', '姓名=宝音和希格'],
  ['农业与水利公司', '农业与水利公司', '可能是几个人'],
  ['无', '无', '请留空'],
  ['张三，张红旗', '张红旗', '不明确'],
  ['张三，东胜村', '东胜村', '住址=东胜村'],
  ['张三、高山', '高山', '民族=高山'],
  ['张三 备注：外出', '备注', '无法识别'],
  ['张三,wechat=abc', 'wechat', '无法识别'],
  ['张三（小）', '小', '无法识别'],
  ['张三 13900000001 13900000002', '13900000002', '写了两次'],
  ['张三 139000000', '139000000', '不是电话'],
  ['name=敖玉兰,phone=12', '电话', '不是电话号码'],
  ['敖玉兰 150722198001010013', '', '校验位'],
  ['敖玉兰 000000900101101', '', '15 位'],
  ['name=张*', '', '隐去'],
  ['系郭海山之妻', '系郭海山之妻', '无法识别'],
  ['name=敖玉兰,sex=3', '性别', '男、女'],
  ['name=敖玉兰,birth=70', '出生年份', '1970'],
  ['name=敖玉兰,ethnicity=火星', '民族', 'GB/T 3304'],
  ['name=敖玉兰,id=150722198001010012,birth=1970', '出生年份', '身份证号不符'],
  ['name=敖玉兰,id=150722198001010012,sex=女', '性别', '身份证号不符'],
  ['name=敖玉兰,authority=昨天', '委托书日期', '日期'],
];

describe('what is not understood is refused by name', () => {
  test.each(REFUSED)('%j', (written, named, zh) => {
    const failure = unlessRefused(() => readParties(written));
    if (!(failure instanceof Failure)) throw new Error(`it was read: ${failure.map(short).join('; ')}`);
    expect(failure.kind).toBe('usage');
    expect(failure.text.zh).toContain(named);
    expect(failure.text.zh).toContain(zh);
  });
});

test('a change names what changes, of one party only', () => {
  expect(readPartyChange('sex=女,birth=1970')).toEqual({ sex: 'female', birth: '1970' });
  expect(readPartyChange('phone=,address=')).toEqual({ phone: '', address: '' });
  expect(readPartyChange('13900000001')).toEqual({ phone: '13900000001' });
  expect(unlessRefused(() => readPartyChange('name=张三;name=李四'))).toBeInstanceOf(Failure);
  expect(unlessRefused(() => readPartyChange('name='))).toBeInstanceOf(Failure);
});

describe('nobody is lost', () => {
  const names = fc.constantFrom(
    ...[
      '张三',
      '李四',
      '敖玉兰',
      '郭海山',
      '孟和',
      '莫德尔图',
      '欧阳修文',
      '乌云其其格',
      '孟和·巴特尔',
      '某某合作社',
      '孟和巴特尔',
    ],
  );
  const between = fc.constantFrom('，', ',', '、', '；', ';', '\n', '\t', ' ', '　', '，　', ' / ', '\r\n', '、 ');
  const more = fc.constantFrom(
    '',
    '13900000001',
    ' 13900000001',
    '（13900000001）',
    '，女',
    '(男)',
    ' 达斡尔族',
    '，电话：13900000001',
  );

  test('whatever stands between persons, and whatever is said of each', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(names, more, between), { minLength: 1, maxLength: 6 }), people => {
        const written = people.map(([name, said, sign]) => `${name}${said}${sign}`).join('');
        expect(readParties(written).map(({ name }) => name)).toEqual(people.map(([name]) => name));
      }),
      { numRuns: 500 },
    );
  });

  test('a cell of anything is read, or refused by a sentence', () => {
    const signs = '张三李四和与、，,;； =:：()（）0123456789女男族村组号岁name等*.-'.split('');
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...signs), { maxLength: 20 }), written => {
        const read = unlessRefused(() => readParties(written.join('')));
        if (read instanceof Failure) expect(read.kind).toBe('usage');
        else for (const { name } of read) expect(name).not.toBe('');
      }),
      { numRuns: 2000 },
    );
  });
});
