import { plain, trimmed } from '../intake/field.ts';
import { misuse } from '../kernel/failure.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import { NOT_A_PHONE, readPhone } from '../kernel/phone.ts';
import { residentIdProblem } from '../kernel/resident-id.ts';
import type { Text } from '../kernel/text.ts';

export const ROLES = {
  applicant: { zh: '申请人', en: 'applicant' },
  respondent: { zh: '被申请人', en: 'respondent' },
  petitioner: { zh: '信访人', en: 'petitioner' },
} as const satisfies Record<string, Text>;

export type Role = keyof typeof ROLES;

/** More than this is a group, of which the number is given. */
export const PARTY_LIMIT = 50;

/** A party as it is entered: only the name is needed (PIPL Art. 6, minimum necessary). A household is its code. */
export type PartyWords = Readonly<Record<'name' | 'phone' | 'id' | 'household', string>>;

const KEYS: ReadonlyMap<string, keyof PartyWords> = new Map([
  ['name', 'name'],
  ['姓名', 'name'],
  ['phone', 'phone'],
  ['电话', 'phone'],
  ['id', 'id'],
  ['身份证', 'id'],
  ['身份证号', 'id'],
  ['household', 'household'],
  ['户', 'household'],
  ['户编号', 'household'],
]);

/** Reads `name=敖玉兰,phone=13900000001,id=…,household=…`, or a name alone. Throws a usage Failure. */
export function readParty(text: string): PartyWords {
  const words = partialParty(text);
  return { phone: '', id: '', household: '', ...words, name: words.name || nameless(text) };
}

/** The same where only what changes is named. */
export function partialParty(text: string): Partial<PartyWords> {
  const party: { -readonly [K in keyof PartyWords]?: string } = {};
  for (const part of trimmed(text).split(/[,，]/)) {
    if (part.trim() === '') continue;
    const [left = '', ...rest] = part.split(/[=＝]/);
    const key = rest.length === 0 ? 'name' : KEYS.get(plain(left).toLowerCase());
    if (!key) unknownKey(left.trim());
    party[key] = cleaned(key, rest.length === 0 ? left : rest.join('='));
  }
  return party;
}

function cleaned(key: keyof PartyWords, value: string): string {
  if (key === 'name') return fullName(trimmed(value));
  const text = plain(value);
  if (key === 'phone')
    return readPhone(text) ?? misuse({ zh: `电话：${NOT_A_PHONE.zh}`, en: `phone: ${NOT_A_PHONE.en}` });
  if (key === 'id') {
    const id = text.replace(/^'/, '').toUpperCase();
    const wrong = id === '' ? undefined : residentIdProblem(id);
    if (wrong) misuse(wrong);
    return id;
  }
  return text;
}

function fullName(name: string): string {
  if (name.includes('*')) misuse({ zh: '是隐去的姓名，请写全名', en: 'that is a masked name; write it in full' });
  const long = lengthProblem(name, LONGEST.name);
  if (long) misuse({ zh: `姓名${long.zh}`, en: `the name ${long.en}` });
  return name;
}

function nameless(text: string): never {
  misuse({
    zh: `「${text}」里没有姓名，应写成 name=敖玉兰,phone=13900000001`,
    en: `"${text}" has no name; write it like name=敖玉兰,phone=13900000001`,
  });
}

function unknownKey(key: string): never {
  misuse({
    zh: `无法识别「${key}」，只能写 name 姓名、phone 电话、id 身份证号、household 户编号`,
    en: `"${key}" is not known; use name, phone, id, household`,
  });
}
