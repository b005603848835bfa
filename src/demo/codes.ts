/** The code of an item of a list: P01 for the first, P02 for the second. */
export function numbered(stem: string, index: number, digits = 2): string {
  return stem + String(index + 1).padStart(digits, '0');
}
