import { codeField, digitsField, nameField, optionalText, spanFields } from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { LONGEST } from '../kernel/length.ts';
import type { Noun } from '../kernel/text.ts';

export const LINKED_LEADER_TITLE: Noun = {
  zh: '包联领导',
  en: 'linked leaders',
  one: 'linked leader',
  list: 'linked-leader list',
};

export const linkedLeaderSheet = {
  code: codeField(['code', '包联编号', 'linked leader code'], 'BL01'),
  name: nameField(['name', '姓名', 'name'], '郭海山'),
  duty: optionalText(['duty', '任职', 'duty'], '旗委常委、组织部部长', LONGEST.title),
  unit_code: digitsField(['unit_code', '包联乡镇代码', 'township code'], [6, 9, 12], '150722100'),
  ...spanFields,
};

/** A leader of the banner (处级领导) who is linked with a township: since when and until when (包联, S-43). */
export type LinkedLeaderRow = RowOf<typeof linkedLeaderSheet>;
