import type { Text } from '../kernel/text.ts';

/** Verbs with which results begin, and how a dry run says the same. */
const FIRST: Readonly<Record<string, string>> = {
  Added: 'Would add',
  Adopted: 'Would be adopted',
  Changed: 'Would change',
  Confirmed: 'Would confirm',
  Created: 'Would create',
  Entered: 'Would enter',
  Lodged: 'Would lodge',
  Registered: 'Would register',
  Withdrew: 'Would withdraw',
};

/** Within the first sentence: what is so, what was done, and the verbs that say it without a participle. */
const WITHIN: readonly (readonly [done: RegExp, would: string])[] = [
  [/\bis now\b/, 'would become'],
  [/\b(?:is|are|was|were) (?!already|not|invalid|still)/, 'would be '],
  [/ (registered|added|changed|removed|entered|invited|corrected|withdrawn)(?=$|[,;:.])/, ' would be $1'],
  [/ leads\b/, ' would lead'],
  [/ has\b/, ' would have'],
  [/ starts\b/, ' would start'],
];
/** In what follows it. */
const FURTHER: readonly (readonly [done: RegExp, would: string])[] = [
  [/: offered to it\b/, ': would be offered to it'],
  [/^It has\b/, 'It would have'],
];

/**
 * What a dry run says in the place of what was done: 将登记 for 已登记, "Would register" for "Registered". Commands stay as
 * they are; the first line never says that anything was done.
 */
export function would(lines: readonly Text[]): Text[] {
  return lines.map((line, i) => {
    if (line.en.includes('tiaochu ') || line.en.includes(UNCHANGED) || saysWould(line)) return line;
    const said = { zh: inChinese(line.zh), en: inEnglish(line.en, i === 0 ? WITHIN : FURTHER) };
    if (i > 0) return said;
    return {
      zh: said.zh === line.zh ? `将执行：${line.zh}` : said.zh,
      en: said.en === line.en ? `Would be done: ${line.en}` : said.en,
    };
  });
}

/** Sentences that say that nothing is to be done. */
const UNCHANGED = 'nothing changed';
const saysWould = ({ en }: Text) => /\bwould\b/i.test(en);

function inChinese(text: string): string {
  const done = text.replace(/已(?!有|是|按|经)/, '将');
  return done === text
    ? text.replace(/(?<=[^，：；]) ?自 (?=\d{4}-)/, found => `${found.startsWith(' ') ? ' ' : ''}将自 `)
    : done;
}

function inEnglish(text: string, verbs: typeof WITHIN): string {
  const [first = ''] = text.split(' ');
  const begun = FIRST[first];
  if (begun) return `${begun}${text.slice(first.length)}`;
  const [done, instead] = verbs.find(([verb]) => verb.test(text)) ?? [];
  return done && instead ? text.replace(done, instead) : text;
}
