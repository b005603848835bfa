import { type Text, wordList } from '../kernel/text.ts';

export const ROLES = wordList({
  applicant: { zh: '申请人', en: 'applicant' },
  respondent: { zh: '被申请人', en: 'respondent' },
  petitioner: { zh: '信访人', en: 'petitioner' },
});

export type Role = keyof typeof ROLES;

/** More than this is a group, of which the number is given. */
export const PARTY_LIMIT = 50;

export const PARTY_KINDS = wordList({
  person: { zh: '个人', en: 'person' },
  organisation: { zh: '单位', en: 'organisation' },
});

export const SEXES = wordList({
  male: { zh: '男', en: 'male' },
  female: { zh: '女', en: 'female' },
});

/** What the forms ask of a party (申请书, 受理登记表, 授权委托书), by the key with which it is entered. */
export const PARTY_FIELDS = {
  name: { zh: '姓名', en: 'name' },
  phone: { zh: '电话', en: 'phone' },
  id: { zh: '身份证号', en: 'identity number' },
  household: { zh: '户编号', en: 'household' },
  kind: { zh: '个人或单位', en: 'person or organisation' },
  sex: { zh: '性别', en: 'sex' },
  birth: { zh: '出生年份', en: 'year of birth' },
  ethnicity: { zh: '民族', en: 'ethnicity' },
  occupation: { zh: '职业', en: 'occupation' },
  address: { zh: '住址', en: 'address' },
  representative: { zh: '代理人', en: 'representative' },
  authority: { zh: '委托书日期', en: 'letter of authority' },
  language: { zh: '使用语言', en: 'language' },
} as const satisfies Record<string, Text>;

export type PartyKey = keyof typeof PARTY_FIELDS;

/**
 * A party as it is entered, each value as text: only the name is needed (PIPL Art. 6, minimum necessary), all else may be
 * empty. A household is its code, a sex `male` or `female`, a birth a year, an authority a day.
 */
export type PartyWords = Readonly<Record<PartyKey, string>>;

/** A person of whom nothing is known yet. */
export const NOBODY: PartyWords = {
  ...(Object.fromEntries(Object.keys(PARTY_FIELDS).map(key => [key, ''])) as PartyWords),
  kind: 'person',
};
