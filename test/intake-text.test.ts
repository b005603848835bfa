import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { lacksYear, readDay } from '../src/intake/day-text.ts';
import { decoded, decodedPieces } from '../src/intake/decode.ts';
import type { Encoding } from '../src/intake/encoding.ts';
import { plain } from '../src/intake/field.ts';

describe('days', () => {
  test.each([
    ['2023-05-03', '2023-05-03'],
    ['2023-5-3', '2023-05-03'],
    ['2023/5/3', '2023-05-03'],
    ['2023/05/03', '2023-05-03'],
    ['2023.5.3', '2023-05-03'],
    ['2023年5月3日', '2023-05-03'],
    ['2023年05月03日', '2023-05-03'],
    ['2023/5/3 0:00', '2023-05-03'],
    ['2023-05-03 00:00:00', '2023-05-03'],
    ['2023-05-03T00:00:00', '2023-05-03'],
    ['45049', '2023-05-03'],
    ['45049.0', '2023-05-03'],
    ['45291', '2023-12-31'],
    ['45351', '2024-02-29'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2023-02-29', undefined],
    ['1900-02-29', undefined],
    ['2023-02-30', undefined],
    ['2023-04-31', undefined],
    ['2023-13-01', undefined],
    ['2023-00-10', undefined],
    ['2023-05-00', undefined],
    ['2023-05', undefined],
    ['23-05-03', undefined],
    ['5/3/2023', undefined],
    ['20230503', '2023-05-03'],
    ['20230230', undefined],
    ['12345678', undefined],
    ['2023年5月', undefined],
    ['2023-05-03 09:30', '2023-05-03'],
    ['2023/5/3 14:30:05', '2023-05-03'],
    ['2023-05-03T00:00:00.000', '2023-05-03'],
    ['2023-05-03 下午', '2023-05-03'],
    ['2023年5月3日(星期三)', '2023-05-03'],
    ['2023年5月3日 周三', '2023-05-03'],
    ['2023年5月3日 14:30', '2023-05-03'],
    ['2023年5月3日14时30分', '2023-05-03'],
    ['2023年5月11日上午', '2023-05-11'],
    ['2023年5月11日上午9:30', '2023-05-11'],
    ['二O二三年五月三日', '2023-05-03'],
    ['2023年五月3日', '2023-05-03'],
    ['2023年五月三日下午3点', '2023-05-03'],
    ['2023年5月11日左右', undefined],
    ['45049.6', '2023-05-03'],
    ['2023年5月3号', '2023-05-03'],
    ['2023 年 5 月 3 日', '2023-05-03'],
    ['2023、5、3', '2023-05-03'],
    ['2023—05—03', '2023-05-03'],
    ['二〇二三年五月三日', '2023-05-03'],
    ['二○二三年十二月三十一日', '2023-12-31'],
    ['二零二三年十月二十号', '2023-10-20'],
    ['二〇二三年十三月三日', undefined],
    ['5月3日', undefined],
    ['5.10', undefined],
    ['5/3', undefined],
    ['五月三日', undefined],
    ['2023', undefined],
    ['150722', undefined],
    ['昨天', undefined],
    ['', undefined],
  ])('%j is %s', (text, day) => {
    expect(readDay(text)).toBe(day);
  });

  test.each([
    ['5月3日', '2024-05-03'],
    ['5/3', '2024-05-03'],
    ['05.03', '2024-05-03'],
    ['五月三日', '2024-05-03'],
    ['2月29日', '2024-02-29'],
    ['2月30日', undefined],
    ['13月1日', undefined],
    ['2023年5月3日', '2023-05-03'],
  ])('in a file of 2024 %j is %s', (text, day) => {
    expect(readDay(text, 2024)).toBe(day);
  });

  test('a day without its year is told from what is no day at all', () => {
    expect(['5月3日', '2月29日', '五月三日', '5/3'].map(lacksYear)).toEqual([true, true, true, true]);
    expect(['2023-05-03', '2月30日', '昨天', '', '150722'].map(lacksYear)).toEqual([false, false, false, false, false]);
  });

  test('full-width days and those with spaces around are read after plain()', () => {
    for (const text of ['２０２３－０５－０３', '　2023年５月３日 ', '２０２３／５／３', "'2023-05-03"])
      expect(readDay(plain(text))).toBe('2023-05-03');
  });

  test('every day of two centuries is read from each way of writing it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 20_000, max: 59_999 }), serial => {
        const day = new Date((serial - 25_569) * 86_400_000).toISOString().slice(0, 10);
        const [year, month, date] = day.split('-').map(Number);
        const ways = [
          day,
          `${year}/${month}/${date}`,
          `${year}.${month}.${date}`,
          `${year}年${month}月${date}日`,
          `${serial}`,
        ];
        for (const way of ways) expect(readDay(way)).toBe(day);
      }),
    );
  });
});

describe('encodings', () => {
  const utf8 = (text: string) => Buffer.from(text);
  const gb = (text: string) => iconv.encode(text, 'gb18030');

  test.each([
    ['UTF-8', utf8('走访日期,户编号\n')],
    ['UTF-8 with BOM', utf8('\ufeff走访日期,户编号\n')],
    ['GB18030', gb('走访日期,户编号\n')],
  ])('Chinese in %s is found out', (_, bytes) => {
    expect(decoded(bytes, 'x.csv').replace(/^\ufeff/, '')).toBe('走访日期,户编号\n');
  });

  test.each([
    '一',
    '联通',
    '中',
    '户',
    '无',
    '是',
    '否',
    '入户',
    '电话',
    '一,1\n',
    'a,b\n一,二\n',
    '㛃',
    '𠮷',
    'plain',
  ])('short GBK that could be UTF-8 is read as Chinese: %s', text => {
    expect(decoded(gb(text), 'x.csv')).toBe(text);
  });

  test.each([
    'a,b\n1,老乡说:“好”\n',
    'a,b\n1,“ok”\n',
    'a,b\n1,🎉🎉\n',
    'a,b\n①、②\n',
    'a,b\n1,ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ\n',
    'a,b\n1,ᠮᠣᠩᠭᠣᠯ,敖玉兰\n',
  ])('UTF-8 without a mark stays what it is: %j', text => {
    expect(decoded(utf8(text), 'x.csv')).toBe(text);
  });

  test.each<[Encoding, Uint8Array, string]>([
    ['gb18030', Buffer.from([0xc2, 0xb7]), '路'],
    ['utf-8', Buffer.from([0xc2, 0xb7]), '·'],
    ['utf-8', Buffer.from([0xd2, 0xbb]), 'һ'],
  ])('--encoding %s decides', (encoding, bytes, text) => {
    expect(decoded(bytes, 'x.csv', encoding)).toBe(text);
  });

  test('a large file is read in pieces, and no character is cut', () => {
    const text = `走访日期,民情日记\n${'2023-05-03,草原🎉𠮷a\n'.repeat(9000)}`;
    for (const shift of ['', 'x', 'xx', 'xxx']) {
      const pieces = [...decodedPieces(utf8(shift + text), 'x.csv')];
      expect(pieces.length).toBeGreaterThan(3);
      expect(pieces.join('')).toBe(shift + text);
    }
    expect(decoded(utf8(`\ufeff${text}`), 'x.csv')).toBe(text);
    expect(decoded(gb(text), 'x.csv')).toBe(text);
  });

  test('any Chinese text is the same from UTF-8 and from GB18030', () => {
    const han = fc.oneof(fc.integer({ min: 0x4e00, max: 0x9fff }), fc.integer({ min: 0x20000, max: 0x2a6d6 }));
    const word = fc.array(
      han.map(code => String.fromCodePoint(code)),
      { minLength: 3, maxLength: 12 },
    );
    fc.assert(
      fc.property(word, signs => {
        const text = `走访日期,民情日记\n2023-05-03,${signs.join('')}\n`;
        expect(decoded(utf8(text), 'x.csv')).toBe(text);
        expect(decoded(gb(text), 'x.csv')).toBe(text);
      }),
    );
  });
});
