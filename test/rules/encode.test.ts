import { expect, test } from 'vitest';
import { encoded, type WrittenEncoding } from '../../src/output/encode.ts';

const bytesOf = (text: string, encoding: WrittenEncoding, isMarked = false) =>
  Buffer.concat([...encoded([text], encoding, isMarked)].map(piece => Buffer.from(piece as Uint8Array)));

/** Every character there is, apart from halves of pairs. */
function* everyCharacter(): Generator<string> {
  for (let point = 0; point <= 0x10ffff; point++)
    if (point < 0xd800 || point > 0xdfff) yield String.fromCodePoint(point);
}

// GB 18030-2022 gives 18 private places to characters that have their own by now, and one to nothing.
test('every character but 19 private ones is read back from GB18030 as it was', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  let row = '';
  const lost: string[] = [];
  const check = () => {
    if (decoder.decode(bytesOf(row, 'gb18030')) !== row)
      for (const character of row)
        if (decoder.decode(bytesOf(character, 'gb18030')) !== character)
          lost.push(character.codePointAt(0)?.toString(16) ?? '');
    row = '';
  };
  for (const character of everyCharacter()) {
    row += character;
    if (row.length > 5000) check();
  }
  check();
  expect(lost.filter(point => !/^e[5-8]..$/.test(point))).toEqual([]);
  expect(lost).toHaveLength(19);
});

test('common characters take two bytes, rare ones four, as the standard has them', () => {
  expect(bytesOf('莫旗', 'gb18030').toString('hex')).toBe('c4aac6ec');
  expect(bytesOf('㐀𠀀', 'gb18030').toString('hex')).toBe('8139ee3995328236');
  expect(bytesOf('A,1\r\n', 'gb18030').toString('latin1')).toBe('A,1\r\n');
});

test('half of a pair becomes a mark that says so', () => {
  expect(new TextDecoder('gb18030').decode(bytesOf('a\ud840b', 'gb18030'))).toBe('a\ufffdb');
});

test('UTF-8 and UTF-16 begin with a mark for spreadsheets, GB18030 never does', () => {
  expect(bytesOf('户', 'utf-8', true).toString('hex')).toBe('efbbbfe688b7');
  expect(bytesOf('户', 'utf-8').toString('hex')).toBe('e688b7');
  expect(bytesOf('户', 'utf-16', true).toString('hex')).toBe('fffe3762');
  expect(bytesOf('户', 'gb18030', true).toString('hex')).toBe('bba7');
});
