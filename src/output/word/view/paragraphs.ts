import { printable } from '../../printable.ts';
import { escaped } from '../../xlsx/xml.ts';

/** The styles of a document's paragraphs, as `styles.ts` declares them. */
export type ParagraphStyle =
  | 'Title'
  | 'Heading1'
  | 'Prose'
  | 'Line'
  | 'Note'
  | 'Gap'
  | 'Foot'
  | 'Head'
  | 'Cell'
  | 'Figure'
  | 'Centred';

/** A paragraph of one style; a line break in a text is one here. */
export function paragraph(style: ParagraphStyle, text: string, isBold = false): string {
  const bold = isBold ? '<w:rPr><w:b/></w:rPr>' : '';
  const runs = printable(text)
    .split('\n')
    .map((line, i) => `${i === 0 ? '' : '<w:br/>'}<w:t xml:space="preserve">${escaped(line)}</w:t>`);
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r>${bold}${runs.join('')}</w:r></w:p>`;
}
