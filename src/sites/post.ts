import {
  codeField,
  listField,
  nameField,
  optionalField,
  optionalText,
  phoneField,
  spanFields,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { wordList } from '../kernel/text.ts';

/** Who leads a site and who belongs to it; what a head is called there (站长, 组长, 主任) follows from the site. */
export const POST_ROLES = wordList({
  head: { zh: '负责人', en: 'head' },
  deputy: { zh: '副职', en: 'deputy' },
  member: { zh: '成员', en: 'member' },
});

export type PostRole = keyof typeof POST_ROLES;

/** The seven kinds of member (S-16). */
const MEMBER_CATEGORIES = wordList({
  committee: { zh: '两委成员', en: 'committee member' },
  group_head: { zh: '小组长', en: 'village group head' },
  grid_worker: { zh: '网格员', en: 'grid worker' },
  veteran_member: { zh: '老党员', en: 'veteran party member' },
  veteran_cadre: { zh: '老干部', en: 'veteran cadre' },
  resident: { zh: '居民代表', en: 'resident representative' },
  office: { zh: '站所负责人', en: 'head of a township office' },
});

export const postSheet = {
  code: codeField(['code', '职务编号', 'post code'], '150722100-S01-P02'),
  site_code: codeField(['site_code', '场所编号', 'site code'], '150722100-S01'),
  role: listField(['role', '职务', 'role'], POST_ROLES, 'member', {
    站长: 'head',
    组长: 'head',
    主任: 'head',
    副站长: 'deputy',
    副组长: 'deputy',
    副主任: 'deputy',
  }),
  holder: nameField(['holder', '姓名', 'holder'], '鄂晓光'),
  duty_title: optionalText(['duty_title', '任职身份', 'duty'], '司法所所长'),
  establishment_code: optionalField(
    codeField(['establishment_code', '编制编号', 'establishment code'], '150722-S01-E1'),
    '',
  ),
  category: optionalField(listField(['category', '人员类别', 'category'], MEMBER_CATEGORIES, 'office'), null),
  phone: phoneField(['phone', '电话', 'phone'], '13900000001'),
  ...spanFields,
};

export type PostRow = RowOf<typeof postSheet>;
