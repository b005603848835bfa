import { misuse } from '../kernel/failure.ts';
import type { Format } from '../output/style.ts';
import { writes } from './all-params.ts';
import type { Command } from './command.ts';
import { type FormatWish, wishedFormat } from './output-format.ts';

/** A command that reads files has an encoding of its own: that of the file that it reads. What it prints is not meant. */
export const readsEncoded = ({ params }: Command) => 'encoding' in params;

/** Refuses `--encoding` where no CSV is written, as far as that is known before the command runs. */
export function checkEncoding(command: Command, wish: FormatWish & { readonly encoding?: string | undefined }): void {
  if (wish.encoding === undefined || readsEncoded(command)) return;
  const format = wishedFormat(wish);
  if (format === undefined ? writes(command) : format !== 'csv') refuseEncoding();
}

/** Refuses it where the result turns out to be no CSV. */
export function checkEncoded(encoding: string | undefined, format: Format): void {
  if (encoding !== undefined && format !== 'csv') refuseEncoding();
}

function refuseEncoding(): never {
  misuse(
    { zh: '--encoding 只用于 CSV', en: '--encoding is for CSV only' },
    {
      zh: '请加 --format csv，或写入以 .csv 结尾的文件；其他格式一律是 UTF-8',
      en: 'Add --format csv, or write to a file that ends in .csv; all other formats are UTF-8',
    },
  );
}
