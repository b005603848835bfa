import { describe, expect, test } from 'vitest';
import { amountField, BadValue, countField, nameField, phoneField, plain, readCode } from '../../src/intake/field.ts';
import { cleaned, cleanedName, privateCharacter } from '../../src/kernel/clean.ts';
import { readYuan } from '../../src/kernel/money.ts';
import { readPhone, readPhones } from '../../src/kernel/phone.ts';

describe('what nobody sees', () => {
  test.each([
    ['张\u200b三', '张三'],
    ['\u202d13900000001\u202c', '13900000001'],
    ['\u200e2023/5/4', '2023/5/4'],
    ['一组\0二号', '一组二号'],
    ['第一行\n第二行\t三', '第一行\n第二行\t三'],
    // The joiner of two Chinese characters is an accident; between Mongolian letters it is spelling.
    ['张\u200d三', '张三'],
    ['ᠮᠣᠩ\u200dᠭᠣᠯ', 'ᠮᠣᠩ\u200dᠭᠣᠯ'],
    ['ᠬᠠᠲᠤ\u180eᠠ', 'ᠬᠠᠲᠤ\u180eᠠ'],
  ])('%j is cleaned to %j', (text, clean) => {
    expect(cleaned(text)).toBe(clean);
  });

  test('rare characters that GBK kept at private places are the standard ones', () => {
    expect(cleaned('龚\ue863')).toBe('龚䶮');
    expect(cleaned('\ue815\ue864\ue816')).toBe('⺁龻𠂇');
  });

  test('every private place of GBK is the character that today’s GB 18030 has in its code', () => {
    const decoder = new TextDecoder('gb18030');
    const codes = Array.from({ length: 0xa1 - 0x50 }, (_, i) => 0x50 + i).filter(low => low !== 0x7f);
    const places = codes.map((low, i) => [
      decoder.decode(new Uint8Array([0xfe, low])),
      String.fromCharCode(0xe815 + i),
    ]);
    const known = places.filter(([standard = '']) => !privateCharacter(standard));
    expect(known.length).toBeGreaterThanOrEqual(66);
    for (const [standard, place = ''] of known) expect(cleaned(place)).toBe(standard);
  });
});

describe('names', () => {
  test.each([
    ['张 三', '张三'],
    ['张　三', '张三'],
    ['买买提•艾力', '买买提·艾力'],
    ['买买提・艾力', '买买提·艾力'],
    ['买买提．艾力', '买买提·艾力'],
    ['买买提 · 艾力', '买买提·艾力'],
    ['John Smith', 'John Smith'],
    ['J. Smith', 'J. Smith'],
  ])('%j is compared as %j', (name, clean) => {
    expect(cleanedName(name)).toBe(clean);
  });

  test('a private-use character without a standard is refused with its code', () => {
    const { read } = nameField(['head_name', '户主', 'head'], '敖玉兰');
    expect(read('龚\ue863')).toBe('龚䶮');
    expect(() => read('龚\ue000')).toThrow(BadValue);
    expect(privateCharacter('龚\ue000')?.zh).toContain('U+E000');
  });
});

describe('codes', () => {
  test.each([
    ['150722100200–C01', '150722100200-C01'],
    ['150722100200—C01', '150722100200-C01'],
    ['150722100200－C01', '150722100200-C01'],
    ['="150722100200010001"', '150722100200010001'],
    ["'150722100200010001", '150722100200010001'],
    ['\t150722100200010001', '150722100200010001'],
    ['150722100200010001\u200b', '150722100200010001'],
    ['１５０７２２', '150722'],
  ])('%j is %s', (text, code) => {
    expect(readCode(text)).toBe(code);
    expect(plain(text)).toBe(code);
  });
});

describe('counts', () => {
  const { read } = countField(['people', '人口', 'people'], '3');

  test.each([
    ['3', 3],
    ['3人', 3],
    ['3口人', 3],
    ['3 口', 3],
    ['3.0', 3],
    ['三人', 3],
    ['两口人', 2],
    ['十二户', 12],
    ['３', 3],
    ['', null],
  ])('%j is %s', (text, count) => {
    expect(read(text)).toBe(count);
  });

  test.each(['3.5', '三', '3斤', '3人4', '-1', '1234567'])('%j is no count', text => {
    expect(() => read(text)).toThrow(BadValue);
  });
});

describe('phones', () => {
  test.each([
    ['86-13900000001', '13900000001'],
    ['8613900000002', '13900000002'],
    ['+86 139 0000 0003', '13900000003'],
    ['0470—0000001', '04700000001'],
    ['（0470）0000001', '04700000001'],
    ['86123456', '86123456'],
    ['无', ''],
    ['/', ''],
    ['—', ''],
    ['', ''],
    ['13900000003/13900000004', undefined],
    ['139', undefined],
    ['有', undefined],
  ])('%j is %j', (text, phone) => {
    expect(readPhone(plain(text))).toBe(phone);
  });

  test('a cell with several numbers has them all, or none where a part is no number', () => {
    expect(readPhones('13900000003/13900000004')).toEqual(['13900000003', '13900000004']);
    expect(readPhones('13900000003、0470-0000001')).toEqual(['13900000003', '04700000001']);
    expect(readPhones('13900000003/儿子')).toBeUndefined();
  });

  test('of two numbers in a roster the first is kept, with a remark', () => {
    const { read } = phoneField(['phone', '电话', 'phone'], '13900000001');
    const remarks: string[] = [];
    expect(read('13900000003/13900000004', ({ zh }) => remarks.push(zh))).toBe('13900000003');
    expect(remarks).toEqual(['有几个号码，只保留第一个']);
    expect(() => read('13900000003/13900000004')).toThrow(BadValue);
  });
});

describe('amounts', () => {
  test.each([
    ['1200', 120_000],
    ['1,200', 120_000],
    ['36,000元', 3_600_000],
    ['1，234，567.5', 123_456_750],
    ['1200.50元', 120_050],
    ['￥1200', 120_000],
    ['¥1,200.00', 120_000],
    ['1200元整', 120_000],
    ['3万元', 3_000_000],
    ['0.3万元', 300_000],
    ['1.234567万', 1_234_567],
    ['12,50', undefined],
    ['1,2,3', undefined],
    ['1,2345', undefined],
    ['1200.505', undefined],
    ['1.2345678万', undefined],
    ['99999999999万', undefined],
    ['万元', undefined],
    ['', undefined],
  ])('%j is %s fen', (text, fen) => {
    expect(readYuan(text)).toBe(fen);
  });

  test('an amount keeps one form in the ledger', () => {
    expect(amountField(['amount', '金额', 'amount'], '1200').read('0.3万元')).toBe('3000.00');
  });
});
