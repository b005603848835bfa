import { existsSync } from 'node:fs';
import { realTarget, unwritable } from '../cli/targets.ts';
import { writeFile } from '../disk/file.ts';
import { misuse } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** The kinds of files in which papers are printed, by the endings of their names. */
export type PaperFormat = 'docx' | 'html';

interface Wish {
  /** What `--output` names. */
  readonly output: string | undefined;
  /** What `--format` says, where it says one of these. */
  readonly wanted?: PaperFormat | undefined;
  /** What the file is called where no name is given, without its ending. */
  readonly name: string;
}

/** The file in which a paper is printed, and its kind. Without a name it gets one of its own, which no file has yet. */
export function paperTarget({ output, wanted, name }: Wish): { readonly path: string; readonly format: PaperFormat } {
  if (output === undefined) {
    const format = wanted ?? 'docx';
    return { path: freeName(name, format), format };
  }
  const [, ending = ''] = /\.([^./\\]*)$/.exec(output.normalize('NFKC').trim().toLowerCase()) ?? [];
  const format = ending === 'docx' ? 'docx' : ending === 'html' || ending === 'htm' ? 'html' : refuseEnding(output);
  if (wanted !== undefined && wanted !== format)
    misuse(
      {
        zh: `文件名以 .${ending} 结尾，--format 却是 ${wanted}`,
        en: `The file’s name ends in .${ending}, but --format is ${wanted}`,
      },
      { zh: '文件名的结尾已经决定格式：去掉 --format', en: 'The ending of the name decides: leave --format out' },
    );
  return { path: output, format };
}

function refuseEnding(output: string): never {
  misuse({ zh: `${output} 不是可以打印的文件名`, en: `${output} is not a name for a printed paper` }, ENDINGS);
}

const ENDINGS: Text = {
  zh: '文件名以 .docx（Word、WPS）或 .html（浏览器）结尾；老的 .doc 和 PDF 请从它们另存',
  en: 'Let the name end in .docx (Word, WPS) or .html (browser); save .doc or PDF from these',
};

/** A name that no file has: nothing is written over because nobody chose a name. */
function freeName(name: string, format: PaperFormat): string {
  for (let copy = 1; ; copy++) {
    const path = copy === 1 ? `${name}.${format}` : `${name}-${copy}.${format}`;
    if (!existsSync(path)) return path;
  }
}

/** Writes a paper: the file is there when it is complete. */
export function writePaper(path: string, bytes: Uint8Array): void {
  try {
    writeFile(realTarget(path), [bytes]);
  } catch (error) {
    throw unwritable(error, path);
  }
}
