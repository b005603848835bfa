import type { Sheet } from '../paper/sheet.ts';
import { type Part, zipOf } from '../xlsx/zip.ts';
import { documentXml } from './document.ts';
import { CONTENT_TYPES, DOCUMENT_LINKS, PACKAGE_LINKS, propertiesXml, stylesXml } from './package-parts.ts';

/**
 * A paper as a Word file. Tags in its texts are left as they are, so that it is a template which docxtemplater fills (see
 * `word-library.ts`). The same paper gives the same bytes: the file has no time in it.
 */
export function docxOf(sheet: Sheet): Uint8Array {
  return Buffer.concat([...zipOf(partsOf(sheet))]);
}

function partsOf(sheet: Sheet): Part[] {
  const part = (path: string, text: string): Part => ({ path, pieces: [text] });
  return [
    part('[Content_Types].xml', CONTENT_TYPES),
    part('_rels/.rels', PACKAGE_LINKS),
    part('docProps/core.xml', propertiesXml(sheet.title)),
    part('word/document.xml', documentXml(sheet)),
    part('word/_rels/document.xml.rels', DOCUMENT_LINKS),
    part('word/styles.xml', stylesXml(sheet.size ?? 'A4')),
  ];
}
