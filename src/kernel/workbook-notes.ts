import type { Text } from './text.ts';

/** The line of a workbook's notes that names the command by which it was made; such a sheet is not read again. */
export const MADE_BY: Text = { zh: '所用命令', en: 'Command' };
export const OWN_COMMAND = 'tiaochu ';
