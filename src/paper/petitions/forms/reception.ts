import { cell, grid, label, line, paragraph, title } from '../../../output/paper/sheet.ts';
import type { Form } from '../../form.ts';
import { box, pair, peopleTable, sealed, signatures, wide } from '../../pieces.ts';

/** The form in which a petition is lodged, with what became of it. */
export const registration: Form = {
  name: { zh: '登记表', en: 'registration form' },
  basis: '信访工作条例第二十一条、第二十二条',
  sheet: {
    title: '信访事项登记表',
    blocks: [
      title('信访事项登记表'),
      line('编号：{number}', 'right'),
      box(
        pair('登记日期', '{registered_on}', '登记单位', '{registered_at}'),
        pair('信访渠道', '{channel}', '性质', '{kind}'),
        pair('类别', '{category}', '涉及人数', '{people}'),
        pair('重复于', '{repeat_of}', '国家系统编号', '{external_no}'),
      ),
      peopleTable('petitioners'),
      box(
        wide('反映对象', '________________'),
        wide('诉求', '{demand}', 24),
        pair('接待人', '{receptionist}', '受理窗口', '{window}'),
        pair('代办员', '{agent}', '委托日期', '{authority_on}'),
        pair('受理日期', '{accepted_on}', '承办单位', '{holder}'),
        wide('办理经过', '{task_summary}', 20),
        pair('办结日期', '{concluded_on}', '处理结果', '{outcome}'),
        wide('处理意见', '{reply}', 20),
        pair('送达日期', '{opinion_served_on}', '评价', '{rating}'),
      ),
    ],
  },
};

/** By which petitioners let an agent carry their petition. */
export const authority: Form = {
  name: { zh: '授权委托书', en: 'letter of authority' },
  basis: '信访代办（地方做法）',
  sheet: {
    title: '信访代办委托书',
    blocks: [
      title('信访代办委托书'),
      line('编号：{number}', 'right'),
      peopleTable('petitioners'),
      box(
        pair('受委托代办员', '{agent}', '联系方式', '{agent_phone}'),
        wide('委托事项', '{demand}', 40),
        wide('代办范围', '□代为递交材料　□代为查询办理情况　□代为领取答复\n□其他：________________________', 18),
        wide('反馈方式', '□电话　□面对面　□其他：________________'),
      ),
      paragraph('信访代办不收取任何费用。'),
      ...signatures('委托人（签名或按指印）', '受委托代办员（签名）'),
      line('{authority_on}', 'right'),
    ],
  },
};

/** What the person at the door takes home: the number, who has it, what comes next and until when. Half an A4. */
export const slip: Form = {
  name: { zh: '回执', en: 'slip' },
  basis: '信访工作条例第二十三条',
  sheet: {
    title: '信访事项回执',
    size: 'A5',
    blocks: [
      title('信访事项回执'),
      box(
        wide('编号', '{number}'),
        wide('信访人', '{petitioner_names}'),
        pair('登记日期', '{registered_on}', '登记单位', '{registered_at}'),
        wide('诉求', '{demand}', 16),
        pair('承办单位', '{holder}', '状态', '{status}'),
        pair('代办员', '{agent}', '联系方式', '{agent_phone}'),
      ),
      grid(
        [36, 26, 42, 36],
        { cells: ['下一步', '责任单位（人）', '最后期限', '依据'].map(head => label(head)), isHead: true },
        { each: 'next', cells: [cell('{what}'), cell('{by}'), cell('{due_on}'), cell('{basis}')] },
      ),
      paragraph('办理信访事项和信访代办不收取任何费用。'),
      paragraph('请保存本回执，查询时报编号。'),
      ...sealed('{registered_at}', '{printed_on}'),
    ],
  },
};
