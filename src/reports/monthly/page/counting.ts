import type { Text } from '../../../kernel/text.ts';
import type { View } from '../../../kernel/view.ts';
import { inHtml } from '../../../output/html/html.ts';
import type { Style } from '../../../output/style.ts';
import type { Shown } from '../views.ts';

const TITLE: Text = { zh: '统计口径', en: 'How it counts' };
const SAME: Text = {
  zh: '下列命令显示同样的数字；表中每个数字由哪些记录得来，可在命令后加 --explain 列名。',
  en: 'These commands show the same figures; with --explain and a column they list the records behind one.',
};

/** How each table counts, once, and the command that shows the same. */
export function* countingRules(shown: readonly Shown[], { lang }: Style): Generator<string> {
  yield `<section class="counting">\n<h2>${TITLE[lang]}</h2>\n<p>${inHtml(SAME[lang])}</p>\n<dl>\n`;
  const said = new Set<string>();
  for (const { content, view, command } of shown) {
    const rules = notesOf(view).map(note => note[lang]);
    const fresh = rules.filter(rule => !said.has(rule));
    for (const rule of fresh) said.add(rule);
    yield `<dt>${inHtml(content.title[lang])}　<code>tiaochu ${inHtml(command)}</code></dt>\n`;
    yield fresh.map(rule => `<dd>${inHtml(rule)}</dd>\n`).join('');
  }
  yield '</dl>\n</section>\n';
}

function notesOf(view: View): readonly Text[] {
  return view.shape === 'pages' || view.shape === 'lines' ? [] : (view.notes ?? []);
}
