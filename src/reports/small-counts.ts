import { type Command, command, type UnnamedCommand } from '../cli/command.ts';
import { option } from '../cli/param.ts';
import { misuse } from '../kernel/failure.ts';

const suppressSmall = option(
  '--suppress-small <count>',
  {
    zh: '小于此数（如 3）的计数写作 <3，并隐去可以据此推算的数',
    en: 'counts below this (like 3) are <3, and those from which they could be computed are hidden',
  },
  asLimit,
);

function asLimit(text: string): number {
  if (/^\d+$/.test(text) && Number(text) >= 3 && Number(text) <= 20) return Number(text);
  return misuse({ zh: `「${text}」不是 3 到 20 之间的整数`, en: `"${text}" is not a whole number from 3 to 20` });
}

/** A report of figures that can be given to others: small counts are hidden in it, since they can point at somebody (PIPL Art. 73). */
export function withoutSmallCounts(report: UnnamedCommand): UnnamedCommand {
  const {
    name: _,
    zh: __,
    ...declared
  } = command({
    ...(report as Command),
    name: '',
    zh: '',
    params: { ...report.params, suppressSmall },
    run: (context, input) => {
      const { explain } = input as { readonly explain?: string };
      if (input.suppressSmall !== undefined && explain !== undefined) misuse(NAMES_RECORDS);
      return report.run(context, input);
    },
  });
  return declared;
}

const NAMES_RECORDS = {
  zh: '--explain 逐条列出记录，不能与 --suppress-small 同时使用',
  en: '--explain lists the records themselves and cannot be used with --suppress-small',
};
