import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Glossary } from '../src/paper/glossary.ts';
import { allNames, tagsOfBlocks, unknownTags } from '../src/paper/tags.ts';
import { formsPage } from './support/forms-page.ts';
import { PAPER_KINDS } from './support/papers.ts';

const PAGE = new URL('../docs/forms.md', import.meta.url);
const HAN = /\p{Script=Han}/u;

test('docs/forms.md lists the forms and their fields as the program has them', () => {
  const wanted = formsPage();
  if (process.env.UPDATE_DOCS) writeFileSync(PAGE, wanted);
  expect(readFileSync(PAGE, 'utf8')).toBe(wanted);
});

describe.each(PAPER_KINDS)('the papers of a $noun', ({ forms, glossary }) => {
  test.each(Object.entries(forms))(
    '%s has only tags that are fields, a title and a source',
    (_, { name, basis, sheet }) => {
      expect(unknownTags(tagsOfBlocks(sheet.blocks), glossary)).toEqual([]);
      expect(name.zh).toMatch(HAN);
      expect(name.en).not.toMatch(HAN);
      expect(basis).toMatch(HAN);
      expect(JSON.stringify(sheet.blocks)).toContain(sheet.title);
    },
  );

  test('have fields with different Chinese names that a tag can have', () => {
    const check = (own: Glossary): void => {
      const names = Object.values(own).map(({ label }) => label.zh);
      for (const name of names) expect(name).toMatch(/^\p{Script=Han}+$/u);
      expect(new Set(names).size, names.join(' ')).toBe(names.length);
      for (const field of Object.values(own)) {
        expect(field.label.en).not.toMatch(HAN);
        if (field.kind === 'list') check(field.items);
      }
    };
    check(glossary);
  });

  test('use most of the fields that there are', () => {
    const used = allNames(Object.values(forms).flatMap(({ sheet }) => tagsOfBlocks(sheet.blocks)));
    const unused = Object.keys(glossary).filter(name => !used.has(name));
    expect(unused.length).toBeLessThan(Object.keys(glossary).length / 3);
  });
});
