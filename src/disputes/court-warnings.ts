import type { Text } from '../kernel/text.ts';

/** What a court does not confirm, by the warning of a dispute's category (民诉法解释 Art. 355). */
export const COURT_WARNINGS: Readonly<Record<string, Text>> = {
  family: {
    zh: '注意：婚姻、收养、监护等身份关系的内容不予受理（民诉法解释第三百五十五条）；家庭财产、赡养费用等可以申请',
    en: 'Note: what concerns marriage, adoption or guardianship itself is not accepted (Interpretation Art. 355); family property and support can be',
  },
  tenure: {
    zh: '注意：涉及物权确权的内容不予受理（民诉法解释第三百五十五条）；权属争议由人民政府处理',
    en: 'Note: what confirms property rights is not accepted (Interpretation Art. 355); the government decides on tenure',
  },
};
