import { everydayNames } from '../cli/words/everyday-words.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Source } from './candidate.ts';

/** Lists with codes and names that hold for a time. */
export function namedIn(table: 'department' | 'site' | 'room' | 'window' | 'guidance' | 'return_kind'): Source {
  return ({ db, day, only }) => {
    const ever = selectFrom(table as 'department')
      .select(['code', 'name'])
      .orderBy('code');
    const query = only ? ever.where('code', 'in', only) : ever.where('from_on', '<=', day).where('to_on', '>', day);
    return rows(db, query).map(({ code, name }) => ({ value: code, title: name, people: [], about: [] }));
  };
}

/** The categories of a kind of case, which are found by what people at the counter call things, too. */
export function categoriesOf(kind: 'dispute' | 'petition'): Source {
  const named = wordsIn(kind === 'dispute' ? 'category' : 'petition_category');
  return scene => named(scene).map(candidate => ({ ...candidate, alsoCalled: everydayNames(kind, candidate.value) }));
}

/** Closed lists with a name in each language. */
export function wordsIn(table: 'category' | 'petition_category' | 'domain' | 'visit_standard' | 'source'): Source {
  return ({ db, lang, only }) => {
    const all = selectFrom(table as 'category')
      .select(['code', 'name_zh', 'name_en'])
      .orderBy('code');
    const words = rows(db, only ? all.where('code', 'in', only) : all);
    return words.map(({ code, name_zh, name_en }) => ({
      value: code,
      title: lang === 'zh' ? name_zh : name_en,
      people: [],
      about: lang === 'zh' ? [] : [name_zh],
    }));
  };
}
