import { Unanswered } from '../intake/unanswered.ts';
import { Failure, refuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import type { Text } from '../kernel/text.ts';
import type { Fitting, Form } from './form.ts';

/** The forms of a kind of record, and when each fits one of them. */
export interface Choosing<N extends string, Facts, Status> {
  readonly forms: Readonly<Record<N, Form>>;
  readonly fitting: Readonly<Record<N, Fitting<Facts, Status>>>;
}

/** The forms that can be printed of a record: what its status needs first, then the complete ones, then those with blanks. */
export function fittingForms<N extends string, Facts, Status>(
  { fitting }: Choosing<N, Facts, Status>,
  facts: Facts,
  status: Status,
): N[] {
  const rank = (name: N): number => {
    const { first, fits } = fitting[name];
    const { how } = fits(facts);
    if (how === 'wrong') return Number.POSITIVE_INFINITY;
    return first.includes(status) ? 0 : how === 'ready' ? 1 : 2;
  };
  const possible = keysOf(fitting).filter(name => Number.isFinite(rank(name)));
  return possible.sort((a, b) => rank(a) - rank(b));
}

/** No form was named: it is asked for on a terminal, and a usage error elsewhere (exit 2). */
export function askForm<N extends string>(
  number: string,
  names: readonly N[],
  forms: Readonly<Record<N, Form>>,
): never {
  const choices = names.map(value => ({ value, name: forms[value].name }));
  throw new Unanswered(
    new Failure(
      'usage',
      { zh: '缺少 --文书：要打印的文书', en: '--form is missing: the form to print' },
      {
        zh: `${number} 可以打印：${choices.map(({ value, name }) => `${value} ${name.zh}`).join('、')}`,
        en: `What fits ${number}: ${names.join(', ')}`,
      },
    ),
    { kind: 'choice', option: 'form', question: WHICH, choices },
  );
}

const WHICH: Text = { zh: '打印哪一种文书？', en: 'Which form is to be printed?' };

/** What is lacking of a form, to be said; refuses one that would state what is not so. */
export function lackingOf<N extends string, Facts, Status>(
  { fitting }: Choosing<N, Facts, Status>,
  name: N,
  facts: Facts,
): Text | undefined {
  const fit = fitting[name].fits(facts);
  if (fit.how === 'wrong') refuse(fit.why);
  return fit.how === 'incomplete' ? fit.lacks : undefined;
}
