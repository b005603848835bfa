/** A workbook of one sheet whose cells are all text, the first row being its header: what is typed stays as it is. */
export async function textWorkbook(rows: readonly (readonly string[])[]): Promise<Uint8Array> {
  // Loaded here, since no other command should wait for it.
  const { writeWorkbook } = await import('../kernel/workbook-library.ts');
  const columns = (rows[0] ?? []).map(() => ({ autoWidth: true, numFmt: '@' }));
  return writeWorkbook({
    sheets: [{ name: 'Sheet1', rows: rows.map(row => [...row]), columns, freezePane: { rows: 1 } }],
  });
}
