import { misuse } from '../../kernel/failure.ts';

/** Points from 0 to 100 with at most two decimals. */
export function asPoints(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text) || value > 100)
    misuse({ zh: `「${text}」不是 0 到 100 之间的分数`, en: `"${text}" is not a number of points from 0 to 100` });
  return value;
}
