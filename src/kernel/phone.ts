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
