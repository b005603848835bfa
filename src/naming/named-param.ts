import { type MeaningPlace, type Param, picks } from '../cli/param.ts';
import type { Day } from '../kernel/day.ts';
import { Ambiguous, Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { Found } from './found.ts';
import { householdCode } from './household-rules.ts';
import { loadNames } from './lookups.ts';
import { type NameKind, type Names, UNKNOWN } from './names.ts';
import { ownNames } from './own-names.ts';
import { recordCode } from './record-rules.ts';

type Kind = Exclude<NameKind, 'unit'>;

/** An option or argument that takes a name wherever it takes a code: `--cadre 张三丰`, `--pair 张三丰、李四海`. */
export function named<P extends Param<string>>(param: P, kind: Kind, mayBeUnknown = false): P {
  const meaning: NonNullable<P['meaning']> = (place, text) => {
    const found = isWord(text) ? certainly(place, kind, text) : { code: text };
    if ('code' in found) return found.code;
    // A word in the letters of codes may be a code that the command knows.
    if (/^[\x21-\x7e]+$/.test(text) || (mayBeUnknown && found.reason === UNKNOWN[kind])) return text;
    const { zh, en } = found.reason;
    throw new Failure('not-found', { zh: `「${text}」${zh}`, en: `"${text}" ${en}` });
  };
  return { ...param, picks: kind, meaning };
}

/** An option for what may be of several kinds: the first that has something of the name; what none has is for the command to say. */
export function namedAmong<P extends Param<string, false>>(param: P, kinds: readonly Kind[]): P {
  const meaning: NonNullable<P['meaning']> = (place, text) => {
    for (const kind of isWord(text) ? kinds : []) {
      const found = certainly(place, kind, text);
      if ('code' in found && found.byName) return found.code;
    }
    return text;
  };
  return { ...param, meaning };
}

/** What a word means; throws where it may mean several. */
function certainly({ db, day, unit }: MeaningPlace, kind: Kind, text: string): Found {
  const found = lookedUp(loadNames(db), kind, text, day, unit);
  if ('candidates' in found && found.candidates)
    throw new Ambiguous(kind, found.candidates, severalText(text, found.candidates.length));
  return found;
}

function severalText(text: string, count: number): Text {
  return { zh: `「${text}」可能是 ${count} 个中的任何一个`, en: `"${text}" may be any of ${count}` };
}

/** The kinds of records that are named where a record is meant itself, by their nouns. */
const KINDS: Readonly<Record<string, Exclude<NameKind, 'unit'>>> = {
  household: 'household',
  assignment: 'household',
  cadre: 'cadre',
  pair: 'pair',
  agent: 'agent',
  mediator: 'mediator',
  department: 'department',
  site: 'site',
  window: 'window',
  guidance: 'guidance',
  'return-kind': 'return_kind',
  expert: 'expert',
  'linked-leader': 'linked_leader',
  room: 'room',
  domain: 'domain',
  standard: 'household_kind',
};

/** The argument for a record of a noun, which takes its name, too, where people call such records by names; the command knows what to say of a name that nothing has. */
export function namedKey<P extends Param<string>>(param: P, noun: string): P {
  if (noun === 'unit') return picks('unit', param);
  const kind = KINDS[noun];
  return kind ? named(param, kind, true) : param;
}

/** What is written in digits and capitals is a code, and what is wrong with it is for the command to say. */
const isWord = (text: string) => /[^\x21-\x7e]|[a-z]/.test(text);

/** What a word means: in the user's own unit first, where a name is that of several. */
function lookedUp(names: Names, kind: NameKind, text: string, day: Day, unit: string | undefined): Found {
  const found = meantIn(names, kind, text, day);
  if ('code' in found || !found.candidates || unit === undefined) return found;
  const own = meantIn(ownNames(names, unit, day), kind, text, day);
  return 'code' in own || own.candidates ? own : found;
}

function meantIn(names: Names, kind: NameKind, text: string, day: Day): Found {
  if (kind === 'household') return household(names, text, day);
  return recordCode(names, kind, { column: '', word: text }, undefined, { day, orEver: true });
}

/** A household by its head, with the village before it where that is needed: 西博荣村 敖玉兰. */
function household(names: Names, text: string, day: Day): Found {
  const parts = text.split(/\s+/);
  const [head_name = text, unit_code = ''] = [parts.at(-1), parts.length > 1 ? parts[0] : ''];
  return householdCode(names, '', { unit_code, head_name, group: '' }, day);
}
