import { type PackedFile, packedFiles, unpacked } from '../intake/zip-directory.ts';
import { Failure } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';

/** No office’s form is longer: 2 MB of XML are about 60 pages, the longest form has 100 tags; a picture is packed already. */
const MOST = { xml: 2_000_000, tags: 2_000, whole: 50_000_000, files: 2_000 } as const;

/**
 * Refuses a template whose file would harm who fills it in or who opens the paper (exit 5): one that unpacks to an absurd
 * size, has macros, fetches something from elsewhere when it is opened, or has files outside its folder.
 */
export function checkPackage(file: string, bytes: Uint8Array): void {
  const files = packedFiles(bytes);
  const size = files.reduce((sum, each) => sum + each.unpacked, 0);
  const isLong = files.some(({ name, unpacked: own }) => /\.(?:xml|rels)$/i.test(name) && own > MOST.xml);
  if (size > MOST.whole || isLong || files.length > MOST.files) throw tooLarge(file);
  const texts = files.map(each => contentOf(file, bytes, each));
  const braces = files.map(({ name }, i) => (/\.xml$/i.test(name) ? bracesIn(texts[i]) : 0));
  if (braces.some(count => count > MOST.tags)) throw tooLarge(file);
  if (files.some(({ name }) => /(?:^|[\\/])\.\.(?:[\\/]|$)|^[\\/]|^[a-z]:/i.test(name))) throw outside(file);
  if (files.some(({ name }) => /vbaProject|vbaData/i.test(name))) throw withMacros(file);
  const fetched = files.flatMap(({ name }, i) => (/\.rels$/i.test(name) ? fetchedFrom(texts[i]) : []));
  if (fetched.length > 0) throw fetching(file, fetched);
}

const BRACE = 0x7b;
const bracesIn = (content: Uint8Array = new Uint8Array()) =>
  content.reduce((sum, byte) => sum + Number(byte === BRACE), 0);

function contentOf(file: string, bytes: Uint8Array, each: PackedFile): Uint8Array {
  try {
    return unpacked(bytes, each);
  } catch {
    throw damaged(file);
  }
}

/** What a paper would fetch when it is opened; a link that is clicked on is the reader's own affair. */
function fetchedFrom(content: Uint8Array | undefined): string[] {
  const relations =
    Buffer.from(content ?? [])
      .toString()
      .match(/<[^<>]*Relationship\s[^<>]*>/g) ?? [];
  return relations
    .filter(own => /TargetMode\s*=\s*["']External["']/i.test(own) && !/\/hyperlink["']/i.test(own))
    .map(own => /Target\s*=\s*["']([^"']*)["']/.exec(own)?.[1] ?? '');
}

const rejected = (text: Text, hint: Text, details: readonly Text[] = []) =>
  new Failure('rejected', text, hint, details);

const AGAIN: Text = {
  zh: '请用 Word 或 WPS 打开，另存为 .docx 再试',
  en: 'Open it with Word or WPS, save it as .docx and try again',
};

const tooLarge = (file: string) =>
  rejected(
    {
      zh: `${file} 解开后异常庞大，不是正常的模板`,
      en: `${file} unpacks to an absurd size: it is not an ordinary template`,
    },
    AGAIN,
  );

const damaged = (file: string) => rejected({ zh: `${file} 已损坏`, en: `${file} is damaged` }, AGAIN);

const outside = (file: string) =>
  rejected({ zh: `${file} 里有放在文件夹之外的内容`, en: `${file} has files that lie outside its folder` }, AGAIN);

const withMacros = (file: string) =>
  rejected(
    { zh: `${file} 带有宏，文书里不能有宏`, en: `${file} has macros, which no paper may have` },
    { zh: '请在 Word 或 WPS 里另存为不带宏的 .docx', en: 'Save it with Word or WPS as a .docx without macros' },
  );

const MOST_NAMED = 5;

const fetching = (file: string, targets: readonly string[]) =>
  rejected(
    {
      zh: `${file} 打开时要从别处取 ${targets.length} 项内容`,
      en: `${file} fetches ${counted(targets.length, 'thing')} from elsewhere when it is opened`,
    },
    {
      zh: '图片请直接插入（不要链接）；链接的模板在“开发工具－文档模板”里取消',
      en: 'Insert pictures instead of linking them; detach a linked template under Developer, Document Template',
    },
    targets.slice(0, MOST_NAMED).map(target => ({ zh: `取自 ${target}`, en: `from ${target}` })),
  );
