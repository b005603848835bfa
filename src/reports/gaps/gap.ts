import { type Text, untranslated, wordList } from '../../kernel/text.ts';
import type { UnitTerm } from '../../units/tree.ts';

/** Something that the office has not set up yet: where, what, and the command that enters it, with … for what only the office knows. */
export interface Gap {
  readonly kind: Text;
  readonly unit: UnitTerm;
  readonly missing: Text;
  readonly command: Text;
}

const KINDS = wordList({
  site: { zh: '场所', en: 'site' },
  head: { zh: '负责人', en: 'head' },
  room: { zh: '功能室', en: 'room' },
  holidays: { zh: '节假日', en: 'holidays' },
  rules: { zh: '村规民约', en: 'village rules' },
  leader: { zh: '队长', en: 'team leader' },
  vacancy: { zh: '空缺', en: 'vacancy' },
  tasks: { zh: '主要任务', en: 'main tasks' },
  agency: { zh: '代办宣传', en: 'outreach' },
  citation: { zh: '时限依据', en: 'citation' },
  committee: { zh: '调委会', en: 'mediation committee' },
});

export function gap(kind: keyof typeof KINDS, unit: UnitTerm, zh: string, en: string, command: string | Text): Gap {
  const commands = typeof command === 'string' ? untranslated(command) : command;
  return { kind: KINDS[kind], unit, missing: { zh, en }, command: commands };
}
