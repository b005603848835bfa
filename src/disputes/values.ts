import { asActDay } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';
import { NOT_AN_AMOUNT, readYuan, yuan } from '../kernel/money.ts';

/** An amount in yuan, as whole fen. */
export function asFen(text: string): number {
  return readYuan(text) ?? misuse({ zh: `「${text}」${NOT_AN_AMOUNT.zh}`, en: `"${text}" ${NOT_AN_AMOUNT.en}` });
}

/** Yuan as people write them, from fen. */
export function yuanText(fen: number | null): string | null {
  return fen === null ? null : yuan(fen);
}

/** The day on which one party signed: `1=2023-06-01`, the party's number as `dispute show` has it. */
export function asSigning(text: string): readonly [number, Day] {
  const [number = '', day] = text.split(/[=＝]/);
  if (!/^\d+$/.test(number.trim()) || day === undefined)
    misuse({
      zh: `「${text}」应写成 当事人序号=日期，如 1=2023-06-01（序号见 dispute show）`,
      en: `"${text}" should be the party's number and a day, like 1=2023-06-01 (dispute show has the numbers)`,
    });
  return [Number(number), asActDay(day)];
}
