import type { Command } from '../../../cli/command.ts';
import { option, required } from '../../../cli/param.ts';
import { asDay, asName } from '../../../cli/values.ts';
import { moveCommand } from './move.ts';

const note = (zh: string, en: string) => option('--note <text>', { zh, en }, asName);

/** What units above the holder want to hear of, and what the police must hear of. */
export const oversightMoves: readonly Command[] = [
  moveCommand('supervise', {
    summary: {
      zh: '督办：上级单位要求限期办理并反馈，仍由持有单位办理',
      en: 'a unit above wants a reply by a day; the holder stays',
    },
    options: '--due 2023-07-01 --note 请尽快组织调解',
    params: {
      due: required(option('--due <day>', { zh: '要求反馈的日期', en: 'the day by which it wants a reply' }, asDay)),
      note: note('督办事项', 'what it wants'),
    },
    act: (said, { scene }) => ({ ...said, byId: scene.actor.unit_id }),
  }),
  moveCommand('supervision-reply', {
    summary: { zh: '登记对督办的反馈', en: 'enter the reply to those who supervise it' },
    options: '--reply 已约定调解时间',
    params: { reply: required(option('--reply <text>', { zh: '反馈内容', en: 'the reply' }, asName)) },
  }),
  moveCommand('report-to-police', {
    summary: {
      zh: '登记向公安机关报告：可能引发治安案件、刑事案件的',
      en: 'enter that it was reported to the police, since it may become a public-order or criminal case',
    },
    options: '--note 双方扬言持械',
    params: { note: note('报告内容', 'what was reported') },
  }),
];
