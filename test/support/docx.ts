import PizZip from 'pizzip';

/** The text of a Word file, a line for each paragraph and each line break. */
export function textOfDocx(bytes: Uint8Array): string {
  const xml = new PizZip(bytes).file('word/document.xml')?.asText() ?? '';
  const paragraphs = xml.split('</w:p>').slice(0, -1);
  return paragraphs.map(textOfParagraph).join('\n');
}

function textOfParagraph(xml: string): string {
  const words = xml.replace(/<w:br\/>/g, '<w:t>\n</w:t>').match(/<w:t(?: [^>]*)?>[^<]*<\/w:t>/g) ?? [];
  return unescaped(words.map(word => word.replace(/<[^>]*>/g, '')).join(''));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
  '&#39;': "'",
  '&amp;': '&',
};

/** A text of XML or HTML as it is read. */
export function unescaped(text: string): string {
  return text.replace(/&(?:lt|gt|quot|apos|#39|amp);/g, entity => ENTITIES[entity] ?? entity);
}
