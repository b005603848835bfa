import { codeField, listField, spanFields, textField } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { wordList } from '../kernel/text.ts';

/** What rooms are for: the command centre’s two areas (S-06), and the four of a station (S-14). */
export const ROOM_KINDS = wordList({
  front: { zh: '前台大厅', en: 'front hall' },
  back: { zh: '后台调解区', en: 'back area' },
  window: { zh: '服务窗口', en: 'service window' },
  office: { zh: '办公室', en: 'office' },
  mediation: { zh: '调解室', en: 'mediation room' },
  file: { zh: '卷宗室', en: 'file room' },
});

export type RoomKind = keyof typeof ROOM_KINDS;

export const roomSheet = {
  code: codeField(['code', '功能室编号', 'room code'], '150722100-S01-R01'),
  site_code: codeField(['site_code', '场所编号', 'site code'], '150722100-S01'),
  kind: listField(['kind', '用途', 'kind'], ROOM_KINDS, 'mediation'),
  name: textField(['name', '名称', 'name'], '一楼调解室'),
  ...spanFields,
};

export type RoomRow = RowOf<typeof roomSheet>;
