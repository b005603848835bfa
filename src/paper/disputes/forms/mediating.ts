import { cell, each, grid, label, line, paragraph, title } from '../../../output/paper/sheet.ts';
import type { Form } from '../../form.ts';
import { box, OPEN_DAY, pair, sealed, signatures, wide } from '../../pieces.ts';

/** An inquiry before or beside the mediation, a page each. */
export const inquiry: Form = {
  name: { zh: '调查记录', en: 'record of inquiry' },
  basis: '人民调解工作若干规定第三十一条；人民调解法第二十七条',
  sheet: {
    title: '人民调解调查记录',
    blocks: [
      each(
        'inquiries',
        title('人民调解调查记录', true),
        line('编号：{number}　第{count}次', 'right'),
        box(
          pair('日期', '{on}', '起止时间', '{hours}'),
          wide('地点', '{place}'),
          pair('调查人', '{investigators}', '被调查人', '{asked}'),
          pair('参加人', '{present}', '记录人', '{recorder}'),
          wide('事由', '{title}'),
          wide('调查记录', '{record}', 120),
        ),
        ...signatures('被调查人（签名或按指印）', '调查人（签名）', '记录人（签名）'),
        line(OPEN_DAY, 'right'),
      ),
    ],
  },
};

/** A mediation session, a page each. */
export const record: Form = {
  name: { zh: '调解记录', en: 'record of mediation' },
  basis: '人民调解法第二十七条',
  sheet: {
    title: '人民调解记录',
    blocks: [
      each(
        'sessions',
        title('人民调解记录', true),
        line('编号：{number}　第{count}次', 'right'),
        box(
          pair('日期', '{on}', '起止时间', '{hours}'),
          pair('地点', '{place}', '公开或不公开', '{held}'),
          wide('当事人', '{party_names}'),
          wide('参加人', '{present}'),
          wide('事由', '{title}'),
          wide('权利义务告知', '人民调解的相关规定已于{rights_notified_on}告知各方当事人。'),
          wide('调解记录', '{record}', 90),
          wide('调解结果', '{outcome}'),
        ),
        ...signatures('当事人（签名、盖章或按指印）', '人民调解员（{mediators}，签名）', '记录人（{recorder}，签名）'),
        line(OPEN_DAY, 'right'),
      ),
    ],
  },
};

/** The power of attorney of those who send somebody, a page each. */
export const authority: Form = {
  name: { zh: '授权委托书', en: 'letter of authority' },
  basis: '人民调解卷宗（按需）',
  sheet: {
    title: '授权委托书',
    blocks: [
      each(
        'represented',
        title('授权委托书', true),
        grid(
          [26, 32, 16, 26, 24, 38],
          {
            cells: [
              label('委托人'),
              cell('{name}'),
              label('性别'),
              cell('{sex}'),
              label('身份证号'),
              cell('{id_number}'),
            ],
          },
          { cells: [label('住址'), cell('{address}', 3), label('联系方式'), cell('{phone}')] },
          {
            cells: [
              label('受委托人'),
              cell('{representative}'),
              label('性别'),
              cell('________'),
              label('身份证号'),
              cell('________'),
            ],
          },
          { cells: [label('住址'), cell('________', 3), label('联系方式'), cell('________')] },
        ),
        paragraph('委托人因「{title}」一案（编号 {number}），委托上列受委托人为代理人，参加{committee}主持的调解。'),
        paragraph(
          '代理权限（在方框内勾选）：\n□一般代理：代为陈述、提交材料、参加调解。\n□特别授权：代为承认、放弃、变更请求，代为达成和签署调解协议。\n□其他：________________________',
        ),
        ...signatures('委托人（签名、盖章或按指印）', '受委托人（签名、盖章或按指印）'),
        line('{authority_on}', 'right'),
      ),
    ],
  },
};

/** That mediation ended without an agreement, and what the parties can do. */
export const termination: Form = {
  name: { zh: '调解终结书', en: 'paper of termination' },
  basis: '人民调解法第二十六条',
  sheet: {
    title: '人民调解终结书',
    blocks: [
      title('人民调解终结书'),
      line('编号：{number}', 'right'),
      box(
        wide('当事人', '{party_names}'),
        wide('纠纷名称', '{title}'),
        pair('受理日期', '{accepted_on}', '终止日期', '{ended_on}'),
        pair('调解起始', '{mediated_from}', '调解结束', '{mediated_until}'),
        wide('终止原因', '{end_reason}', 30),
      ),
      paragraph(
        '本纠纷经{committee}调解未达成协议，现终止调解。当事人可以依法通过仲裁、行政、司法等途径维护自己的权利（人民调解法第二十六条）。',
      ),
      box(
        wide('其他途径告知', '{remedies_told}'),
        pair('送达方式', '________', '送达日期', OPEN_DAY),
        wide('当事人签收', '________________　　________________', 16),
      ),
      ...sealed('{committee}', '{ended_on}'),
    ],
  },
};
