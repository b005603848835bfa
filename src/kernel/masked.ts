import type { Text } from './text.ts';

/** Stars as our masks write them: 敖**, 139****2222, 0470-*****67, *****1011, 一组****. A sum (2*3) has none of these. */
const MASKED = /\p{Script=Han}\*(?!\d)|[\p{L}\p{N}]\*{2,}|\*{4,}[\p{N}Xx]/u;

/** Whether a text was hidden for display, in part or as a whole: kept, it would take the place of what it hides. */
export function isMasked(text: string): boolean {
  return text.includes('*') && MASKED.test(text);
}

/** Why a text that was hidden for display is not read. */
export const MASKED_TEXT: Text = {
  zh: '有隐去的内容（用 tiaochu household list --reveal 之类导出的才是全文）',
  en: 'has masked parts (export the full text as with tiaochu household list --reveal)',
};
