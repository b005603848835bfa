import { codeField, countField, dayField, digitsField, field, listField, optionalText } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Noun, wordList } from '../kernel/text.ts';
import { readVersion } from './village-rule.ts';

/** How rules come about, in order (S-35): filing with the township is between the vote and the publication, or after it. */
export const STEPS = wordList({
  draft: { zh: '起草', en: 'draft' },
  discussion: { zh: '讨论', en: 'discussion' },
  vote: { zh: '表决', en: 'vote' },
  publication: { zh: '公布', en: 'publication' },
});

/** The filing of an edition, which is a day of the rule itself. */
export const FILING = wordList({ filing: { zh: '备案', en: 'filing' } });

export type Step = keyof typeof STEPS;

export const STEP_TITLE: Noun = {
  zh: '村规步骤',
  en: 'steps of village rules',
  one: 'step of a village rule',
  list: 'village-rule-step list',
};

export const stepSheet = {
  code: codeField(['code', '步骤编号', 'step code'], '150722100200-G1-1'),
  unit_code: digitsField(['unit_code', '村代码', 'unit code'], [12], '150722100200'),
  version: field(['version', '版次', 'version'], '1', false, readVersion, 'integer'),
  step: listField(['step', '步骤', 'step'], STEPS, 'vote'),
  done_on: dayField(['done_on', '日期', 'day'], '2023-04-20'),
  voters: countField(['voters', '应到人数', 'voters'], '210'),
  present: countField(['present', '到会人数', 'present'], '168'),
  votes_for: countField(['votes_for', '赞成', 'votes for'], '160'),
  votes_against: countField(['votes_against', '反对', 'votes against'], '3'),
  abstained: countField(['abstained', '弃权', 'abstained'], '5'),
  note: optionalText(['note', '说明', 'note'], '村民会议表决通过'),
};

/** One step by which an edition of a village's rules or a community's compact came about. */
export type StepRow = RowOf<typeof stepSheet>;
