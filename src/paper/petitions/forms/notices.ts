import { type Block, heading, line, paragraph, title } from '../../../output/paper/sheet.ts';
import type { Form } from '../../form.ts';
import { box, OPEN_DAY, pair, sealed, wide } from '../../pieces.ts';

/** How a notice was served, and who received it. */
const served = (kind: string): Block[] => [
  line('', 'left'),
  box(pair('送达方式', `{${kind}_how}`, '送达日期', `{${kind}_served_on}`), wide('签收人', '________________', 12)),
];

/** That an organ accepted the petition, how it is handled and until when. */
export const acceptance: Form = {
  name: { zh: '受理告知书', en: 'notice of acceptance' },
  basis: '信访工作条例第二十三条',
  sheet: {
    title: '信访事项受理告知书',
    blocks: [
      title('信访事项受理告知书'),
      line('{acceptance_number}', 'right'),
      line('{petitioner_names}：', 'left'),
      paragraph('你（们）于{registered_on}以{channel}方式提出的信访事项（编号 {number}）：{demand}'),
      paragraph('本单位已于{accepted_on}受理（信访工作条例第二十三条）。'),
      paragraph('办理途径：{road}。'),
      paragraph('办理期限：{handle_by}。'),
      paragraph('办理信访事项不收取任何费用。'),
      ...sealed('{handler}', OPEN_DAY),
      ...served('acceptance'),
    ],
  },
};

/** That it is not accepted, and why. */
export const refusal: Form = {
  name: { zh: '不予受理告知书', en: 'notice of refusal' },
  basis: '信访工作条例第二十三条',
  sheet: {
    title: '信访事项不予受理告知书',
    blocks: [
      title('信访事项不予受理告知书'),
      line('{refusal_number}', 'right'),
      line('{petitioner_names}：', 'left'),
      paragraph('你（们）于{registered_on}以{channel}方式提出的信访事项（编号 {number}）：{demand}'),
      paragraph('本单位于{declined_on}决定不予受理（信访工作条例第二十三条）。'),
      paragraph('理由：{decline_reason}'),
      ...sealed('{holder}', OPEN_DAY),
      ...served('refusal'),
    ],
  },
};

/** That handling takes longer, by whose approval and why. */
export const extension: Form = {
  name: { zh: '延期告知书', en: 'notice of extension' },
  basis: '信访工作条例第三十四条',
  sheet: {
    title: '信访事项延期办理告知书',
    blocks: [
      title('信访事项延期办理告知书'),
      line('{extension_number}', 'right'),
      line('{petitioner_names}：', 'left'),
      paragraph('你（们）的信访事项（编号 {number}）：{demand}'),
      paragraph(
        '因{extension_reason}，经本机关、单位负责人{approver}于{extended_on}批准，办理期限延长{extension_days}日（信访工作条例第三十四条）。',
      ),
      paragraph('延长后的办理期限：{handle_by}。'),
      ...sealed('{handler}', OPEN_DAY),
      ...served('extension'),
    ],
  },
};

/** The handling opinion: what was found, on which basis, what is decided, and who reviews it. */
export const opinion: Form = {
  name: { zh: '处理意见书', en: 'handling opinion' },
  basis: '信访工作条例第三十二条、第三十四条、第三十五条',
  sheet: {
    title: '信访事项处理意见书',
    blocks: [
      title('信访事项处理意见书'),
      line('{opinion_number}', 'right'),
      line('{petitioner_names}：', 'left'),
      paragraph('你（们）于{registered_on}提出的信访事项（编号 {number}）：{demand}'),
      paragraph('本单位于{accepted_on}受理，现已办结。'),
      heading('一、查明的事实'),
      paragraph('________________________________________________________'),
      heading('二、处理的依据'),
      paragraph('________________________________________________________'),
      heading('三、处理意见'),
      paragraph('{outcome}：{reply}'),
      heading('四、复查'),
      paragraph(
        '如不服本处理意见，可以自收到之日起三十日内，向上一级机关（{review_organ}）申请复查（信访工作条例第三十五条）。',
      ),
      ...sealed('{handler}', '{concluded_on}'),
      ...served('opinion'),
    ],
  },
};
