import { misuse } from '../kernel/failure.ts';
import { LONGEST, lengthProblem } from '../kernel/length.ts';
import type { Text } from '../kernel/text.ts';
import { NOBODY, PARTY_FIELDS, type PartyKey, type PartyWords } from './party.ts';
import { meaningOf } from './party-meaning.ts';
import { type Piece, pieceGroups } from './party-pieces.ts';
import { contradiction, partyValue } from './party-values.ts';
import { ORGANISATION } from './party-words.ts';

/**
 * Reads parties as people write them: `name=敖玉兰,phone=13900000001`, `姓名：敖玉兰，电话：13900000001`, `张三、李四`,
 * `敖玉兰 女 13900000001`. Whatever is not understood is refused by name: nobody is ever lost. Throws a usage Failure.
 */
export function readParties(text: string): PartyWords[] {
  const drafts = draftsOf(text).map(completed);
  return drafts.length > 0 ? drafts : nameless(text.trim());
}

/** Reads what changes of one party: `phone=13900000001`, `sex=女,birth=1970`. */
export function readPartyChange(text: string): Partial<PartyWords> {
  const [draft = {}, ...others] = draftsOf(text);
  if (others.length > 0)
    misuse({ zh: '一次只能修改一名当事人', en: 'only one party is changed at a time' }, { zh: HOW.zh, en: HOW.en });
  if (draft.name === '') misuse({ zh: '姓名不能为空', en: 'a name must not be empty' });
  consistent(draft);
  return draft;
}

const HOW: Text = {
  zh: '一人写成 name=敖玉兰,phone=13900000001（也可写 姓名=、电话=），几个人之间用分号',
  en: 'Write a person like name=敖玉兰,phone=13900000001, and a semicolon between persons',
};

type Draft = { -readonly [K in PartyKey]?: string };

function draftsOf(text: string): Draft[] {
  return pieceGroups(text, unknownLabel).flatMap(group => {
    const drafts: Draft[] = [];
    for (const piece of group)
      for (const [key, value] of saidBy(piece, drafts.at(-1)?.name !== undefined)) add(drafts, key, value);
    return drafts;
  });
}

/** A second name begins a second person; anything else belongs to the person who was named last. */
function add(drafts: Draft[], key: PartyKey, value: string): void {
  const last = drafts.at(-1);
  if (!last || (key === 'name' && last.name !== undefined)) {
    drafts.push({ [key]: value });
    return;
  }
  const before = last[key];
  if (key === 'address' && before) last.address = partyValue('address', `${before}${value}`);
  else if (before === undefined || before === value) last[key] = value;
  else {
    const field = PARTY_FIELDS[key];
    misuse(
      {
        zh: `同一人的${field.zh}写了两次（${before}、${value}）`,
        en: `the ${field.en} of one party is given twice (${before}, ${value})`,
      },
      HOW,
    );
  }
}

function saidBy({ label, text, listed }: Piece, named: boolean): readonly (readonly [PartyKey, string])[] {
  if (label && label !== 'age') return [[label, partyValue(label, text)]];
  const long = lengthProblem(text, LONGEST.name);
  if (long) misuse({ zh: `姓名${long.zh}`, en: `the name ${long.en}` });
  const meaning = meaningOf(label === 'age' ? `${text.replace(/周?岁$/, '')}岁` : text, { named, listed });
  if ('zh' in meaning) return misuse({ zh: `「${text}」${meaning.zh}`, en: `"${text}" ${meaning.en}` }, HOW);
  return meaning.map(([key, value]) => [key, partyValue(key, value)] as const);
}

function completed(draft: Draft): PartyWords {
  const { name = '', kind = ORGANISATION.test(name) ? 'organisation' : 'person' } = draft;
  const { phone = '', id = '' } = draft;
  if (name === '') nameless([phone, id].find(value => value !== '') ?? Object.values(draft).join());
  consistent(draft);
  return { ...NOBODY, ...draft, name, kind };
}

function consistent(draft: Draft): void {
  const problem = contradiction(draft);
  if (problem) misuse(problem);
}

function nameless(text: string): never {
  misuse({ zh: `「${text}」里没有姓名`, en: `"${text}" has no name` }, HOW);
}

function unknownLabel(label: string): never {
  const fields = Object.entries(PARTY_FIELDS);
  misuse({
    zh: `无法识别「${label}」，只能写 ${fields.map(([key, { zh }]) => `${key} ${zh}`).join('、')}`,
    en: `"${label}" is not known; use ${fields.map(([key]) => key).join(', ')}`,
  });
}
