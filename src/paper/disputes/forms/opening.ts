import { cell, dense, label, line, paragraph, title } from '../../../output/paper/sheet.ts';
import type { Form } from '../../form.ts';
import { box, OPEN_DAY, pair, peopleTable, sealed, signatures, signatureTable, wide } from '../../pieces.ts';

/** The application by which a party asks for mediation. */
export const application: Form = {
  name: { zh: '申请书', en: 'application' },
  basis: '人民调解法第十七条',
  sheet: {
    title: '人民调解申请书',
    blocks: [
      title('人民调解申请书'),
      peopleTable('parties'),
      box(
        pair('纠纷类别', '{category}', '发生地点', '{happened_at}'),
        wide('纠纷简要情况', '{facts}', 50),
        wide(
          '申请事项',
          '1．________________________________\n2．________________________________\n3．________________________________',
          32,
        ),
      ),
      paragraph(
        '人民调解委员会已将申请人民调解的相关规定告知我（人民调解不收取任何费用），现自愿申请{committee}进行调解。',
      ),
      ...signatures('申请人（签名、盖章或按指印）'),
      line(OPEN_DAY, 'right'),
    ],
  },
};

/** The form in which the committee registers what it accepts. */
export const registration: Form = {
  name: { zh: '受理登记表', en: 'registration form' },
  basis: '人民调解法第十七条、第二十七条',
  sheet: {
    title: '人民调解受理登记表',
    blocks: [
      title('人民调解受理登记表'),
      line('编号：{number}', 'right'),
      box(
        wide('纠纷名称', '{title}'),
        pair('纠纷类别', '{category}', '案件来源', '{source}'),
        pair('登记日期', '{registered_on}', '受理日期', '{accepted_on}'),
        pair('发生地点', '{happened_at}', '难易程度', '{grade}'),
        pair('涉及人数', '{people}', '涉及金额', '{amount}'),
      ),
      peopleTable('parties'),
      box(
        wide('纠纷简要情况', '{facts}', 40),
        wide(
          '各方当事人是否同意调解',
          '申请人：□同意　□不同意　签名：________________\n被申请人：□同意　□不同意　签名：________________',
          20,
        ),
        wide('登记人', '{registrar}　（签名）________________'),
      ),
      ...sealed('{committee}', OPEN_DAY),
    ],
  },
};

const NATURE =
  '人民调解是人民调解委员会通过说服、疏导等方法，促使当事人在平等协商基础上自愿达成调解协议，解决民间纠纷的活动（第二条）。';

const RIGHTS = [
  '（一）选择或者接受人民调解员；',
  '（二）接受调解、拒绝调解或者要求终止调解；',
  '（三）要求调解公开进行或者不公开进行；',
  '（四）自主表达意愿、自愿达成调解协议。',
].join('\n');

const DUTIES = [
  '（一）如实陈述纠纷事实；',
  '（二）遵守调解现场秩序，尊重人民调解员；',
  '（三）尊重对方当事人行使权利。',
].join('\n');

const EFFECT = [
  '可以制作调解协议书；当事人认为无需制作的，可以采取口头协议方式，由人民调解员记录协议内容（第二十八条）。',
  '调解协议书自各方当事人签名、盖章或者按指印，人民调解员签名并加盖人民调解委员会印章之日起生效；口头调解协议自各方当事人达成协议之日起生效（第二十九条、第三十条）。',
  '调解协议具有法律约束力，当事人应当按照约定履行；人民调解委员会监督并督促履行（第三十一条）。',
  '就协议的履行或者内容发生争议的，一方当事人可以向人民法院提起诉讼（第三十二条）。',
  '双方认为有必要的，可以自协议生效之日起三十日内共同向人民法院申请司法确认（第三十三条）。',
].join('\n');

/** What the parties are informed of before they mediate; fixed text after the law. */
export const notice: Form = {
  name: { zh: '权利义务告知书', en: 'notice of rights and duties' },
  basis: '人民调解工作若干规定第三十条；人民调解法第二条至第四条、第二十三条至第三十三条',
  sheet: {
    title: '人民调解权利义务告知书',
    blocks: [
      title('人民调解权利义务告知书'),
      line('编号：{number}', 'right'),
      line('{party_names}：', 'left'),
      paragraph('现依照《人民调解法》将调解的性质、效力和权利义务告知如下：'),
      dense(
        [32, 130],
        { cells: [label('性质'), cell(NATURE)] },
        {
          cells: [
            label('原则'),
            cell(
              '在自愿、平等的基础上调解，不违背法律、法规和国家政策，不阻止当事人依法通过仲裁、行政、司法等途径维护自己的权利（第三条）。不收取任何费用（第四条）。',
            ),
          ],
        },
        { cells: [label('当事人的权利\n（第二十三条）'), cell(RIGHTS)] },
        { cells: [label('当事人的义务\n（第二十四条）'), cell(DUTIES)] },
        { cells: [label('协议的效力'), cell(EFFECT)] },
        {
          cells: [
            label('调解不成'),
            cell('终止调解，当事人可以依法通过仲裁、行政、司法等途径维护自己的权利（第二十六条）。'),
          ],
        },
      ),
      signatureTable('签名（按指印）', ''),
      ...sealed('{committee}', '告知日期：{rights_notified_on}'),
    ],
  },
};
