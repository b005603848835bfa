import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import PizZip from 'pizzip';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keysOf } from '../src/kernel/keys.ts';
import { connect } from '../src/ledger/sqlite.ts';
import { filledSheet } from '../src/output/paper/filled.ts';
import { paperHtml } from '../src/output/paper/page.ts';
import { each, line } from '../src/output/paper/sheet.ts';
import { docxOf } from '../src/output/word/docx.ts';
import { filledTemplate } from '../src/output/word/word-library.ts';
import { disputeFields } from '../src/paper/disputes/dispute-fields.ts';
import { DISPUTE_FORMS } from '../src/paper/disputes/forms.ts';
import { DISPUTE_FIELDS } from '../src/paper/disputes/glossary.ts';
import { disputeFacts } from '../src/paper/disputes/store.ts';
import { type Glossary, printed } from '../src/paper/glossary.ts';
import { textOfDocx, unescaped } from './support/docx.ts';
import { FIRST, type SmallLedger, smallLedger } from './support/ledger.ts';
import { LIVED_DISPUTE, LIVED_PETITION, LIVED_VISIT, readingOf } from './support/lived-cases.ts';
import { PAPER_KINDS } from './support/papers.ts';

let ledger: SmallLedger;
const at = (name: string) => join(ledger.folder, name);

/** The records whose papers are printed: those that lived through everything, and one of which next to nothing is known. */
const RECORDS = {
  dispute: { lived: '1', bare: '2', ended: '3', oral: '4' },
  petition: { lived: '100-2023-1', bare: '200-2023-1', declined: '100-2023-2' },
  visit: { lived: '', bare: '' },
};

beforeAll(async () => {
  ledger = await smallLedger();
  for (const words of [...LIVED_DISPUTE, ...LIVED_PETITION]) await ledger.done(...words);
  const register = [
    'dispute',
    'register',
    '--unit',
    FIRST,
    '--grade',
    'simple',
    '--category',
    '02',
    '--on',
    '2023-09-01',
  ];
  const accept = ['--on', '2023-09-02', '--rights-notified', '2023-09-02'];
  await ledger.done(...register, '--title', '占道', '--applicant', '德玉兰', '--respondent', '某某公司');
  await ledger.done(...register, '--title', '噪声', '--applicant', '索秀英', '--respondent', '莫巴图');
  await ledger.done('dispute', 'accept', '3', ...accept);
  await ledger.done('dispute', 'terminate', '3', '--on', '2023-09-09', '--remedies-told', '--reason', '对方拒绝');
  await ledger.done(...register, '--title', '欠款', '--applicant', '金海山', '--respondent', '杜春花');
  await ledger.done('dispute', 'accept', '4', ...accept);
  await ledger.done(
    'dispute',
    'mediate',
    '4',
    '--on',
    '2023-09-03',
    '--mediator',
    '孟志强',
    '--outcome',
    'agreed',
    '--record',
    '同意还款',
  );
  await ledger.done('dispute', 'settle', '4', '--on', '2023-09-03', '--form', 'oral', '--content', '月底前还清');
  const lodge = [
    'petition',
    'lodge',
    '--channel',
    'letter',
    '--kind',
    'claim',
    '--category',
    '03',
    '--on',
    '2023-09-01',
  ];
  await ledger.done(...lodge, '--unit', '150722100', '--petitioner', '莫秀英', '--demand', '邻里借款');
  await ledger.done('petition', 'decline', '100-2023-2', '--on', '2023-09-02', '--reason', '不属信访事项');
  await ledger.done(...lodge, '--unit', FIRST, '--petitioner', '莫秀英', '--demand', '路灯不亮');
  const numberOf = (printed: string) => String(JSON.parse(printed).visit);
  RECORDS.visit.lived = numberOf(await ledger.done(...LIVED_VISIT, '--format', 'json'));
  await ledger.done(...readingOf(RECORDS.visit.lived));
  const bare = LIVED_VISIT.slice(0, LIVED_VISIT.indexOf('--diary')).map(word =>
    word === '2023-06-10' ? '2023-06-11' : word,
  );
  RECORDS.visit.bare = numberOf(await ledger.done(...bare, '--format', 'json'));
}, 120_000);
afterAll(() => ledger.remove());

/** Every form with every record of its kind. */
const ALL = PAPER_KINDS.flatMap(({ noun, forms }) =>
  Object.entries(RECORDS[noun as keyof typeof RECORDS]).flatMap(([life]) =>
    Object.keys(forms).map(form => ({ noun, form, life })),
  ),
);

const numberIn = (noun: string, life: string) =>
  (RECORDS[noun as keyof typeof RECORDS] as Readonly<Record<string, string>>)[life] ?? '';

async function print(noun: string, form: string, life: string, ending: 'docx' | 'html') {
  const file = at(`${noun}-${life}-${form}.${ending}`);
  const ran = await ledger.run([noun, 'print', numberIn(noun, life), '--form', form, '--output', file]);
  return { ...ran, file };
}

/** The text of a page, a line for each paragraph and cell, as in the Word file. */
function textOfHtml(html: string): string {
  const [, main = ''] = /<main>\n([\s\S]*)<\/main>/.exec(html) ?? [];
  return unescaped(
    main
      .replace(/<br>/g, '\n')
      .replace(/<\/(?:h1|h2|p|th|td)>/g, '\n')
      .replace(/<[^>]*>/g, ''),
  );
}

const words = (text: string) => text.split('\n').filter(own => own.trim() !== '');

describe('a printed paper', () => {
  test.each(ALL)(
    '$form of a $life $noun says the same in Word and in the browser, or is refused in both',
    async ({ noun, form, life }) => {
      const [docx, html] = [await print(noun, form, life, 'docx'), await print(noun, form, life, 'html')];
      expect(docx.code).toBe(html.code);
      expect([0, 4], docx.stderr).toContain(docx.code);
      expect(existsSync(docx.file)).toBe(docx.code === 0);
      if (docx.code !== 0) return;
      const text = textOfDocx(readFileSync(docx.file));
      expect(words(text)).toEqual(words(textOfHtml(readFileSync(html.file, 'utf8'))));
      expect(text).not.toMatch(/undefined|null|NaN|\[object|[{}]/);
      expect(readFileSync(html.file, 'utf8')).not.toMatch(/<th[^>]*><\/th>/);
      expect(statSync(docx.file).mode & 0o777).toBe(0o600);
    },
    30_000,
  );

  test('has the facts of the ledger in full, in the words of the office', async () => {
    const { file } = await print('dispute', 'agreement', 'lived', 'docx');
    const text = textOfDocx(readFileSync(file));
    for (const fact of [
      '〔2023〕西博荣村人调字第0001号',
      '敖玉兰',
      '达斡尔族',
      '24岁',
      '1975年生',
      '13900002222',
      '一组13号',
    ])
      expect(text).toContain(fact);
    expect(text).toContain('第1期，2023年7月1日前，1000.00元；第2期，2023年8月1日前，2000.00元');
    expect(text).toContain('本协议一式3份');
    expect(text).toContain('西博荣村人民调解委员会');
  });

  test('is the same, byte for byte, when it is printed again on the same day', async () => {
    const { file } = await print('dispute', 'record', 'lived', 'docx');
    const before = readFileSync(file);
    await ledger.run(['dispute', 'print', '1', '--form', 'record', '--output', file]);
    expect(Buffer.compare(before, readFileSync(file))).toBe(0);
  });

  test('leaves nothing behind in its folder but itself', () => {
    expect(readdirSync(ledger.folder).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });

  test('is in the journal with the record and the form, without a name of a person', async () => {
    await print('petition', 'slip', 'lived', 'html');
    const [entry] = await ledger.json('log', '--limit', '1');
    expect(entry).toMatchObject({ command: 'petition print', records: '150722100-2023-P1', reason: 'slip' });
    expect(JSON.stringify(entry)).not.toContain('索巴图');
  });

  test('of the petitioner at the door says who has it, what comes next, until when and after which article', async () => {
    const { file } = await print('petition', 'slip', 'bare', 'html');
    const text = textOfHtml(readFileSync(file, 'utf8'));
    expect(text).toMatch(/西博荣村\n(?:.*\n)*.*决定是否代办\n西博荣村\n2023年9月16日\n/);
    expect(text).toContain('不收取任何费用');
    const lived = textOfHtml(readFileSync((await print('petition', 'slip', 'lived', 'html')).file, 'utf8'));
    expect(lived).toMatch(/可以申请复查\n信访人\n2023年9月10日\n《信访工作条例》第三十五条/);
  });
});

describe('a template of the office', () => {
  /** Every field of a kind, lists with the fields of their items. */
  const allFields = (glossary: Glossary, byChinese: boolean) =>
    Object.entries(glossary).map(([name, field]) => {
      const own = byChinese ? field.label.zh : name;
      if (field.kind !== 'list') return line(`${own}={${own}}`);
      const items = Object.entries(field.items).map(([item, { label }]) => line(`{${byChinese ? label.zh : item}}`));
      return each(own, ...items);
    });

  test.each(PAPER_KINDS)(
    'can have every field of a $noun by its Chinese and its English name',
    async ({ noun, forms, glossary }) => {
      const [form = ''] = Object.keys(forms);
      const texts = [];
      for (const byChinese of [true, false]) {
        const template = ledger.write('own.docx', docxOf({ title: '', blocks: allFields(glossary, byChinese) }));
        const file = at('filled.docx');
        const argv = [noun, 'print', numberIn(noun, 'lived'), '--form', form, '--template', template, '--output', file];
        const ran = await ledger.run(argv);
        expect(ran.code, ran.stderr).toBe(0);
        texts.push(words(textOfDocx(readFileSync(file)).replace(/^[^=\n]*=/gm, '')));
      }
      expect(texts[0]).toEqual(texts[1]);
      expect(texts[0]?.join('\n')).not.toMatch(/undefined|[{}]/);
    },
  );

  test.each([
    ['{编号', '有 { 没有 }'],
    ['编号}', '有 } 没有 {'],
    ['{#当事人}{姓名}', '有 {#…} 没有 {/…}'],
    ['{姓名}{/当事人}', '有 {/…} 没有 {#…}'],
    ['{#当事人}{姓名}{/申请人}', '名称与 {#…} 的不同'],
    ['{编号}{不存在}', '{不存在}'],
    ['{编号}{__proto__}{constructor}', '{__proto__}、{constructor}'],
    ['{编号}{@简要情况}', '{@简要情况}'],
    ['{=[[ ]]=}[[编号]]', '{=[[ ]]=}'],
    ['{-w:p 当事人}{姓名}{/当事人}', '标记有误'],
    ['{编号}{当事人}', '{当事人}'],
  ])('with %s is refused, and nothing is written', async (text, said) => {
    const template = ledger.write('bad.docx', docxOf({ title: '', blocks: [line(text)] }));
    const file = at('never.docx');
    const argv = ['dispute', 'print', '1', '--form', 'cover', '--template', template, '--output', file];
    const { code, stderr } = await ledger.run(argv, { env: { TIAOCHU_LANG: 'zh' } });
    expect(code).toBe(5);
    expect(stderr).toContain(said);
    expect(existsSync(file)).toBe(false);
  });
});

describe('the file of a template', () => {
  /** A template with other parts, and what is said of it. */
  const printedWith = async (change: (zip: PizZip) => void, words = '{编号}') => {
    const zip = new PizZip(docxOf({ title: '', blocks: [line(words)] }));
    change(zip);
    const template = ledger.write('parts.docx', zip.generate({ type: 'uint8array', compression: 'DEFLATE' }));
    const file = at('parts-filled.docx');
    const argv = ['dispute', 'print', '1', '--form', 'cover', '--template', template, '--output', file];
    const ran = await ledger.run(argv, { env: { TIAOCHU_LANG: 'zh' } });
    return { ...ran, isThere: existsSync(file) };
  };
  const links = (type: string) =>
    `<Relationships><Relationship Id="r9" Type="http://x/relationships/${type}" Target="http://x.example/a" TargetMode="External"/></Relationships>`;

  test.each<[what: string, part: string, content: string, said: string]>([
    ['a picture from elsewhere', 'word/_rels/document.xml.rels', links('image'), '取自 http://x.example/a'],
    ['macros', 'word/vbaProject.bin', 'x', '带有宏'],
    ['a file outside its folder', '../../x.txt', 'x', '文件夹之外'],
    ['a part that unpacks to an absurd size', 'word/header1.xml', 'x'.repeat(2_000_001), '异常庞大'],
    ['a text that is no XML', 'word/document.xml', '<w:document', '不是 Word 文件（.docx），或已损坏'],
  ])('with %s is refused, and nothing is written', async (_, part, content, said) => {
    const { code, stderr, isThere } = await printedWith(zip => zip.file(part, content));
    expect({ code, isThere }).toEqual({ code: 5, isThere: false });
    expect(stderr).toContain(said);
    expect(stderr).not.toMatch(/_|「」/);
  });

  test.each<[what: string, words: string, said: string]>([
    ['lists in a list, fifty deep', `${'{#当事人}'.repeat(50)}{姓名}${'{/当事人}'.repeat(50)}`, '填写后会有上千页'],
    ['thousands of tags', '{编号}'.repeat(2001), '异常庞大'],
  ])('with %s is refused at once', async (_, words, said) => {
    const { code, stderr, isThere } = await printedWith(() => {}, words);
    expect({ code, isThere }).toEqual({ code: 5, isThere: false });
    expect(stderr).toContain(said);
  });

  test('may have links that the reader follows; tags in full-width braces are remarked on', async () => {
    const linked = await printedWith(
      zip => zip.file('word/_rels/header1.xml.rels', links('hyperlink')),
      '{编号}｛简要情况｝｛随便｝',
    );
    expect(linked.code, linked.stderr).toBe(0);
    expect(linked.stderr).toContain('｛简要情况｝ 用了全角花括号');
    expect(linked.stderr).not.toContain('随便');
  });

  test('is looked at and filled in while others write: only the row of the journal waits for them', async () => {
    const other = connect(ledger.path);
    other.exec('begin immediate');
    try {
      expect((await printedWith(zip => zip.file('word/vbaProject.bin', 'x'))).code).toBe(5);
    } finally {
      other.close();
    }
  });
});

/** Whether LibreOffice can open Word files here: its Writer is a package of its own. */
function opensWord(): boolean {
  if (spawnSync('soffice', ['--version']).status !== 0) return false;
  return asPdf(['dispute-lived-cover.docx'], 'try').length === 1;
}

const asPdf = (names: readonly string[], folder: string) => saved(names, 'pdf', folder);

/** Files as LibreOffice saves them into a folder. */
function saved(names: readonly string[], ending: string, folder: string): string[] {
  const home = `-env:UserInstallation=file://${at('office-home')}`;
  const args = [home, '--headless', '--convert-to', ending, '--outdir', at(folder), ...names.map(at)];
  spawnSync('soffice', args, { timeout: 240_000 });
  return existsSync(at(folder)) ? readdirSync(at(folder)).filter(name => name.endsWith(`.${ending}`)) : [];
}

describe('what people write', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 60 });
  const written = fc.oneof(
    anything,
    fc.constantFrom('{编号}', '<b>&', '一\n二', '{#当事人}', '\u0007\t', '$&', '{{', '𠮷野'),
  );

  test('is on the paper as it was written, the same in Word and in the browser', () => {
    const facts = ledger.direct(db => disputeFacts(db, '1', '2023-12-31'));
    fc.assert(
      fc.property(written, written, fc.constantFrom(...keysOf(DISPUTE_FORMS)), (title, content, name) => {
        const { agreement } = facts.dispute;
        const dispute = { ...facts.dispute, agreement: agreement && { ...agreement, content } };
        const fields = disputeFields({ ...facts, dispute, row: { ...facts.row, title, facts: content } });
        const { sheet } = DISPUTE_FORMS[name];
        const shown = printed(fields, DISPUTE_FIELDS);
        const html = words(textOfHtml(paperHtml(filledSheet(sheet, shown))));
        expect(words(textOfDocx(filledTemplate(docxOf(sheet), shown)))).toEqual(html);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a real office', () => {
  test('opens every printed paper: nothing that it says is cut', async context => {
    await print('dispute', 'cover', 'lived', 'docx');
    if (!opensWord()) {
      console.warn('LibreOffice Writer is not installed: no test opens the printed papers with it');
      context.skip('LibreOffice Writer is not installed');
    }
    const printed = readdirSync(ledger.folder).filter(name => /-(?:lived|bare)-.*\.docx$/.test(name));
    expect(printed.length).toBeGreaterThan(20);
    expect(asPdf(printed, 'pdf')).toHaveLength(printed.length);
    for (const name of printed) {
      const pdf = at(`pdf/${name.replace('.docx', '.pdf')}`);
      const shown = spawnSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' });
      if (shown.status !== 0) continue;
      const letters = (text: string) => [...text.replace(/[\s\f]/g, '')].sort().join('');
      expect(letters(shown.stdout), name).toBe(letters(textOfDocx(readFileSync(at(name)))));
    }
  }, 300_000);

  test('saves the built-in template, and what it saved is filled like the original', async context => {
    await print('dispute', 'cover', 'lived', 'docx');
    if (!opensWord()) context.skip('LibreOffice Writer is not installed');
    const forms = ['agreement', 'record', 'index'];
    for (const form of forms)
      await ledger.done('dispute', 'print-template', '--form', form, '--output', at(`template-${form}.docx`));
    expect(
      saved(
        forms.map(form => `template-${form}.docx`),
        'docx',
        'changed',
      ),
    ).toHaveLength(forms.length);
    for (const form of forms) {
      const [own, file] = [at(`changed/template-${form}.docx`), at(`own-${form}.docx`)];
      await ledger.done('dispute', 'print', '1', '--form', form, '--template', own, '--output', file);
      const original = await print('dispute', form, 'lived', 'docx');
      expect(words(textOfDocx(readFileSync(file)))).toEqual(words(textOfDocx(readFileSync(original.file))));
    }
  }, 300_000);
});
