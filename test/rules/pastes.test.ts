import { emitKeypressEvents } from 'node:readline';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { pastesJoined } from '../../src/cli/pastes.ts';
import { terminalInput } from '../../src/cli/terminal-input.ts';

const typed = (...pieces: string[]) => {
  const join = pastesJoined();
  return pieces.map(join).join('');
};

test('a paste is one line, without the line break at its end', () => {
  expect(typed('\x1b[200~院墙\n滴水\r\n\x1b[201~')).toBe('院墙 滴水');
  expect(typed('甲\x1b[200~乙\r丙\x1b[201~丁\r')).toBe('甲乙 丙丁\r');
});

test('what is typed stays as it is, Esc and Enter among it', () => {
  expect(typed('院墙', '\r')).toBe('院墙\r');
  expect(typed('\x1b')).toBe('\x1b');
  expect(typed('\x1b[A')).toBe('\x1b[A');
});

test('a mark may come in two pieces', () => {
  expect(typed('\x1b[20', '0~a\nb\x1b[2', '01~', '\r')).toBe('a b\r');
});

/** The keys that a question hears of what a terminal sends in some pieces. */
async function heard(...pieces: readonly Uint8Array[]): Promise<string[]> {
  return heardBy('one line', pieces);
}

async function heardBy(takes: 'one line' | 'lines', pieces: readonly Uint8Array[]): Promise<string[]> {
  const stdin = Object.assign(new PassThrough(), { setRawMode: () => {} });
  const { stream, close } = terminalInput(stdin as unknown as NodeJS.ReadStream, takes);
  const keys: string[] = [];
  emitKeypressEvents(stream);
  stream.on('keypress', (_, key) => keys.push(key.sequence));
  for (const piece of pieces) {
    stdin.write(piece);
    await turn();
  }
  close();
  return keys;
}

test('a long paste is one key, whether the terminal marks it or not, and what is typed is a key each', async () => {
  const text = '一段从文件里粘贴来的很长的文字'.repeat(100);
  expect(await heard(Buffer.from(`\x1b[200~${text}\x1b[201~`), Buffer.from('字\r'))).toEqual([text, '字', '\r']);
  expect(await heard(Buffer.from(text))).toEqual([text]);
});

test('a character that comes in two pieces is one', async () => {
  const [first, ...rest] = Buffer.from('字');
  expect(await heard(Buffer.from([first ?? 0]), Buffer.from(rest))).toEqual(['字']);
});

test('in a text of many lines the marks of a paste stay apart from a long text behind them', async () => {
  const text = '一段从文件里粘贴来的很长的文字';
  const marked = Buffer.from(`\x1b[200~${text}${text}\n${text}${text}\x1b[201~`);
  const keys = ['\x1b[200~', `${text}${text}`, '\n', `${text}${text}`, '\x1b[201~'];
  expect(await heardBy('lines', [marked])).toEqual(keys);
  // Esc alone is a key: a mark is waited for from its third character on.
  for (const cut of [3, 4, 5])
    expect(await heardBy('lines', [marked.subarray(0, cut), marked.subarray(cut)])).toEqual(keys);
  expect(await heard(Buffer.from(`\x1b[A${text}${text}`))).toEqual(['\x1b[A', `${text}${text}`]);
});
