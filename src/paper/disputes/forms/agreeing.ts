import { each, heading, line, paragraph, title } from '../../../output/paper/sheet.ts';
import type { Form } from '../../form.ts';
import { box, OPEN_DAY, pair, peopleTable, sealed, signatures, signatureTable, signs, wide } from '../../pieces.ts';

/** The written agreement with everything that the law lets it say. */
export const agreement: Form = {
  name: { zh: '调解协议书', en: 'agreement' },
  basis: '人民调解法第二十八条、第二十九条；人民调解工作若干规定第三十四条、第三十五条',
  sheet: {
    title: '人民调解协议书',
    blocks: [
      title('人民调解协议书'),
      line('文号：{document_number}', 'right'),
      peopleTable('parties'),
      heading('一、主要事实、争议事项和各方责任'),
      paragraph('主要事实：{agreement_facts}'),
      paragraph('争议事项：{issues}'),
      paragraph('各方责任：________________________________'),
      heading('二、经调解，各方当事人自愿达成如下协议'),
      each('content_lines', paragraph('{line}')),
      paragraph('协议金额：{agreement_amount}'),
      heading('三、履行的方式、地点和期限'),
      paragraph('方式：{manner}　地点：{perform_place}　期限：{perform_by}'),
      paragraph('分期履行：{instalment_terms}'),
      heading('四、生效'),
      paragraph(
        '本协议自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效。双方认为有必要的，可以自生效之日起三十日内共同向人民法院申请司法确认。',
      ),
      paragraph('本协议一式{copies}份，当事人各执一份，人民调解委员会留存一份。'),
      signatureTable(
        '签名、盖章或按指印',
        '{signed_on}',
        signs('人民调解员', '{mediators}', '{mediator_signed_on}'),
        signs('记录人', '{agreement_recorder}', OPEN_DAY),
      ),
      ...sealed('{committee}', '{committee_sealed_on}'),
    ],
  },
};

/** What the mediator writes down of an oral agreement. */
export const oral: Form = {
  name: { zh: '口头协议登记表', en: 'register form of the oral agreement' },
  basis: '人民调解法第二十八条、第三十条',
  sheet: {
    title: '人民调解口头协议登记表',
    blocks: [
      title('人民调解口头协议登记表'),
      line('编号：{number}', 'right'),
      peopleTable('parties'),
      box(
        wide('纠纷名称', '{title}'),
        pair('纠纷类别', '{category}', '达成日期', '{settled_on}'),
        wide('主要事实', '{facts}', 24),
        wide('争议事项', '{issues}', 12),
        wide('协议内容', '{content}', 28),
        pair('协议金额', '{agreement_amount}', '履行方式', '{manner}'),
        pair('履行地点', '{perform_place}', '履行期限', '{perform_by}'),
        wide('分期履行', '{instalment_terms}'),
        pair('人民调解员', '{mediators}', '记录人', '{agreement_recorder}'),
      ),
      paragraph('口头调解协议自各方当事人达成协议之日起生效（人民调解法第三十条）。'),
      ...signatures('人民调解员（签名）', '记录人（签名）'),
      ...sealed('{committee}', OPEN_DAY),
    ],
  },
};

/** The joint application to the court. */
export const confirmation: Form = {
  name: { zh: '司法确认申请书', en: 'application for judicial confirmation' },
  basis: '民事诉讼法第二百零五条、第二百零六条；人民调解法第三十三条',
  sheet: {
    title: '司法确认申请书',
    blocks: [
      title('司法确认申请书'),
      peopleTable('parties'),
      heading('申请事项'),
      paragraph('共同请求人民法院依法确认{committee}主持达成的调解协议（文号 {document_number}）有效。'),
      heading('事实和理由'),
      each('facts_lines', paragraph('{line}')),
      paragraph('经{committee}主持调解，双方自愿达成如下协议：'),
      each('content_lines', paragraph('{line}')),
      paragraph(
        '协议于{effective_on}生效。自生效之日起三十日内，双方可以共同提出申请（民事诉讼法第二百零五条），最后一天为{confirm_by}。',
      ),
      heading('提交的材料'),
      paragraph('调解协议；调解组织主持调解的证明；与调解协议有关的财产权利证明；双方的身份、住所、联系方式证明。'),
      line('　　此致', 'left'),
      line('________________人民法院', 'left'),
      signatureTable('签名、盖章或按指印', ''),
    ],
  },
};
