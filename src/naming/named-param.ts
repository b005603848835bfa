import type { Param } from '../cli/param.ts';
import type { Day } from '../kernel/day.ts';
import { Failure } from '../kernel/failure.ts';
import type { Found } from './found.ts';
import { householdCode } from './household-rules.ts';
import { loadNames } from './lookups.ts';
import { type NameKind, type Names, UNKNOWN } from './names.ts';
import { recordCode } from './record-rules.ts';

/** An option or argument that takes a name wherever it takes a code: `--cadre 张三丰`, `--pair 张三丰、李四海`. */
export function named<P extends Param<string>>(param: P, kind: Exclude<NameKind, 'unit'>, mayBeUnknown = false): P {
  const meaning: NonNullable<P['meaning']> = ({ db, day }, text) => {
    if (!isWord(text)) return text;
    const found = lookedUp(loadNames(db), kind, text, day);
    if ('code' in found) return found.code;
    // A word in the letters of codes may be a code that the command knows.
    if (/^[\x21-\x7e]+$/.test(text) || (mayBeUnknown && found.reason === UNKNOWN[kind])) return text;
    const { zh, en } = found.reason;
    throw new Failure('not-found', { zh: `「${text}」${zh}`, en: `"${text}" ${en}` });
  };
  return { ...param, meaning };
}

/** The kinds of records that are named where a record is meant itself, by their nouns. */
const KINDS: Readonly<Record<string, Exclude<NameKind, 'unit'>>> = {
  household: 'household',
  cadre: 'cadre',
  pair: 'pair',
  agent: 'agent',
  mediator: 'mediator',
  department: 'department',
  site: 'site',
  window: 'window',
  guidance: 'guidance',
  'return-kind': 'return_kind',
};

/** The argument for a record of a noun, which takes its name, too, where people call such records by names; the command knows what to say of a name that nothing has. */
export function namedKey<P extends Param<string>>(param: P, noun: string): P {
  const kind = KINDS[noun];
  return kind ? named(param, kind, true) : param;
}

/** What is written in digits and capitals is a code, and what is wrong with it is for the command to say. */
const isWord = (text: string) => /[^\x21-\x7e]|[a-z]/.test(text);

function lookedUp(names: Names, kind: NameKind, text: string, day: Day): Found {
  if (kind === 'household') return household(names, text, day);
  return recordCode(names, kind, { column: '', word: text }, undefined, { day, orEver: true });
}

/** A household by its head, with the village before it where that is needed: 西博荣村 敖玉兰. */
function household(names: Names, text: string, day: Day): Found {
  const parts = text.split(/\s+/);
  const [head_name = text, unit_code = ''] = [parts.at(-1), parts.length > 1 ? parts[0] : ''];
  return householdCode(names, '', { unit_code, head_name, group: '' }, day);
}
