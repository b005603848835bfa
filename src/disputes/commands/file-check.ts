import { numberArgument } from '../../cases/move-command.ts';
import { command } from '../../cli/command.ts';
import { EXIT } from '../../cli/exit.ts';
import { counted, type Text, wordList } from '../../kernel/text.ts';
import { column } from '../../kernel/view.ts';
import { DISPUTES } from '../area.ts';
import { lackingPapers, type PaperState } from '../file-rules.ts';
import { filePapers } from '../file-store.ts';
import { loadDispute } from '../store.ts';

const STATES: Readonly<Record<PaperState, Text>> = wordList({
  there: { zh: '具备', en: 'there' },
  lacking: { zh: '尚缺', en: 'lacking' },
  none: { zh: '未发生', en: 'not needed so far' },
  'by-hand': { zh: '请核对', en: 'check by hand' },
});

const NEEDS = wordList({ required: { zh: '必须', en: 'required' }, as_needed: { zh: '按需', en: 'as needed' } });

export const fileCheck = command({
  name: 'file-check',
  zh: '卷宗检查',
  summary: {
    zh: '卷宗里必须有、按需有的材料，还缺什么（缺必须的退出码为 5）',
    en: 'what the case file must have, or has as needed, and still lacks (exit 5 while something required is lacking)',
  },
  example: 'dispute file-check 150722100200-2023-1',
  access: 'read',
  personal: true,
  params: { number: numberArgument(DISPUTES) },
  run: ({ db }, input) => {
    const dispute = loadDispute(db, input.number);
    const papers = filePapers(db, dispute);
    const lacking = lackingPapers(papers).length;
    return {
      view: {
        shape: 'table',
        title: { zh: `${dispute.number} 卷宗检查`, en: `The file of ${dispute.number}` },
        columns: [
          column('paper', '材料', 'Paper'),
          column('need', '必须或按需', 'Need', 'word'),
          column('state', '情况', 'State', 'word'),
          column('note', '说明', 'Note'),
        ],
        rows: papers.map(({ paper, isRequired, state, note }) => ({
          ...{ paper, need: isRequired ? NEEDS.required : NEEDS.as_needed },
          ...{ state: STATES[state], note },
        })),
        notes: [
          lacking === 0
            ? { zh: '必须的材料齐全', en: 'Everything required is there' }
            : { zh: `必须的材料尚缺 ${lacking} 种`, en: `${counted(lacking, 'required paper')} lacking` },
        ],
      },
      records: [dispute.number],
      exit: lacking === 0 ? EXIT.done : EXIT.rejected,
    };
  },
});
