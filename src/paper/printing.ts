import type { Text } from '../kernel/text.ts';
import { filledSheet } from '../output/paper/filled.ts';
import { paperHtml } from '../output/paper/page.ts';
import type { Fields } from '../output/paper/sheet.ts';
import { docxOf } from '../output/word/docx.ts';
import type { Form } from './form.ts';
import { type Glossary, printed, withChineseNames } from './glossary.ts';
import { badTemplate, checkTags, remarkOnFullWidth } from './own-template.ts';
import type { PaperFormat } from './target.ts';
import { checkPackage } from './template-package.ts';

/** An office's own template: its name for messages, and the command that lists the fields. */
export interface OwnTemplate {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly command: Text;
  /** Hears what was noticed in it that is no mistake. */
  readonly remark: (said: Text) => void;
}

/** What a paper is made of. */
export interface Printing {
  readonly form: Form;
  readonly fields: Fields;
  readonly glossary: Glossary;
  readonly template: OwnTemplate | undefined;
}

/** A paper with its fields filled in, as the bytes of a file. */
export async function paperBytes(format: PaperFormat, { form, fields, glossary, template }: Printing) {
  const shown = printed(fields, glossary);
  if (format === 'html') return Buffer.from(paperHtml(filledSheet(form.sheet, shown)));
  // Loaded where a paper is printed, and nowhere else.
  const { filledTemplate } = await import('../output/word/word-library.ts');
  if (template === undefined) return filledTemplate(docxOf(form.sheet), shown);
  return filledOwn(template, shown, glossary);
}

async function filledOwn({ file, bytes, command, remark }: OwnTemplate, shown: Fields, glossary: Glossary) {
  checkPackage(file, bytes);
  const { BadTemplate, filledTemplate, tagsOf, wordsOf } = await import('../output/word/word-library.ts');
  try {
    checkTags(file, tagsOf(bytes), glossary, command);
    const filled = filledTemplate(bytes, withChineseNames(shown, glossary));
    const said = remarkOnFullWidth(wordsOf(bytes), glossary);
    if (said) remark(said);
    return filled;
  } catch (error) {
    throw error instanceof BadTemplate ? badTemplate(file, error.faults, command) : error;
  }
}
