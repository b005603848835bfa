import type { Text } from '../kernel/text.ts';
import type { Paper } from './file-rules.ts';

/** What a file still lacks, in one line. */
export function lackingText(number: string, lacking: readonly Paper[]): Text {
  if (lacking.length === 0)
    return { zh: `${number} 的卷宗必须的材料齐全`, en: `The file of ${number} has everything required` };
  return {
    zh: `${number} 的卷宗尚缺：${lacking.map(({ paper }) => paper.zh).join('、')}（用 tiaochu dispute file-check ${number} 查看）`,
    en: `The file of ${number} lacks: ${lacking.map(({ paper }) => paper.en).join(', ')} (see tiaochu dispute file-check ${number})`,
  };
}
