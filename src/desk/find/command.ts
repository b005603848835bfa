import { command } from '../../cli/command.ts';
import { argumentList, choice } from '../../cli/param.ts';
import { unitParam } from '../../cli/places.ts';
import { BEGINNING } from '../../kernel/day.ts';
import { hiddenBut, maskedBut } from '../../kernel/hidden-but.ts';
import { knownWords, lookedFor } from '../../kernel/hiding.ts';
import { keysOf } from '../../kernel/keys.ts';
import type { Text } from '../../kernel/text.ts';
import { type Column, column, detail, type Row } from '../../kernel/view.ts';
import { scopeOf } from '../../reports/scope.ts';
import { branch, type UnitTree } from '../../units/tree.ts';
import { caseHits } from './cases.ts';
import { HIT_KINDS, type Hit, type HitKind, MOST_HITS, type Search } from './hit.ts';
import { householdHits } from './households.ts';
import { visitHits } from './visits.ts';
import { shownPart, wordsIn } from './words.ts';

/** What is hidden is hidden here, but for the words that were looked for: to the output these are codes. */
const COLUMNS: readonly Column[] = [
  column('kind', '种类', 'Kind'),
  column('code', '编号', 'Number', 'code'),
  { ...column('who', '户主（当事人）', 'Head or parties', 'code'), isWrapped: true },
  { ...column('about', '内容', 'About', 'code'), isWrapped: true },
  column('status', '状态', 'Status', 'word'),
  detail('on', '日期', 'Day', 'day'),
  detail('unit', '单位', 'Unit', 'code'),
  detail('next', '下一步', 'Next'),
  column('command', '命令', 'Command', 'command'),
];

export const find = command({
  name: 'find',
  zh: '查找',
  summary: {
    zh: '查找户、纠纷、信访和日记：户主、当事人、电话、地址、名称、情况、日记，已结的也查；写几个词时须同时出现，其中也可以有单位名称',
    en: 'look for households, disputes, petitions and diaries by names, phones, titles and texts, closed ones too; all words must be found, some of them perhaps in the unit’s name',
  },
  example: 'find 院墙 --unit 150722100',
  access: 'read',
  isJournalled: true,
  personal: true,
  params: {
    words: argumentList('<words...>', { zh: '要查找的词', en: 'the words to look for' }),
    unit: unitParam,
    kind: choice('--kind <kind>', { zh: '只查一种', en: 'one kind only' }, HIT_KINDS),
  },
  run: ({ db, today, reveal }, input) => {
    const words = wordsIn(input.words);
    const { tree, within } = scopeOf({ db, today }, { from: BEGINNING, to: today }, input.unit);
    const search: Search = { words, units: unitsNamed(tree, words), day: today, within };
    const kinds = input.kind ? [input.kind] : keysOf(HIT_KINDS);
    const looks: Readonly<Record<HitKind, () => Hit[]>> = {
      household: () => householdHits(db, search),
      dispute: () => caseHits(db, 'dispute', search, tree),
      petition: () => caseHits(db, 'petition', search, tree),
      visit: () => visitHits(db, search),
    };
    const found = kinds.map(kind => ({ kind, hits: looks[kind]() }));
    const shown = found.flatMap(({ hits }) => hits.slice(0, MOST_HITS));
    // Whom one row masks no other row shows: a diary names the party of a case.
    const known = knownWords(shown.flatMap(hit => hit.known));
    const cut = found.filter(({ hits }) => hits.length > MOST_HITS).map(({ kind }) => HIT_KINDS[kind]);
    return {
      view: {
        shape: 'table',
        title: foundText(words, shown.length),
        columns: COLUMNS,
        rows: shown.map(hit => rowOf({ ...hit, known }, words, reveal, tree.units.get(hit.unit ?? 0)?.name)),
        notes: shown.length === 0 ? [NOTHING] : cut.map(moreText),
      },
      records: shown.slice(0, MOST_KEPT).map(({ code }) => code),
      counts: { found: shown.length },
      reason: lookedFor(words),
    };
  },
});

/** By the words that units are called by: the ids of these and of all below them. */
function unitsNamed(tree: UnitTree, words: readonly string[]): ReadonlyMap<string, readonly number[]> {
  const all = [...tree.units.values()];
  return new Map(
    words.map(word => {
      const named = all.filter(({ name }) => name.includes(word)).flatMap(unit => branch(tree, unit));
      return [word, [...new Set(named.map(({ unit_id }) => unit_id))]];
    }),
  );
}

/** How many hits the journal names. */
const MOST_KEPT = 20;

const NOTHING: Text = {
  zh: '没有找到：换一个写法，或少写一个词',
  en: 'Nothing was found: write a word in another way, or leave one out',
};

function rowOf(hit: Hit, words: readonly string[], reveal: boolean, unit: string | undefined): Row {
  const { kind, code, who, title, sayings, known, on, status, next, command: line } = hit;
  const person = reveal ? who.map(({ text }) => text) : who.map(saying => maskedBut(saying, words));
  const hide = (text: string) => (reveal ? text : hiddenBut(text, words, known));
  const address = sayings.find(saying => saying.kind === 'address');
  const part = shownPart(sayings, words, reveal ? [] : known);
  return {
    kind: HIT_KINDS[kind],
    code,
    who: person.filter(text => text !== '').join('、'),
    about: [hide(title), address ? (reveal ? address.text : maskedBut(address, words)) : '', part]
      .filter(text => text !== '')
      .join('：'),
    status,
    on,
    unit,
    next,
    command: line,
  };
}

function foundText(words: readonly string[], count: number): Text {
  return {
    zh: `查找「${words.join('」和「')}」：${count} 条`,
    en: `${words.map(word => `"${word}"`).join(' and ')}: ${count} found`,
  };
}

function moreText({ zh, en }: Text): Text {
  return {
    zh: `${zh}不止 ${MOST_HITS} 条，只列前 ${MOST_HITS} 条：再加一个词，或用 --unit 缩小范围`,
    en: `More than ${MOST_HITS} of the kind ${en}; these are the first: add a word, or narrow it down with --unit`,
  };
}
