import { cell, each, grid, label, line, title } from '../../../output/paper/sheet.ts';
import type { Form } from '../../form.ts';
import { box, OPEN_DAY, pair, peopleTable, signatures, wide } from '../../pieces.ts';

/** A call on the parties after the agreement, a page each. */
export const followUp: Form = {
  name: { zh: '回访记录', en: 'record of the follow-up' },
  basis: '人民调解法第三十一条',
  sheet: {
    title: '人民调解回访记录',
    blocks: [
      each(
        'follow_ups',
        title('人民调解回访记录', true),
        line('编号：{number}', 'right'),
        box(
          wide('当事人', '{party_names}'),
          wide('调解协议编号', '{document_number}'),
          wide('回访事由', '{title}'),
          pair('回访日期', '{on}', '回访人', '{by}'),
          wide('协议履行情况', '{performance}', 24),
          wide('回访情况', '{note}', 40),
          pair('满意度', '{satisfaction}', '被回访人', '________'),
          wide('有无激化或遗留隐患', '________________', 20),
        ),
        ...signatures('被回访人（签名或按指印）', '回访人（签名）'),
        line(OPEN_DAY, 'right'),
      ),
    ],
  },
};

/** The report with which a case is closed: a settled one is closed once it is performed. */
export const closing: Form = {
  name: { zh: '结案报告表', en: 'closing report' },
  basis: '人民调解法第二十七条',
  sheet: {
    title: '人民调解结案报告表',
    blocks: [
      title('人民调解结案报告表'),
      line('编号：{number}', 'right'),
      box(
        pair('卷号', '{file_number}', '纠纷类别', '{category}'),
        pair('承办单位', '{holder}', '承办人', '{lead_mediator}'),
        pair('受案日期', '{accepted_on}', '结案日期', '{closed_on}'),
        pair('案件来源', '{source}', '协议金额', '{agreement_amount}'),
      ),
      peopleTable('parties'),
      box(
        wide('纠纷事实', '{facts}', 34),
        wide('办理结果', '{result}'),
        wide('协议内容', '{content}', 24),
        wide('履行情况', '{performance}', 16),
        wide('承办人意见', '________________\n　　　　　　　　签名：________　____年__月__日', 18),
        wide('负责人意见', '________________\n　　　　　　　　签名：________　____年__月__日', 18),
      ),
    ],
  },
};

/** The front of a file. */
export const cover: Form = {
  name: { zh: '卷宗封面', en: 'cover of the file' },
  basis: '人民调解法第二十七条',
  sheet: {
    title: '人民调解卷宗',
    blocks: [
      line('', 'center'),
      title('{committee}'),
      title('人民调解卷宗'),
      line('{document_number}', 'center'),
      line('', 'center'),
      box(
        { ...wide('卷名', '{title}'), height: 18 },
        { ...wide('当事人', '{party_names}'), height: 18 },
        { ...pair('卷号', '{file_number}', '纠纷类别', '{category}'), height: 14 },
        { ...wide('调解员', '{mediators}'), height: 14 },
        { ...wide('调解日期', '{mediated_from}至{mediated_until}'), height: 14 },
        { ...pair('受理日期', '{accepted_on}', '结案日期', '{closed_on}'), height: 14 },
        { ...pair('立卷人', '{filed_by}', '立卷日期', '{filed_on}'), height: 14 },
        { ...pair('保管期限', '{retention}', '页数', '{pages}'), height: 14 },
        { ...pair('存放位置', '{shelf}', '备注', ''), height: 14 },
      ),
    ],
  },
};

/** What is in a file: the papers that it must have first, then those that it has as needed. */
export const index: Form = {
  name: { zh: '卷内目录', en: 'table of contents of the file' },
  basis: '人民调解法第二十七条',
  sheet: {
    title: '卷内目录',
    blocks: [
      title('卷内目录'),
      line('卷号：{file_number}　编号：{number}', 'right'),
      grid(
        [14, 68, 22, 24, 16, 18],
        {
          cells: ['序号', '文件名称', '必须/按需', '归卷情况', '页次', '备注'].map(head => label(head)),
          isHead: true,
        },
        {
          each: 'papers',
          height: 11,
          cells: [
            { text: '{count}', align: 'center' },
            cell('{paper}'),
            { text: '{need}', align: 'center' },
            { text: '{state}', align: 'center' },
            cell(''),
            cell(''),
          ],
        },
      ),
      ...signatures('立卷人（{filed_by}，签名）'),
      line(OPEN_DAY, 'right'),
    ],
  },
};
