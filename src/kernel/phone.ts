import type { Text } from './text.ts';

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}\d{7,8}|\d{7,8})$/;

/** What rosters write where somebody has no phone. */
const NONE = /^(?:无|没有|暂无|无电话|[/\\-])$/;

/**
 * A mobile or landline number in digits alone: the country code, spaces, hyphens and brackets are removed. Where nobody
 * has a phone (empty, 无, /) it is empty; undefined where the text is not a phone number.
 */
export function readPhone(text: string): string | undefined {
  if (NONE.test(text.trim())) return '';
  const number = text.replace(/[\s\-‐-―−()（）]/g, '').replace(/^(?:(?:\+|00)86|86(?=1[3-9]\d{9}$))/, '');
  return number === '' || PHONE.test(number) ? number : undefined;
}

/** The numbers of a cell that holds several: 13900000003/13900000004. */
export function readPhones(text: string): readonly string[] | undefined {
  const numbers = text.split(/[/、,，;；\s]+/).map(readPhone);
  return numbers.every(number => number !== undefined) ? numbers.filter(number => number !== '') : undefined;
}

export const NOT_A_PHONE: Text = {
  zh: '不是电话号码（手机 11 位，或区号加座机号）',
  en: 'is not a valid phone number (11 digits, or area code and number)',
};

/** Numbers that everybody may call and nobody owns: 110, 12345, 95588. */
const PUBLIC = /^(1[012]\d|1[02]\d{3}|9[56]\d{3})$/;

const MOBILE = /^1[3-9]\d{9}$/;

/**
 * 13812345678 becomes 138****5678, 0470-1234567 becomes 0470-*****67: what says only the place or the network stays, and
 * of a landline's own digits the last two. Signs between the digits stay where they are.
 */
export function maskPhone(phone: string): string {
  // The rule, and in lists of a hundred thousand households the slow way would be felt.
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(7)}`;
  const digits = phone.normalize('NFKC').replace(/\D/g, '');
  if (PUBLIC.test(digits)) return phone;
  const country = /^(00)?86(?=(0?1[3-9]\d{9}|0\d{9,11})$)/.exec(digits)?.[0].length ?? 0;
  const own = digits.slice(country);
  const [first, last] = shownDigits(own);
  let at = -country;
  return phone.replace(/\p{Nd}/gu, digit => {
    const place = at++;
    return place < first || place >= own.length - last ? digit : '*';
  });
}

/** How many digits at the beginning and at the end of a number are shown. */
function shownDigits(number: string): readonly [first: number, last: number] {
  if (MOBILE.test(number)) return [3, 4];
  if (number.length < 7) return [0, 0];
  const area = /^(01\d|02\d|0[3-9]\d\d)(?=\d{7,8}$)/.exec(number)?.[0].length ?? 0;
  return [area, 2];
}
