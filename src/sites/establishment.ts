import {
  BadValue,
  codeField,
  countField,
  type Field,
  listField,
  optionalText,
  plain,
  spanFields,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { wordList } from '../kernel/text.ts';

/** What an establishment (编制) is granted for. */
export const ESTABLISHMENT_KINDS = wordList({
  administrative: { zh: '行政编制', en: 'administrative' },
  institution: { zh: '事业编制', en: 'public institution' },
  political_legal: { zh: '政法专项编制', en: 'political and legal' },
  service: { zh: '工勤编制', en: 'service staff' },
});

export const establishmentSheet = {
  code: codeField(['code', '编制编号', 'establishment code'], '150722-S01-E1'),
  site_code: codeField(['site_code', '场所编号', 'site code'], '150722-S01'),
  kind: listField(['kind', '编制类型', 'kind'], ESTABLISHMENT_KINDS, 'institution', {
    行政编: 'administrative',
    事业编: 'institution',
    政法编: 'political_legal',
    工勤编: 'service',
  }),
  title: optionalText(['title', '岗位', 'title'], '调处岗'),
  seats: seatsField(),
  ...spanFields,
};

export type EstablishmentRow = RowOf<typeof establishmentSheet>;

/** How many posts are granted: a number must be given, 0 where an establishment is withdrawn from a day on. */
function seatsField(): Field<number, false> {
  const seats = countField(['seats', '编制数', 'seats'], '12');
  const read = (text: string) => {
    if (plain(text) === '') throw new BadValue({ zh: '不能为空', en: 'must not be empty' });
    return seats.read(text) ?? 0;
  };
  return { ...seats, optional: false, read };
}
