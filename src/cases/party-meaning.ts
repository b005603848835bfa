import { readPhone } from '../kernel/phone.ts';
import { residentIdProblem } from '../kernel/resident-id.ts';
import type { Text } from '../kernel/text.ts';
import type { PartyKey } from './party.ts';
import {
  ADDRESS,
  ALSO_NAMES,
  DOUBLE_SURNAME,
  ETHNICITIES,
  LANGUAGE,
  NOBODYS_NAME,
  OCCUPATIONS,
  ORGANISATION,
  SURE_ADDRESS,
  TITLED,
} from './party-words.ts';

/** What a word says of a party, or why that cannot be known. */
export type Meaning = readonly (readonly [PartyKey, string])[] | Text;

export interface Surroundings {
  /** Whether the person has a name already: what follows may be an address, an occupation, an ethnicity. */
  readonly named: boolean;
  /** Whether an enumeration comma is before the word. */
  readonly listed: boolean;
}

type Reading = (word: string, around: Surroundings) => Meaning | undefined;

/** What a word without a label means, by its form: the first reading that fits. Never a guess between two. */
export function meaningOf(word: string, around: Surroundings): Meaning {
  for (const reading of READINGS) {
    const meaning = reading(word, around);
    if (meaning) return meaning;
  }
  return { zh: '无法识别', en: 'is not understood' };
}

const unclear = (zh: string, en: string): Text => ({ zh, en });

/** A phone, an identity number or the code of a household, which has 18 digits, too, but no birthday in them. */
const numbers: Reading = word => {
  if (!/^\+?[\d-]{7,}[Xx]?$/.test(word)) return undefined;
  const digits = word.replace(/-/g, '');
  if (/^\d{17}[\dX]$/i.test(digits)) {
    const isHousehold = Number(digits.slice(6, 10)) < 1850;
    return [[isHousehold && residentIdProblem(digits.toUpperCase()) ? 'household' : 'id', digits]];
  }
  if (/^\d{15}$/.test(digits)) return [['id', digits]];
  return readPhone(word)
    ? [['phone', word]]
    : unclear('不是电话，也不是身份证号', 'is neither a phone nor an identity number');
};

const sex: Reading = word => {
  const [, own, group] = /^(男|女)性?(.*族)?$/.exec(word) ?? [];
  if (own) return [['sex', own], ...(group ? ([['ethnicity', group]] as const) : [])];
  return /^(fe)?male$/i.test(word) ? [['sex', word]] : undefined;
};

const birth: Reading = word => {
  if (/^\d{1,3}周?岁?$/.test(word))
    return unclear(
      '像是年龄：年龄逐年变化，请写出生年份，如 出生年份=1970',
      'looks like an age, which changes: write the year of birth, like birth=1970',
    );
  const [, year] = /^(?:生于)?((?:18|19|20)\d{2})(?:年.*)?(?:生|生人)$|^生于((?:18|19|20)\d{2})/.exec(word) ?? [];
  return year ? [['birth', year]] : undefined;
};

const ethnicity: Reading = (word, { named }) => {
  const group = word.replace(/族$/, '');
  const known = ETHNICITIES.has(group);
  if (word !== group) return known ? [['ethnicity', group]] : undefined;
  if (!known || (!named && word.length === 1)) return undefined;
  return ALSO_NAMES.has(word)
    ? unclear(
        `不明确：是姓名写 姓名=${word}，是民族写 民族=${word}`,
        `may be a name or a group: write name=${word} or ethnicity=${word}`,
      )
    : [['ethnicity', group]];
};

const languageOrOccupation: Reading = word => {
  if (LANGUAGE.test(word)) return [['language', word]];
  if (OCCUPATIONS.has(word)) return [['occupation', word]];
  const [, title, name] = (ORGANISATION.test(word) ? null : TITLED.exec(word)) ?? [];
  return title && name
    ? [
        ['name', name],
        ['occupation', title],
      ]
    : undefined;
};

/** Words for several people, or for nobody. */
const notOne: Reading = word => {
  if (NOBODYS_NAME.has(word))
    return unclear('不是姓名：是当事人的写出姓名', 'does not name anybody: name those who are parties');
  if (/^(无|不详|未知|暂无|没有|空|某|[-—–./…]+)$/.test(word))
    return unclear('不是姓名：没有的请留空', 'does not name anybody: leave it empty then');
  if (
    /等([\d一二三四五六七八九十两几多]*)(余?[人户名家])?$/.test(word) ||
    /(夫妇|夫妻|一家|父子|母子|兄弟|姐妹|家属)$/.test(word)
  )
    return unclear(
      '不止一人：请写出每个人的姓名，其余的只写涉及人数',
      'is several people: name each, and give the number of the others',
    );
  return undefined;
};

/** 张三与李四 are two; where 和 may be part of a name (孟和巴特尔) or of an organisation, nobody guesses. */
const connected: Reading = word => {
  const [, left = '', sign = '', right = ''] =
    /^(\p{Script=Han}{2,})([与及和跟同])(\p{Script=Han}{2,})$/u.exec(word) ?? [];
  if (sign === '') return undefined;
  const areNames = [left, right].every(side => side.length <= 4 && !ORGANISATION.test(side) && !ADDRESS.test(side));
  if (areNames && /[与及]/.test(sign))
    return [
      ['name', left],
      ['name', right],
    ];
  return unclear(
    `可能是几个人：是几个人的用分号隔开，是一个名称的写 姓名=${word}`,
    `may be several: put a semicolon between them, or write name=${word} where it is one`,
  );
};

const organisation: Reading = word => (ORGANISATION.test(word) ? [['name', word]] : undefined);

/** An address follows a person; a short word that may be a name as well (张红旗, 东胜村) is not guessed at. */
const address: Reading = (word, { named, listed }) => {
  if (SURE_ADDRESS.test(word)) return named ? [['address', word]] : undefined;
  if (!ADDRESS.test(word)) return undefined;
  const length = [...word].length;
  const maybeName = length <= 3 || (length === 4 && (DOUBLE_SURNAME.test(word) || /[旗路街市县道]$/.test(word)));
  if (!named)
    return maybeName && !/(村|嘎查|屯|镇|乡)$/.test(word)
      ? undefined
      : [
          ['name', word],
          ['kind', 'organisation'],
        ];
  if (!maybeName && !listed) return [['address', word]];
  return unclear(
    `不明确：是另一名当事人写 姓名=${word}，是住址写 住址=${word}`,
    `may be another party or an address: write name=${word} or address=${word}`,
  );
};

const NAME = /^(\p{Script=Han}{2,4}|\p{Script=Han}{1,10}(·\p{Script=Han}{1,10})+)$/u;
/** Names of peoples without a family name are longer: 乌云其其格, 阿拉坦其其格. */
const LONG_NAME = /^\p{Script=Han}{5,7}$/u;
const NOT_IN_NAMES = /[之系的是未不在住有无及因被把将]/u;

const name: Reading = word => {
  const isName = NAME.test(word) || (LONG_NAME.test(word) && !NOT_IN_NAMES.test(word));
  const isLatin = /^[\p{L}\p{M}.' -]{2,}$/u.test(word) && !/\p{Script=Han}/u.test(word);
  return isName || isLatin ? [['name', word]] : undefined;
};

const READINGS: readonly Reading[] = [
  ...[numbers, sex, birth, ethnicity, languageOrOccupation, notOne],
  ...[connected, organisation, address, name],
];
