import { labelOf, nameOf, type Param } from '../cli/param.ts';
import type { Call } from '../cli/tree.ts';
import { Failure } from '../kernel/failure.ts';
import type { Lang, Text } from '../kernel/text.ts';

/** A command line that a hint names, which stays as it is typed. */
const COMMAND = /(tiaochu [^；;。（）()]*)/;
/** 用 --amount, --form written: an option, what leads to it, and a value behind it. */
const OPTION = /(用 | )?(--[a-z][a-z-]*)(?: ([a-z][a-z-]*)(?![a-z=-]))?( ?)/g;

/** A refusal as a form says it: its questions are called by their titles, since nobody types options there. */
export function inWords(failure: Failure, params: Call['params']): Failure {
  const { kind, text, hint, details } = failure;
  const said = ({ zh, en }: Text): Text => ({ zh: titled(zh, 'zh', params), en: titled(en, 'en', params) });
  return new Failure(kind, said(text), hint && said(hint), details);
}

function titled(text: string, lang: Lang, params: Call['params']): string {
  return text
    .split(COMMAND)
    .map((part, i) => (i % 2 === 1 ? part : part.replace(OPTION, (...found) => title(found, lang, params))))
    .join('');
}

function title(found: readonly string[], lang: Lang, params: Call['params']): string {
  const [all = '', lead = '', name, value, space = ''] = found;
  const param = Object.values(params).find(each => nameOf(each) === name);
  if (!param) return all;
  const label = labelOf(param)[lang];
  const chosen = value === undefined ? undefined : choiceOf(param, value, lang);
  const rest = value !== undefined && chosen === undefined ? ` ${value}` : '';
  if (lang === 'en') return `${lead}"${label}"${chosen ? ` "${chosen}"` : ''}${rest}${space}`;
  return `${lead.trim() && '在'}「${label}」${chosen ? `选「${chosen}」` : ''}${rest}`;
}

function choiceOf({ choices = [] }: Param<unknown>, value: string, lang: Lang): string | undefined {
  return choices.find(choice => choice.value === value)?.name[lang];
}
