import {
  codeField,
  dayField,
  digitsField,
  type Field,
  listField,
  optionalField,
  optionalText,
  plain,
  spanFields,
  textField,
} from '../intake/field.ts';
import type { RowOf } from '../intake/sheet.ts';
import { type Word, wordList } from '../kernel/text.ts';

/** The kinds of places and bodies that mediate, by tier (S-05, S-11, S-15, S-21). What each is called today is its name. */
export const SITE_KINDS = wordList({
  command_centre: { zh: '指挥中心', en: 'command centre' },
  work_station: { zh: '工作站', en: 'work station' },
  working_group: { zh: '工作小组', en: 'working group' },
  leading_group: { zh: '领导小组', en: 'leading group' },
});

export type SiteKind = keyof typeof SITE_KINDS;

/** The four forces that a station brings together (S-13). */
const FORCES = wordList({
  grid: { zh: '综治网格', en: 'grid' },
  mediation: { zh: '人民调解', en: 'mediation' },
  legal: { zh: '法律服务', en: 'legal service' },
  petition: { zh: '信访接待', en: 'petition reception' },
});

type Force = keyof typeof FORCES;

export const siteSheet = {
  code: codeField(['code', '场所编号', 'site code'], '150722100-S01'),
  kind: listField(['kind', '类型', 'kind'], SITE_KINDS, 'work_station', {
    centre: 'command_centre',
    station: 'work_station',
    group: 'working_group',
  }),
  unit_code: digitsField(['unit_code', '机构代码', 'unit code'], [6, 9, 12], '150722100'),
  name: textField(['name', '名称', 'name'], '尼尔基镇矛盾纠纷调处工作站'),
  founded_on: optionalField(dayField(['founded_on', '成立日期', 'founded on'], '2023-05-01'), null),
  host_place: optionalText(['host_place', '承载场所', 'host place'], '党群服务中心办事服务大厅'),
  forces: forcesField(),
  ...spanFields,
};

export type SiteRow = RowOf<typeof siteSheet>;

/** Several forces in one cell, in any order and either language; they are stored in the order of the list. */
function forcesField(): Field<string> {
  const force = listField(['forces', '工作力量', 'forces'], FORCES, 'grid');
  return {
    ...force,
    optional: true,
    shows: forcesText,
    example: { zh: '综治网格;人民调解;法律服务;信访接待', en: Object.keys(FORCES).join(';') },
    read: text => {
      const given = plain(text)
        .split(/[;,、]/)
        .filter(part => part.trim() !== '')
        .map(word => force.read(word));
      return Object.keys(FORCES)
        .filter(force => (given as string[]).includes(force))
        .join(';');
    },
  };
}

export function forcesText(forces: string): Word {
  const named = forces.split(';').map(force => FORCES[force as Force]);
  return { zh: named.map(({ zh }) => zh).join('、'), en: named.map(({ en }) => en).join('; '), code: forces };
}
