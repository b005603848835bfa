/** What a purge leaves of a text begins with this. */
export const PURGED = '〔已清除';

/** Whether a text is what a purge left. */
export function isPurged(text: string): boolean {
  return text.startsWith(PURGED) || /^清[0-9a-z]{1,4}$/.test(text);
}
