import { readDay } from '../intake/day-text.ts';
import { plain, trimmed } from '../intake/field.ts';
import { misuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import { isMasked, MASKED_TEXT } from '../kernel/masked.ts';
import { NOT_A_PHONE, readPhone } from '../kernel/phone.ts';
import { residentIdProblem } from '../kernel/resident-id.ts';
import type { Text } from '../kernel/text.ts';
import { PARTY_FIELDS, PARTY_KINDS, type PartyKey, type PartyWords, SEXES } from './party.ts';
import { ETHNICITIES } from './party-words.ts';

/** Reads one value of a party to the form in which it is kept; an empty one stays empty. Throws a usage Failure. */
export function partyValue(key: PartyKey, text: string): string {
  return text.trim() === '' ? '' : READERS[key](text);
}

const READERS: Readonly<Record<PartyKey, (text: string) => string>> = {
  name: text => properName('name', text),
  phone: text => readPhone(plain(text)) ?? wrong('phone', NOT_A_PHONE),
  id: text => {
    const id = plain(text).replace(/^'/, '').toUpperCase();
    const problem = id === '' ? undefined : residentIdProblem(id);
    return problem ? misuse(problem) : id;
  },
  household: plain,
  kind: text => listed('kind', PARTY_KINDS, text),
  sex: text => listed('sex', SEXES, text.replace(/性$/, '')),
  birth: text =>
    /^((?:18|19|20)\d{2})(?!\d{1,3}$)/.exec(plain(text).replace(/^于/, ''))?.[1] ?? wrong('birth', NOT_A_YEAR),
  ethnicity: text => {
    const group = trimmed(text).replace(/族$/, '');
    return ETHNICITIES.has(group) ? group : wrong('ethnicity', NOT_A_GROUP);
  },
  occupation: text => short('occupation', text),
  address: text => short('address', text, LONGEST.title),
  representative: text => properName('representative', text),
  authority: text => readDay(plain(text)) ?? wrong('authority', NOT_A_DAY),
  language: text => short('language', text),
};

const NOT_A_YEAR: Text = { zh: '应为年份，如 1970', en: 'must be a year, like 1970' };
const NOT_A_GROUP: Text = {
  zh: '应为国家标准（GB/T 3304）里的民族名称，如 达斡尔、鄂温克、汉',
  en: 'must be one of the groups of GB/T 3304, like 达斡尔 or 汉',
};
const NOT_A_DAY: Text = {
  zh: '应为委托书的日期，如 2023-05-03',
  en: 'must be the day of the letter, like 2023-05-03',
};

function wrong(key: PartyKey, { zh, en }: Text): never {
  const field = PARTY_FIELDS[key];
  misuse({ zh: `${field.zh}：${zh}`, en: `${field.en}: ${en}` });
}

function short(key: PartyKey, text: string, most: number = LONGEST.name): string {
  const value = trimmed(text);
  if (key !== 'name' && isMasked(value)) wrong(key, MASKED_TEXT);
  const long = lengthProblem(value, most);
  if (long) misuse({ zh: `${PARTY_FIELDS[key].zh}${long.zh}`, en: `the ${PARTY_FIELDS[key].en} ${long.en}` });
  return value;
}

function listed<V extends string>(key: PartyKey, words: Readonly<Record<V, Text>>, text: string): V {
  const word = plain(text).toLowerCase();
  return (
    keysOf(words).find(value => value === word || words[value].zh === word) ??
    wrong(key, {
      zh: `应为 ${keysOf(words)
        .map(value => words[value].zh)
        .join('、')} 之一`,
      en: `must be one of ${keysOf(words).join(', ')}`,
    })
  );
}

/** A name in full; a masked one, a number or a sex in its place is refused. */
function properName(key: PartyKey, text: string): string {
  const name = short(key, text);
  if (name.includes('*')) misuse({ zh: '是隐去的姓名，请写全名', en: 'that is a masked name; write it in full' });
  if (/\d{5}/.test(name) || /^[男女]$|^[^\p{L}]+$/u.test(name))
    misuse({
      zh: `「${name}」不是${PARTY_FIELDS[key].zh}`,
      en: `"${name}" is not the name of a person or organisation`,
    });
  return name;
}

/** Values of a party that contradict each other: the identity number has the birth and the sex in it. */
export function contradiction({ id = '', birth = '', sex = '' }: Partial<PartyWords>): Text | undefined {
  if (id === '') return undefined;
  if (birth !== '' && birth !== id.slice(6, 10))
    return {
      zh: `出生年份 ${birth} 与身份证号不符，请核对`,
      en: `the year of birth ${birth} is not the one in the identity number`,
    };
  if (sex !== '' && sex !== (Number(id[16]) % 2 === 1 ? 'male' : 'female'))
    return {
      zh: `性别${SEXES[sex as keyof typeof SEXES].zh}与身份证号不符，请核对`,
      en: `the sex ${sex} is not the one in the identity number`,
    };
  return undefined;
}
