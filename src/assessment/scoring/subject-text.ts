import { counted, type Text } from '../../kernel/text.ts';
import { isOpen, type UnitTerm, type UnitTree } from '../../units/tree.ts';
import type { Subject } from './subjects.ts';

/** The units of an assessed unit's row, and which of a township's communities have a row of their own (S-49). */
export function contentText(subject: Subject, all: readonly Subject[], tree: UnitTree): Text {
  const isTownship = [...subject.townships].some(id => subject.units.has(id));
  const own = listed([...(isTownship ? [DESK] : []), ...counts(subject.units, tree)]);
  if (!isTownship)
    return {
      zh: `本行包括：${own.zh}；调度会按所在乡镇`,
      en: `The row has ${own.en}; meetings are those of their township`,
    };
  const apart = all.flatMap(other => {
    const lost = [...other.units].filter(id => liesIn(subject.townships, tree.units.get(id)));
    return other === subject || lost.length === 0 ? [] : [{ other, lost: listed(counts(lost, tree)) }];
  });
  return {
    zh: [
      `本行包括：${own.zh}`,
      ...apart.map(({ other, lost }) => `不包括 ${lost.zh}，在 ${other.code} ${other.name} 一行`),
    ].join('；'),
    en: [
      `The row has ${own.en}`,
      ...apart.map(({ other, lost }) => `without ${lost.en} (assessed under ${other.code} ${other.name})`),
    ].join(', '),
  };
}

function liesIn(townships: ReadonlySet<number>, unit: UnitTerm | undefined): boolean {
  return typeof unit?.parent_id === 'number' && townships.has(unit.parent_id);
}

const DESK: Text = { zh: '乡镇本级', en: 'the township’s own desk' };

/** Villages and communities that are open, in numbers. */
function counts(ids: Iterable<number>, tree: UnitTree): Text[] {
  const open = [...ids].flatMap(id => tree.units.get(id) ?? []).filter(unit => isOpen(tree, unit));
  const villages = open.filter(unit => unit.level === 'village').length;
  const communities = open.filter(unit => unit.level === 'community').length;
  return [
    ...(villages > 0 ? [{ zh: `${villages} 个村`, en: counted(villages, 'village') }] : []),
    ...(communities > 0 ? [{ zh: `${communities} 个社区`, en: counted(communities, 'community', 'communities') }] : []),
  ];
}

function listed(parts: readonly Text[]): Text {
  return { zh: parts.map(({ zh }) => zh).join('、'), en: parts.map(({ en }) => en).join(', ') };
}
