import { asActDay } from '../cli/values.ts';
import type { Day } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';
import { NOT_AN_AMOUNT, readYuan, yuan } from '../kernel/money.ts';

/** An amount in yuan, as whole fen. */
export function asFen(text: string): number {
  return readYuan(text) ?? misuse({ zh: `「${text}」${NOT_AN_AMOUNT.zh}`, en: `"${text}" ${NOT_AN_AMOUNT.en}` });
}

/** One instalment: `2024-01-31=10000`. */
export function asInstalment(text: string): readonly [Day, number] {
  const [day = '', amount = ''] = text.split(/[=＝]/);
  if (amount.trim() === '')
    misuse({
      zh: `「${text}」应写成 日期=金额，如 2024-01-31=10000`,
      en: `"${text}" should be a day and an amount, like 2024-01-31=10000`,
    });
  const fen = asFen(amount.trim());
  if (fen === 0) misuse({ zh: `「${text}」的金额不能为零`, en: `"${text}" has no amount` });
  return [asActDay(day.trim()), fen];
}

/** From when to when on one day: 09:00-11:30; also 9:00—11:30 and 9时至11时30分. */
export function asHours(text: string): string {
  const written = text
    .normalize('NFKC')
    .replace(/点半|时半/g, ':30')
    .replace(/[时点](?=\d)/g, ':')
    .replace(/[时点分]/g, '');
  const [from, until, ...more] = written.split(/[-–—~至到]+/).map(time => clock(time.trim()));
  if (from === undefined || until === undefined || more.length > 0 || from >= until)
    misuse({ zh: `「${text}」不是起止时间，例如 09:00-11:30`, en: `"${text}" should be written like 09:00-11:30` });
  return `${from}-${until}`;
}

function clock(text: string): string | undefined {
  const [, hour, minute = '00'] = /^(\d{1,2})(?::(\d{1,2}))?$/.exec(text) ?? [];
  if (hour === undefined || Number(hour) > 24 || Number(minute) > 59) return undefined;
  return `${hour.padStart(2, '0')}:${minute.padStart(2, '0')}`;
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
      zh: `「${text}」应写成 当事人序号=日期，如 1=2023-06-01（序号见 tiaochu dispute show）`,
      en: `"${text}" should be the party's number and a day, like 1=2023-06-01 (dispute show has the numbers)`,
    });
  return [Number(number), asActDay(day)];
}
