import { option, required } from '../../cli/param.ts';
import { asActDay, asName } from '../../cli/values.ts';
import { moveCommand } from './move-params.ts';

/** A hearing in a re-examination, whose days are not counted (信访工作条例 Art. 36). */
export const hearing = moveCommand('hear', {
  summary: {
    zh: '登记复核中的听证：听证的天数不计入复核期限',
    en: 'enter a hearing in a re-examination, whose days are not counted',
  },
  options: '--from 2024-03-04 --until 2024-03-05',
  params: {
    from: required(option('--from <day>', { zh: '听证第一天', en: 'the first day of the hearing' }, asActDay)),
    until: required(option('--until <day>', { zh: '听证最后一天', en: 'its last day' }, asActDay)),
    record: option('--record <text>', { zh: '听证记录', en: 'what was said' }, asName),
  },
});
