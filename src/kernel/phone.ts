import type { Text } from './text.ts';

const PHONE = /^(1[3-9]\d{9}|0\d{2,3}\d{7,8}|\d{7,8})$/;

/**
 * A mobile or landline number in digits alone: the country code, spaces, hyphens and brackets are removed.
 * An empty text stays empty; undefined where the text is not a phone number.
 */
export function readPhone(text: string): string | undefined {
  const number = text.replace(/[\s\-()]/g, '').replace(/^(\+|00)86/, '');
  return number === '' || PHONE.test(number) ? number : undefined;
}

export const NOT_A_PHONE: Text = {
  zh: '不是电话号码（手机 11 位，或区号加座机号）',
  en: 'is not a valid phone number (11 digits, or area code and number)',
};
