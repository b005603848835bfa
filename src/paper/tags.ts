import type { Text } from '../kernel/text.ts';
import type { Block, Fields, GridRow } from '../output/paper/sheet.ts';
import type { Glossary } from './glossary.ts';

/** A tag in a paper or in a template: a field, or a list with the tags of its items. */
export interface Tag {
  readonly name: string;
  readonly items?: readonly Tag[] | undefined;
}

/** The tags in the texts of a paper. */
export function tagsOfBlocks(blocks: readonly Block[]): Tag[] {
  return blocks.flatMap((block): Tag[] => {
    if (block.shape === 'grid') return block.rows.flatMap(tagsOfRow);
    if (block.shape === 'each') return [{ name: block.list, items: tagsOfBlocks(block.blocks) }];
    return tagsOfText(block.text);
  });
}

function tagsOfRow({ each, cells, more = [] }: GridRow): Tag[] {
  const tags = [...cells.flatMap(({ text }) => tagsOfText(text)), ...more.flatMap(tagsOfRow)];
  return each === undefined ? tags : [{ name: each, items: tags }];
}

function tagsOfText(text: string): Tag[] {
  return [...text.matchAll(/\{([^{}]+)\}/g)].map(([, name = '']) => ({ name }));
}

/** Fields with their values; the innermost list's come first. */
type Scope = readonly [glossary: Glossary, values: Fields];

/** The tags that no field has, by their names; those of lists are looked up among the fields of the list, then outside. */
export function unknownTags(tags: readonly Tag[], ...glossaries: readonly Glossary[]): string[] {
  return tags.flatMap(({ name, items }) => {
    const field = glossaries.map(glossary => fieldNamed(name, glossary)).find(found => found !== undefined);
    // Tags around other words that are no list are a condition: the words are drawn where the field is not empty.
    const inner = field?.kind === 'list' ? [field.items, ...glossaries] : glossaries;
    // A list has no words of its own.
    const isUsable = field !== undefined && (field.kind !== 'list' || items !== undefined);
    return [...(isUsable ? [] : [name]), ...(items ? unknownTags(items, ...inner) : [])];
  });
}

function fieldNamed(name: string, glossary: Glossary) {
  return Object.hasOwn(glossary, name)
    ? glossary[name]
    : Object.values(glossary).find(({ label }) => label.zh === name);
}

/** What of a paper is left blank, each field once, in the order in which the paper has them. */
export function blanksIn(tags: readonly Tag[], fields: Fields, glossary: Glossary): Text[] {
  const labels = blankLabels(tags, [[glossary, fields]]);
  return [...new Map(labels.map(label => [label.zh, label])).values()];
}

function blankLabels(tags: readonly Tag[], scopes: readonly Scope[]): Text[] {
  return tags.flatMap(({ name, items = [] }) => {
    const [glossary, values] = scopes.find(([own]) => own[name] !== undefined) ?? [];
    const [field, value] = [glossary?.[name], values?.[name]];
    if (field === undefined || value === undefined) return [];
    if (typeof value === 'string') return value === '' ? [field.label] : [];
    if (field.kind !== 'list' || value.length === 0) return [field.label];
    return value.flatMap(item => blankLabels(items, [[field.items, item], ...scopes]));
  });
}

/** The names of all tags, those of lists too. */
export function allNames(tags: readonly Tag[]): Set<string> {
  return new Set(tags.flatMap(({ name, items = [] }) => [name, ...allNames(items)]));
}

/** Fields whose names stand between full-width braces: they are words like others, and nothing fills them in. */
export function fullWidthTags(text: string, glossary: Glossary): string[] {
  const names = new Set([...text.matchAll(/｛[#/]?([^｛｝{}]{1,40})｝/g)].map(([, name = '']) => name.trim()));
  const glossaries = [
    glossary,
    ...Object.values(glossary).flatMap(field => (field.kind === 'list' ? [field.items] : [])),
  ];
  return [...names].filter(name => glossaries.some(own => fieldNamed(name, own) !== undefined));
}
