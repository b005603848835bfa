import { argument, option, optionList, type Param, required } from '../../cli/param.ts';
import { asName } from '../../cli/values.ts';
import { plain } from '../../intake/field.ts';
import { misuse } from '../../kernel/failure.ts';

export const schemeArgument = argument('<scheme>', { zh: '方案代码', en: 'the scheme’s code' });
export const indicatorArgument = argument('<indicator>', { zh: '指标代码', en: 'the indicator’s code' });

/** An indicator, or the whole scheme where it is left out. */
export const optionalIndicator: Param<string, false> = {
  ...argument('[indicator]', {
    zh: '指标代码（省略时为整个方案）',
    en: 'the indicator’s code (without it: the whole scheme)',
  }),
  always: false,
};

/** The weight of another indicator from the same day on. */
export interface Also {
  readonly indicator: string;
  readonly weight: number;
}

export const alsoParam = optionList(
  '--also <indicator=weight...>',
  {
    zh: '同时改其他指标的权重（0 为停用），合计保持 100，写成 指标代码=权重',
    en: 'the weights of other indicators from then on, so that all add up to 100: settlement=22; 0 ends one',
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

export const quarterParam = required(
  option('--quarter <quarter>', { zh: '季度，如 2023-Q2', en: 'a quarter, like 2023-Q2' }),
);
export const subjectParam = required(
  option('--unit <code>', {
    zh: '乡镇或社区指导组（代码或名称）',
    en: 'a township, or the guidance group of communities',
  }),
);

/** Points from 0 to 100 with at most two decimals. */
export function asPoints(text: string): number {
  const value = Number(text);
  if (!/^\d{1,3}(\.\d{1,2})?$/.test(text) || value > 100)
    misuse({ zh: `「${text}」不是 0 到 100 之间的分数`, en: `"${text}" is not a number of points from 0 to 100` });
  return value;
}
