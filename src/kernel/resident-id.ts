import { isDay } from './day.ts';
import type { Text } from './text.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

/** What is wrong with a resident identity number (GB 11643-1999): form, birthday or check digit. */
export function residentIdProblem(id: string): Text | undefined {
  if (/^\d{15}$/.test(id))
    return {
      zh: '15 位旧身份证号已停用，应为 18 位',
      en: 'identity numbers of 15 digits are no longer valid; enter 18 digits',
    };
  if (!/^\d{17}[\dX]$/.test(id))
    return { zh: '身份证号应为 18 位', en: 'an identity number has 17 digits and a check digit' };
  if (!isDay(`${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`))
    return { zh: '身份证号中的出生日期不存在', en: 'the date of birth in the identity number does not exist' };
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(id[i]), 0);
  return CHECK[sum % 11] === id[17]
    ? undefined
    : { zh: '身份证号校验位错误，请核对', en: 'the check digit of the identity number is wrong' };
}
