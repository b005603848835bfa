import { choice, flag, option } from '../cli/param.ts';
import { ENCODINGS } from '../intake/decode.ts';
import { untranslated } from '../kernel/text.ts';

/** Options that every import takes. */
export const importParams = {
  skipBad: flag('--skip-bad', {
    zh: '跳过不合格的行，另存为退回文件',
    en: 'import the valid rows, write the others to a file',
  }),
  rejected: option('--rejected <file>', { zh: '退回的行写入的文件', en: 'where rejected rows go' }),
  encoding: choice(
    '--encoding <name>',
    { zh: '文件编码（默认自动判断）', en: 'the file’s encoding (default: detected)' },
    ENCODINGS,
    {
      'utf-8': untranslated('UTF-8'),
      gb18030: untranslated('GB18030/GBK'),
    },
  ),
} as const;
