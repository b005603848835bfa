import { type Text, untranslated } from '../../kernel/text.ts';
import { chineseName } from './option-names.ts';
import { shownTerm } from './shown-terms.ts';

/** What messages call a parameter: `--unit` or `<number>`; in Chinese as its own command calls it, `--单位` or `<编号>`. */
export function calledInMessages({ term }: { readonly term: string }): Text {
  const [name = term] = term.split(' ');
  if (!name.startsWith('--')) return { zh: shownTerm(name, 'zh'), en: name };
  const chinese = chineseName(term);
  return chinese === undefined ? untranslated(name) : { zh: `--${chinese}`, en: name };
}
