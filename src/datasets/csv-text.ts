/** Rows as CSV for programs (RFC 4180, UTF-8): values as they are, without anything that guards a spreadsheet. */
export function csvText(names: readonly string[], rows: Iterable<Readonly<Record<string, unknown>>>): string {
  const lines = [names.join()];
  for (const row of rows) lines.push(names.map(name => cell(row[name])).join());
  return `${lines.join('\n')}\n`;
}

function cell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
