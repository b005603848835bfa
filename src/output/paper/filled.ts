import type { Block, Fields, Grid, GridRow, Sheet } from './sheet.ts';

/** A paper with its tags filled in, as Word's template is by docxtemplater: lists are drawn once for each item. */
export function filledSheet(sheet: Sheet, fields: Fields): Sheet {
  return { ...sheet, title: filledText(sheet.title, [fields]), blocks: filledBlocks(sheet.blocks, [fields]) };
}

/** The fields that a tag can mean, the innermost list's first. */
type Scopes = readonly Fields[];

function filledBlocks(blocks: readonly Block[], scopes: Scopes): Block[] {
  return blocks.flatMap((block): Block | Block[] => {
    if (block.shape === 'grid') return filledGrid(block, scopes);
    if (block.shape !== 'each') return { ...block, text: filledText(block.text, scopes) };
    return itemsOf(block.list, scopes).flatMap(item => filledBlocks(block.blocks, [item, ...scopes]));
  });
}

function filledGrid(grid: Grid, scopes: Scopes): Grid {
  return {
    ...grid,
    rows: grid.rows.flatMap(({ each, more = [], ...row }) =>
      each === undefined
        ? filledRow(row, scopes)
        : itemsOf(each, scopes).flatMap(item => [row, ...more].map(own => filledRow(own, [item, ...scopes]))),
    ),
  };
}

function filledRow({ cells, ...row }: GridRow, scopes: Scopes): GridRow {
  return { ...row, cells: cells.map(cell => ({ ...cell, text: filledText(cell.text, scopes) })) };
}

function itemsOf(list: string, scopes: Scopes): readonly Fields[] {
  const items = meant(list, scopes);
  if (typeof items === 'string') throw new Error(`the field ${list} is not a list`);
  return items;
}

function filledText(text: string, scopes: Scopes): string {
  return text.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const value = meant(name, scopes);
    if (typeof value !== 'string') throw new Error(`the field ${name} is a list`);
    return value;
  });
}

function meant(name: string, scopes: Scopes): string | readonly Fields[] {
  const value = scopes.find(scope => scope[name] !== undefined)?.[name];
  if (value === undefined) throw new Error(`there is no field ${name}`);
  return value;
}
