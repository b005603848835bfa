import { argument, optionList, type Param } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { plain } from '../../intake/field.ts';
import { misuse } from '../../kernel/failure.ts';
import { asPoints } from './values.ts';

export const schemeArgument = argument('<scheme>', { zh: '方案代码', en: 'the scheme’s code' });
export const indicatorArgument = argument('<indicator>', { zh: '指标代码', en: 'the indicator’s code' });

/** An indicator that may be left out: then the whole scheme is meant. */
export const perhapsIndicator: Param<string, false> = {
  ...argument('[indicator]', {
    zh: '指标代码（省略时为整个方案）',
    en: 'the indicator’s code (without it: the whole scheme)',
  }),
  always: false,
};

/** What another indicator weighs from the same day on. */
export interface Also {
  readonly indicator: string;
  readonly weight: number;
}

export const alsoParam = optionList(
  '--also <indicator=weight...>',
  {
    zh: '同时改其他指标的权重（0 为停用），合计保持 100，如 settlement=22',
    en: 'new weights of other indicators that keep the sum at 100, such as settlement=22 (0 ends an indicator)',
  },
  asAlso,
);

function asAlso(text: string): Also {
  const [, indicator, weight] = /^(.+)=(.+)$/.exec(plain(text)) ?? [];
  if (indicator === undefined || weight === undefined)
    misuse({
      zh: `「${text}」应写成 指标代码=权重，如 settlement=22`,
      en: `"${text}" should be an indicator and its weight, like settlement=22`,
    });
  return { indicator: asName(indicator), weight: asPoints(weight) };
}
