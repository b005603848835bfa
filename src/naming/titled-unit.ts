import { plain } from '../intake/field.ts';
import type { TitleReader } from '../intake/header.ts';
import type { NamedUnit, Names } from './names.ts';
import { isAboutPlace, isReporting, piecesOf, type TitlePiece } from './title-pieces.ts';
import { isBelow, unitsAtStart } from './unit-names.ts';

/** What stands before the name of a unit in a title: brackets and the year; the year may also stand behind its township. */
const BRACKETS = /^[([【《〈"'“]*/;
const YEAR = /^(?:(?:19|20)\d\d年?度?)?(?:\d{1,2}月份?)?/;

/** The units that a title names, each a group, since a name may be that of several. */
interface NamedGroups {
  /** The lowest of those with which it begins. */
  readonly whose: readonly NamedUnit[];
  /** All that it names, wherever they are in it. */
  readonly all: readonly (readonly NamedUnit[])[];
}

/**
 * The unit whose list a file is, by the lines above its header: a title that begins with the name of a unit (尼尔基村矛盾纠纷台账,
 * 2023年尼尔基镇尼尔基村…), or the one behind a label that says who reports (填报单位：尼尔基村); not who receives or supervises.
 * Units one within the other mean the lowest. It must be certain: all that these lines name is the unit or above it, and a
 * name that several units have counts only where another line, or the township before it, says which.
 */
export function titledUnit(units: readonly NamedUnit[], titles: readonly string[]): NamedUnit | undefined {
  const pieces = piecesOf(titles).filter(({ label }) => isReporting(label) || isAboutPlace(label));
  const named = pieces.flatMap(piece => namedBy(units, piece) ?? []);
  const groups = named.flatMap(({ all }) => all);
  const agreed = named
    .flatMap(({ whose }) => whose)
    .filter(unit => groups.every(group => group.some(other => isBelow(units, unit, other))));
  const [first] = agreed;
  return agreed.every(({ id }) => id === first?.id) ? units.find(({ id }) => id === first?.id) : undefined;
}

/** What titles name, which is asked again for each line and each kind of file. */
const KNOWN = new WeakMap<readonly NamedUnit[], Map<string, NamedGroups | null>>();

function namedBy(units: readonly NamedUnit[], piece: TitlePiece): NamedGroups | undefined {
  const known = KNOWN.get(units) ?? new Map<string, NamedGroups | null>();
  KNOWN.set(units, known);
  const key = `${piece.label}:${piece.text}`;
  const found = known.get(key);
  if (found !== undefined) return found ?? undefined;
  const groups = groupsIn(units, piece);
  known.set(key, groups ?? null);
  return groups;
}

function groupsIn(units: readonly NamedUnit[], { label, text }: TitlePiece): NamedGroups | undefined {
  let rest = plain(text).replace(/\s/g, '').replace(BRACKETS, '').replace(YEAR, '');
  const chain: (readonly NamedUnit[])[] = [];
  for (;;) {
    const next = unitsAtStart(units, rest);
    if (!next) break;
    chain.push(next.called);
    rest = rest.slice(next.length).replace(YEAR, '');
  }
  const whose = chain.at(-1);
  if (!whose) return undefined;
  return { whose: isAboutPlace(label) ? [] : whose, all: [...chain, ...mentionedIn(units, rest)] };
}

/** The units that are named somewhere in a text. */
function mentionedIn(units: readonly NamedUnit[], text: string): (readonly NamedUnit[])[] {
  const groups: (readonly NamedUnit[])[] = [];
  for (let at = 0; at < text.length; ) {
    const found = unitsAtStart(units, text.slice(at));
    if (found) groups.push(found.called);
    at += found?.length ?? 1;
  }
  return groups;
}

/** A column that may say of each row where it belongs: then a title does not say it of all. */
const MAY_BE_PLACES = /村|社区|嘎查|居委|单位|机构|网格|辖区|地区|乡镇/;

/** Reads the unit that the lines above a header name. */
export function unitTitles(names: Names): TitleReader {
  return (titles, free) => {
    const found = free.some(name => MAY_BE_PLACES.test(name)) ? undefined : titledUnit(names.units(), titles);
    if (!found) return [];
    const { code, name } = found;
    return [
      { column: 'unit_code', text: code, said: { zh: `表头上方写的是${name}`, en: `above the header: ${name}` } },
    ];
  };
}
