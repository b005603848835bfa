import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { FIRST, type SmallLedger } from './support/ledger.ts';
import { ledgerWithOneThatLeft, THE_VISITS, visitsIn } from './support/the-visits.ts';

const FOLDER = fileURLToPath(new URL('files/', import.meta.url));
const textOf = (name: string) => readFileSync(join(FOLDER, name), 'utf8');

const ZH = { env: { TIAOCHU_LANG: 'zh' } };

let ledger: SmallLedger;

beforeEach(async () => {
  ledger = await ledgerWithOneThatLeft();
});

afterEach(() => ledger.remove());

const visits = () => visitsIn(ledger);
const visitCount = () => ledger.direct(db => db.prepare('select count(*) from visit').pluck().get());

const GOOD = readdirSync(join(FOLDER, 'good')).filter(name => name !== 'rare-characters.csv');

describe('good files', () => {
  test.each(GOOD)('%s holds the same three visits as every good file', async name => {
    const { code, stderr } = await ledger.run(['visit', 'import', join(FOLDER, 'good', name)]);
    // What the form of a file was understood as is said; nothing else is.
    expect({
      code,
      stderr: stderr.replaceAll(/^(?:note: |\S+: the header is on|\S+: "[^"]+" is read as).*\n/gm, ''),
    }).toEqual({
      ...{ code: 0, stderr: '' },
    });
    expect(await visits()).toEqual(THE_VISITS);
  });

  const plain = textOf('good/plain.csv');
  const chinese = textOf('good/chinese-header-other-order.csv');
  const windows = (text: string) => text.replaceAll('\n', '\r\n');
  const encoded: readonly (readonly [string, Uint8Array])[] = [
    ['GB18030', iconv.encode(plain, 'gb18030')],
    ['GBK with CRLF, as WPS saves it', iconv.encode(windows(chinese), 'gbk')],
    ['GB18030 with its own byte-order mark', iconv.encode(`\ufeff${plain}`, 'gb18030')],
    ['UTF-8 with BOM, a Chinese header and CRLF', Buffer.from(`\ufeff${windows(chinese)}`)],
    ['the line ends of old Macs', Buffer.from(plain.replaceAll('\n', '\r'))],
    ['UTF-16 LE with its mark, as Excel saves Unicode text', Buffer.from(`\ufeff${plain}`, 'utf16le')],
    ['UTF-16 BE with its mark', iconv.encode(`\ufeff${plain}`, 'utf-16be')],
  ];
  test.each(encoded)('a file in %s holds the same visits', async (_, bytes) => {
    const { code, stderr } = await ledger.run(['visit', 'import', ledger.write('走访.csv', bytes)]);
    expect({ code, stderr: stderr.replace(/^note: .*\n/, '') }).toEqual({ code: 0, stderr: '' });
    expect(await visits()).toEqual(THE_VISITS);
  });

  test.each(['utf-8', 'gb18030'])('characters beyond GBK arrive whole from %s', async encoding => {
    const bytes = iconv.encode(textOf('good/rare-characters.csv'), encoding);
    expect((await ledger.run(['visit', 'import', ledger.write('rare.csv', bytes)])).code).toBe(0);
    expect(await visits()).toMatchObject([{ domains: 'mediation', diary: '到㛃家看望𠮷大爷' }]);
  });

  test('columns that are not known are named, and the import goes on', async () => {
    const { code, stderr } = await ledger.run(
      ['visit', 'import', join(FOLDER, 'good/chinese-header-other-order.csv')],
      ZH,
    );
    expect(code).toBe(0);
    expect(stderr).toBe('提醒：chinese-header-other-order.csv 中以下列无法识别，已忽略：备注、电话号码\n');
  });

  test('a row that the file repeats is there already, and so is every row the second time', async () => {
    const file = join(FOLDER, 'good/repeated-row.csv');
    expect(await ledger.json('visit', 'import', file)).toMatchObject([{ read: 6, added: 3, already: 3, rejected: 0 }]);
    expect(await ledger.json('visit', 'import', file)).toMatchObject([
      { import: null, read: 6, added: 0, already: 6, rejected: 0 },
    ]);
  });

  test('a header alone is an empty import', async () => {
    const file = ledger.write('header.csv', `${plain.split('\n')[0]}\n`);
    expect(await ledger.json('visit', 'import', file)).toEqual([
      { file: 'header.csv', import: null, read: 0, added: 0, changed: 0, already: 0, rejected: 0 },
    ]);
  });

  test('the template is a file that can be read', async () => {
    for (const lang of ['zh', 'en']) {
      const { stdout } = await ledger.run(['visit', 'template'], { env: { TIAOCHU_LANG: lang } });
      const { code } = await ledger.run(['visit', 'import', ledger.write(`${lang}.csv`, stdout)]);
      expect(code).toBe(0);
    }
    expect(visitCount()).toBe(1);
  });
});

/** A file of test/files/bad, what stderr says of it in Chinese, and what in English. */
const BAD: readonly (readonly [string, string, string])[] = [
  [
    'shortened-code',
    'shortened-code.csv:4:household_code：「1.50722E+17」表格软件把长编号改成了科学记数法',
    'format the column as text',
  ],
  ['code-too-short', 'code-too-short.csv:4:household_code：「15072210020001」应为 18 位数字', 'must have 18 digits'],
  [
    'code-empty',
    'code-empty.csv:4:household_code：「」不能为空',
    'code-empty.csv:4:household_code: "" must not be empty',
  ],
  ['unknown-household', `:4:household_code：「${FIRST}010099」没有这一户`, 'is not a known household'],
  ['inactive-household', `:4:household_code：「${FIRST}010009」这一户当天不在册`, 'is not active on that day'],
  ['future', ':4:visited_on：「2024-01-01」在今天之后', ':4:visited_on: "2024-01-01" is after today'],
  ['no-such-day', ':4:visited_on：「2023-02-30」不是真实存在的日期', 'is not a day of the calendar'],
  ['no-date', ':4:visited_on：「昨天」不是真实存在的日期', ':4:visited_on: "昨天" is not a day of the calendar'],
  ['unknown-cadre', `:4:cadre_b：「${FIRST}-C77」没有这名干部`, 'is not a known cadre'],
  ['space-in-code', `:4:cadre_a：「${FIRST} -C01」编号中不能有空格`, 'must not contain spaces'],
  ['same-cadre-twice', `:4:cadre_b：「${FIRST}-C01」两名走访人是同一人`, 'repeats the first visitor'],
  ['no-pair', `:4:cadre_b：「${FIRST}-C03」两名走访人当天不是登记的结对`, 'is not in a registered pair'],
  ['pair-not-yet', ':4:cadre_b：', 'is not in a registered pair with the first visitor on that day'],
  ['not-assigned', `:4:household_code：「${FIRST}010004」当天不由这个结对包户`, 'write substitute = yes'],
  ['unknown-domain', ':4:domains：「law;唱歌」不在工作领域目录中', 'names no task domain in force'],
  ['no-domain', ':4:domains：「 ; 」至少要写一个', 'needs at least one task domain'],
  ['bad-mode', ':4:mode：「偶遇」应为 入户、电话、家中无人 之一', 'must be home, phone or absent'],
  ['bad-substitute', ':4:substitute：「也许」应为 是 或 否', 'must be yes or no'],
  ['diary-by-another', `:4:diary_by：「${FIRST}-C03」不是两名走访人之一`, 'is neither of the two visitors'],
  ['too-many-columns', ':4：这一行的列比表头多', 'more columns than the header'],
  ['conflict-in-the-file', ':4:visited_on：「2023-05-07」', 'is the day of an earlier row of this file'],
  ['no-header', 'no-header.csv:1:表头缺少：走访日期、户编号', 'the header lacks visited_on, household_code'],
  ['wrong-header', '「干部」无法识别', 'the header lacks cadre_a'],
  ['header-lacks-a-column', ':1:表头缺少：走访人二（', 'the header lacks cadre_b ('],
  ['header-names-a-column-twice', ':1:表头里「走访日期」出现了两次', 'the header names visited_on twice'],
  ['unclosed-quote', 'unclosed-quote.csv:7:71：这里的引号没有配对', 'the quote opened here is never closed'],
  ['unclosed-quote-crlf', 'unclosed-quote-crlf.csv:7:71：', 'the quote opened here is never closed'],
  ['unclosed-quote-cr', 'unclosed-quote-cr.csv:7:71：', 'the quote opened here is never closed'],
  [
    'text-after-quote',
    'text-after-quote.csv:4:71：从这里开始的引号没有在字段末尾关上',
    'does not close at the end of its field',
  ],
];

describe('bad files', () => {
  test.each(BAD)('%s is refused and nothing is written', async (name, zh, en) => {
    const file = join(FOLDER, `bad/${name}.csv`);
    const chinese = await ledger.run(['visit', 'import', file], ZH);
    const english = await ledger.run(['visit', 'import', file]);
    expect(chinese.stderr).toContain(zh);
    expect(english.stderr).toContain(en);
    expect(chinese.stderr).toContain('\n提示：');
    for (const { code, stdout } of [chinese, english]) expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
    expect(visitCount()).toBe(0);
  });

  test('every bad file stands in a table here', () => {
    const listed = [...BAD.map(([name]) => `${name}.csv`), 'mixed.csv'].sort();
    expect(readdirSync(join(FOLDER, 'bad')).sort()).toEqual(listed);
  });

  const plain = textOf('good/plain.csv');
  const noCsv: readonly (readonly [string, Uint8Array, string])[] = [
    [
      'a zip or an Excel workbook',
      Buffer.from([0x50, 0x4b, 3, 4, 20, 0, 6, 0]),
      '不是 Excel 工作簿（xlsx），而是其他格式',
    ],
    ['an empty zip', Buffer.concat([Buffer.from([0x50, 0x4b, 5, 6]), Buffer.alloc(18)]), '不是 Excel 工作簿（xlsx）'],
    ['an old Excel workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), '旧版 Excel 或 WPS 工作簿（xls、et）'],
    ['a PNG image', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), 'PNG 图片'],
    ['a JPEG image', Buffer.from('ffd8ffe000104a464946', 'hex'), 'JPEG 图片'],
    ['a PDF document', Buffer.from('%PDF-1.7\n'), 'PDF 文件'],
    ['UTF-16 LE without one', Buffer.from(plain, 'utf16le'), 'UTF-16'],
    ['UTF-16 BE without one', iconv.encode(plain, 'utf-16be'), 'UTF-16'],
    ['an empty file', Buffer.alloc(0), '空文件'],
    ['only a byte-order mark', Buffer.from('\ufeff'), '没有表头'],
    ['only line breaks', Buffer.from('\r\n\r\n\n'), '没有表头'],
    [
      'text in neither encoding',
      Buffer.from([...Buffer.from('走访日期,'), 0xff, 0x0a]),
      ':1:6：这里不是 UTF-8 编码的文字（全文件 1 行有这样的字节；试过 UTF-8、GB18030）',
    ],
  ];
  test.each(noCsv)('%s is named for what it is, and nothing is written', async (_, bytes, zh) => {
    const { code, stdout, stderr } = await ledger.run(['visit', 'import', ledger.write('走访.csv', bytes)], ZH);
    expect(stderr).toContain(zh);
    expect(stderr).toMatch(/^错误：走访\.csv/);
    expect(stderr).toContain('\n提示：');
    expect({ code, stdout }).toEqual({ code: 5, stdout: '' });
    expect(visitCount()).toBe(0);
  });

  test('a file or a folder that cannot be read is exit 3', async () => {
    const missing = await ledger.run(['visit', 'import', join(ledger.folder, '没有.csv')], ZH);
    expect(missing).toMatchObject({ code: 3, stdout: '' });
    expect(missing.stderr).toContain('没有.csv');
    expect((await ledger.run(['visit', 'import', ledger.folder], ZH)).code).toBe(3);
  });

  test('the wrong --encoding is refused', async () => {
    const file = ledger.write('gbk.csv', iconv.encode(textOf('good/chinese-header-other-order.csv'), 'gbk'));
    const { code, stderr } = await ledger.run(['visit', 'import', file, '--encoding', 'utf-8'], ZH);
    expect(code).toBe(5);
    expect(stderr).toContain('这里不是 UTF-8 编码的文字');
  });

  test('a conflict with the ledger is refused, the same values are there already', async () => {
    await ledger.done('visit', 'import', join(FOLDER, 'good/plain.csv'));
    const changed = ledger.write('changed.csv', textOf('good/plain.csv').replace(/^(2023-05-05,.*?),unity/m, '$1,law'));
    const { code, stderr } = await ledger.run(['visit', 'import', changed], ZH);
    expect(code).toBe(5);
    expect(stderr).toContain('changed.csv:5:visited_on：「2023-05-05」');
    expect(stderr).toContain('走访 更正');
    expect(await visits()).toEqual(THE_VISITS);
  });
});
