import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import type { TemplateFault } from '../output/word/word-library.ts';
import type { Glossary } from './glossary.ts';
import { fullWidthTags, type Tag, unknownTags } from './tags.ts';

/** Why an office's own template cannot be used (exit 5); nothing is written then. `command` lists the fields. */
export function badTemplate(file: string, faults: readonly TemplateFault[], command: Text): Failure {
  if (faults.some(({ id }) => id === 'too_long')) return new Failure('rejected', tooLong(file), LISTS_IN_LISTS);
  // What is wrong, but at no tag, is wrong with the file.
  const atTags = faults.filter(({ id, tag }) => tag !== '' || id in REASONS);
  if (atTags.length === 0) return new Failure('rejected', notWord(file), SAVE_AS_WORD);
  const wrong = { zh: `${file} 的标记有误`, en: `${file} has broken tags` };
  return new Failure('rejected', wrong, fieldsHint(command), atTags.map(faultText));
}

const notWord = (file: string): Text => ({
  zh: `${file} 不是 Word 文件（.docx），或已损坏`,
  en: `${file} is not a Word file (.docx), or it is damaged`,
});

const SAVE_AS_WORD: Text = {
  zh: '请用 Word 或 WPS 另存为 .docx',
  en: 'Save it as .docx with Word or WPS',
};

const tooLong = (file: string): Text => ({
  zh: `${file} 填写后会有上千页`,
  en: `${file} would be thousands of pages once it is filled in`,
});

const LISTS_IN_LISTS: Text = {
  zh: '列表里套列表会逐层相乘：请检查 {#…} 之内是否又写了 {#…}',
  en: 'Lists within lists multiply: look for a {#…} inside another {#…}',
};

/** The parts of a Word file in which a tag can be. */
function placeText(part: string): Text {
  if (part.includes('header')) return { zh: '页眉', en: 'header' };
  return part.includes('footer') ? { zh: '页脚', en: 'footer' } : { zh: '正文', en: 'text' };
}

/** An open brace takes in the rest of the page. */
const MOST_SHOWN = 20;

function faultText({ id, tag, part }: TemplateFault): Text {
  const place = placeText(part);
  const reason = REASONS[id] ?? { zh: '标记不合规则', en: 'the tag is not well formed' };
  const near = tag.length > MOST_SHOWN ? `${tag.slice(0, MOST_SHOWN)}…` : tag;
  if (near === '') return { zh: `${place.zh}：${reason.zh}`, en: `${place.en}: ${reason.en}` };
  return { zh: `${place.zh}「${near}」：${reason.zh}`, en: `${place.en} "${near}": ${reason.en}` };
}

const REASONS: Readonly<Record<string, Text>> = {
  unclosed_tag: { zh: '有 { 没有 }', en: 'it has { but no }' },
  unopened_tag: { zh: '有 } 没有 {', en: 'it has } but no {' },
  duplicate_open_tag: { zh: '多了一个 {', en: 'it has a { too many' },
  duplicate_close_tag: { zh: '多了一个 }', en: 'it has a } too many' },
  unclosed_loop: { zh: '有 {#…} 没有 {/…}', en: 'it has {#…} but no {/…}' },
  unopened_loop: { zh: '有 {/…} 没有 {#…}', en: 'it has {/…} but no {#…}' },
  closing_tag_does_not_match_opening_tag: {
    zh: '{/…} 的名称与 {#…} 的不同',
    en: 'its {/…} has another name than its {#…}',
  },
};

/** Refuses a template whose tags are of no field of the record: they would print as nothing. */
export function checkTags(file: string, tags: readonly Tag[], glossary: Glossary, command: Text): void {
  if (tags.length === 0)
    throw new Failure('rejected', { zh: `${file} 里没有标记`, en: `${file} has no tags` }, noTags(command));
  const unknown = [...new Set(unknownTags(tags, glossary))];
  if (unknown.length === 0) return;
  const names = unknown.map(name => `{${name}}`);
  throw new Failure(
    'rejected',
    {
      zh: `${file} 里有不能使用的标记：${names.join('、')}`,
      en: `${file} has tags that are not fields: ${names.join(', ')}`,
    },
    fieldsHint(command),
  );
}

/** What is said of tags in full-width braces: they are printed as they are. */
export function remarkOnFullWidth(text: string, glossary: Glossary): Text | undefined {
  const names = fullWidthTags(text, glossary).slice(0, MOST_SHOWN);
  if (names.length === 0) return undefined;
  return {
    zh: `模板里的 ${names.map(name => `｛${name}｝`).join('、')} 用了全角花括号，照原样打印；标记要用半角，如 {${names[0]}}`,
    en: `${names.map(name => `｛${name}｝`).join(', ')} in the template has full-width braces and is printed as it is; tags have plain ones, like {${names[0]}}`,
  };
}

function fieldsHint(command: Text): Text {
  return {
    zh: `可用的标记用 tiaochu ${command.zh} 查看`,
    en: `tiaochu ${command.en} lists the tags that there are`,
  };
}

function noTags(command: Text): Text {
  return {
    zh: `标记用半角花括号，如 {编号}；可用的用 tiaochu ${command.zh} 查看`,
    en: `Tags are in plain braces, like {number}; tiaochu ${command.en} lists them`,
  };
}
