import Docxtemplater, { type DXT } from 'docxtemplater';
import PizZip from 'pizzip';

/** Word's templates: docxtemplater and PizZip. (A bundle of its own, see bin/build.mjs: loaded only where a paper is printed.) */

/** A tag of a template: a field, or a list with the tags of its items. */
export interface Tag {
  readonly name: string;
  readonly items?: readonly Tag[];
}

/** The fields as a template sees them. */
interface Data {
  readonly [name: string]: string | readonly Data[];
}

/** What is wrong with a template, as docxtemplater says it: which rule, at which tag, in which part of the file. */
export interface TemplateFault {
  readonly id: string;
  readonly tag: string;
  readonly part: string;
}

/** A template that cannot be filled: each fault with its place; none where it is no Word file at all. */
export class BadTemplate extends Error {
  readonly faults: readonly TemplateFault[];

  constructor(faults: readonly TemplateFault[]) {
    super('the template cannot be filled');
    this.faults = faults;
  }
}

/** The tags of a template, in their order. Throws BadTemplate. */
export function tagsOf(template: Uint8Array): Tag[] {
  return tagsIn(opened(template).parts);
}

/** The words of a template's text, without what they look like. */
export function wordsOf(template: Uint8Array): string {
  return opened(template).document.getFullText();
}

function tagsIn(parts: readonly DXT.Part[]): Tag[] {
  return parts
    .filter(({ type }) => type === 'placeholder')
    .map(({ value, subparsed }) => ({
      name: value.trim(),
      ...(subparsed ? { items: tagsIn(subparsed) } : {}),
    }));
}

/**
 * A template with its tags filled in; line breaks are kept. The entries of the file have no time of their own, so that the same
 * fields give the same bytes. Throws BadTemplate.
 */
export function filledTemplate(template: Uint8Array, data: Data): Uint8Array {
  const { document, parts } = opened(template);
  checkSize(parts, data);
  try {
    document.render(data);
  } catch (error) {
    throw new BadTemplate(faultsOf(error));
  }
  const zip = document.getZip() as PizZip;
  for (const entry of Object.values(zip.files)) entry.date = new Date(1980, 0, 1);
  return zip.generate({ type: 'uint8array', compression: 'DEFLATE' });
}

/** A template as docxtemplater reads it, and its parts. */
function opened(template: Uint8Array): { readonly document: Docxtemplater; readonly parts: readonly DXT.Part[] } {
  const parts: DXT.Part[] = [];
  const noticing: DXT.Module = {
    name: 'parts',
    optionsTransformer: (options, document) => {
      for (const module of (document as unknown as { readonly modules: readonly Prefixed[] }).modules)
        plainOnly(module);
      return options;
    },
    set: ({ inspect }: { readonly inspect?: { readonly postparsed?: readonly DXT.Part[] } }) => {
      for (const part of inspect?.postparsed ?? []) parts.push(part);
    },
  };
  try {
    const document = new Docxtemplater(new PizZip(template), {
      modules: [noticing],
      paragraphLoop: true,
      linebreaks: true,
      errorLogging: false,
      syntax: { changeDelimiterPrefix: null },
      // A tag is the name of a field; nothing in it is computed.
      parser: tag => ({ get: scope => ownValue(scope, tag.trim()) }),
    });
    return { document, parts };
  } catch (error) {
    throw new BadTemplate(faultsOf(error));
  }
}

const ownValue = (scope: Data, name: string) => (Object.hasOwn(scope, name) ? scope[name] : undefined);

interface Prefixed {
  readonly name: string;
  prefix?: unknown;
}

const NEVER = /(?!)/;

/** Of what docxtemplater can do only fields, lists and conditions are left: `{@raw}` and `{-element list}` are names of no field. */
function plainOnly(module: Prefixed): void {
  if (module.name === 'RawXmlModule') module.prefix = NEVER;
  if (module.name === 'LoopModule') module.prefix = { ...(module.prefix as object), dash: NEVER };
}

/** A paper of thousands of pages is no paper: lists within lists multiply. */
const LONGEST = 20_000_000;
/** What each piece costs besides its letters. */
const PIECE = 50;

/** Refuses a template that would fill without an end, before it is filled. */
function checkSize(parts: readonly DXT.Part[], data: Data): void {
  let left = LONGEST;
  const measure = (own: readonly DXT.Part[], scopes: readonly Data[]): void => {
    for (const { type, value, subparsed } of own) {
      const found = type === 'placeholder' ? scopes.find(scope => Object.hasOwn(scope, value.trim())) : undefined;
      const filled = found?.[value.trim()];
      left -= PIECE + (typeof filled === 'string' ? filled : String(value ?? '')).length;
      if (left < 0) throw new BadTemplate([{ id: 'too_long', tag: '', part: '' }]);
      if (!subparsed) continue;
      for (const item of typeof filled === 'object' ? filled : [{}]) measure(subparsed, [item, ...scopes]);
    }
  };
  measure(parts, [data]);
}

interface Said {
  readonly properties?: {
    readonly id?: string;
    readonly xtag?: string;
    readonly context?: string;
    readonly file?: string;
    readonly errors?: readonly Said[];
  };
}

/** docxtemplater says several faults in one error. */
function faultsOf(error: unknown): TemplateFault[] {
  const { properties } = error as Said;
  if (properties?.errors) return properties.errors.flatMap(faultsOf);
  const { id, xtag, context, file = '' } = properties ?? {};
  return id === undefined ? [] : [{ id, tag: xtag ?? context ?? '', part: file }];
}
