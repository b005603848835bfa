import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const FOLDER = fileURLToPath(new URL('transcripts/', import.meta.url));

/** Who and what a transcript enters: the names of people and households, as its command lines have them. */
const ENTERED =
  /(?:--(?:applicant|respondent|petitioner|head-name|申请人|被申请人|信访人|户主)\s+['"]?(?:name=|姓名=)?|name=|姓名=)(\p{Script=Han}{2,4})(?!\p{Script=Han})/gu;
const PHONE = /(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)0470-?\d{7}(?!\d)/g;
const IDENTITY = /(?<!\d)\d{6}(?:19|20)\d{9}[\dXx](?!\d)/g;

/** Names are shown to whoever gives a reason, on paper, in templates, and of those who signed in; a search shows what it found. */
const SHOWING = /--reveal|--显示|\bprint|打印|template|模板|operator|操作员|\bfind\b|查找/;
/** The example that hints have, and the line that says how to do without questions what was just typed. */
const EXAMPLE = /name=敖玉兰,phone=13900000001/g;
const TYPED = /^(不再询问的写法|Without questions)/;
/** Organisations are no people; a text names people whom its record does not know; a word for the name itself. */
const NO_PEOPLE = /农场|林场|公司|^姓名/;
/** The code of a unit is no phone number. */
const UNIT = /^150722/;

interface Line {
  readonly command: string;
  readonly text: string;
}

/** What the commands of a transcript print, without what is typed, each with its command. */
function printed(transcript: string): Line[] {
  const lines: Line[] = [];
  let command: string | undefined;
  for (const text of transcript.split('\n')) {
    if (text.startsWith('$ ')) command = text;
    else if (/^\[(exit|end)/.test(text)) command = undefined;
    else if (command?.includes('tiaochu') && !/^[?<>]/.test(text) && !TYPED.test(text))
      lines.push({ command, text: text.replace(EXAMPLE, '') });
  }
  return lines.filter(line => !SHOWING.test(line.command));
}

const files = readdirSync(FOLDER).filter(name => name.endsWith('.txt'));

test.each(files)('nobody who is entered in %s is named by what it prints, nor any phone or identity number', file => {
  const transcript = readFileSync(join(FOLDER, file), 'utf8');
  const operators = [...transcript.matchAll(/(?:operator add|操作员 新增) (\p{Script=Han}+)/gu)].map(
    ([, name]) => name,
  );
  const names = [...transcript.matchAll(ENTERED)]
    .flatMap(([, name = '']) => name)
    .filter(name => !NO_PEOPLE.test(name) && !operators.includes(name));
  const leaks = printed(transcript).flatMap(({ command, text }) => {
    const numbers = [...text.matchAll(PHONE), ...text.matchAll(IDENTITY)].map(([number]) => number);
    const found = [
      ...names.filter(name => text.includes(name)),
      ...numbers.filter(number => !UNIT.test(number) || number.length === 18),
    ];
    // Whoever types something may read it in the answer.
    return found.filter(one => !command.includes(one)).map(one => `${command}: ${one}: ${text}`);
  });
  expect(leaks.filter(leak => !KNOWN.some(known => leak.includes(known)))).toEqual([]);
});

/** A row that is refused quotes the text of its cell, in which its record knows nobody yet. */
const KNOWN = ['有隐去的内容'];
