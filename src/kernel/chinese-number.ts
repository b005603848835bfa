const DIGITS = '〇一二三四五六七八九';
const NUMERAL = /^(?=.)([一二三四五六七八九])?(十)?([一二三四五六七八九])?$/;

/** The value of a Chinese digit; both other zeros are 〇, and so is the letter that stands for it. */
export function chineseDigit(sign: string): number {
  return '○零Oo'.includes(sign) ? 0 : DIGITS.indexOf(sign);
}

/** The number of a Chinese numeral from 1 to 99: 三, 十, 十二, 三十一. Undefined for anything else. */
export function chineseNumber(numeral: string): number | undefined {
  const match = NUMERAL.exec(numeral);
  if (!match) return undefined;
  const [, first = '', ten = '', last = ''] = match;
  if (ten === '') return first !== '' && last !== '' ? undefined : chineseDigit(first || last);
  return (first === '' ? 1 : chineseDigit(first)) * 10 + (last === '' ? 0 : chineseDigit(last));
}
