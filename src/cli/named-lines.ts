import type { Text } from '../kernel/text.ts';

/** What records are called, by their codes: the name first, then what tells it apart. */
export type Called = ReadonlyMap<string, readonly string[]>;

/** What may be the code of a record: letters, digits and hyphens. A visit has a number only, so the word before it counts, too. */
const WORD = /(?:走访 |[Vv]isit )\d+(?![\d-])|[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*/g;

/** The words of some lines that may be codes. */
export function codesIn(lines: readonly Text[]): string[] {
  const words = lines.filter(isSaid).flatMap(({ zh, en }) => [...(zh.match(WORD) ?? []), ...(en.match(WORD) ?? [])]);
  return [...new Set(words)].filter(word => /\d/.test(word));
}

/** Lines that say what the codes in them are called, each where it first occurs, so that a wrong digit is noticed. */
export function namedLines(lines: readonly Text[], called: Called): Text[] {
  const [zh, en] = [new Set<string>(), new Set<string>()];
  const inChinese = (text: string) =>
    named(text, called, zh, parts => `（${parts.join('，')}）`).replace(/） (?=\p{Script=Han})/gu, '）');
  const inEnglish = (text: string) => named(text, called, en, parts => ` (${parts.join(', ')})`);
  return lines.map(line => (isSaid(line) ? { zh: inChinese(line.zh), en: inEnglish(line.en) } : line));
}

/** Commands are for copying. */
const isSaid = ({ en }: Text) => !en.includes('tiaochu ');

function named(text: string, called: Called, done: Set<string>, label: (parts: readonly string[]) => string): string {
  return text.replace(WORD, code => {
    const parts = called.get(code);
    const [name] = parts ?? [];
    const said = parts ? label(parts) : '';
    if (name === undefined || done.has(said) || text.includes(name)) return code;
    done.add(said);
    return `${code}${said}`;
  });
}
