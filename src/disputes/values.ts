import { asDay } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';

/** An amount in yuan, as whole fen. */
export function asFen(text: string): number {
  const amount = text.replace(/[,，元]/g, '').trim();
  const match = /^(\d{1,11})(?:\.(\d{1,2}))?$/.exec(amount);
  if (!match)
    misuse({
      zh: `「${text}」不是金额，应写成 1200 或 1200.50`,
      en: `"${text}" is not an amount; write 1200 or 1200.50`,
    });
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}

/** The day on which one party signed: `1=2023-06-01`, the party's number as `dispute show` has it. */
export function asSigning(text: string): readonly [number, Day] {
  const [number = '', day] = text.split(/[=＝]/);
  if (!/^\d+$/.test(number.trim()) || day === undefined)
    misuse({
      zh: `「${text}」应写成 当事人序号=日期，如 1=2023-06-01（序号见 dispute show）`,
      en: `"${text}" should be the party's number and a day, like 1=2023-06-01 (dispute show has the numbers)`,
    });
  return [Number(number), asDay(day)];
}
