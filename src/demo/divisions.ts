import { type Text, untranslated } from '../kernel/text.ts';
import { dataFile, rowsIn } from './data-file.ts';

export const SCALE_NAMES = {
  village: { zh: '村', en: 'one village' },
  township: { zh: '乡镇', en: 'one township' },
  banner: { zh: '旗', en: 'the whole banner' },
} as const satisfies Record<string, Text>;

export type Scale = keyof typeof SCALE_NAMES;

export const BANNER = { code: '150722', name: '莫力达瓦达斡尔族自治旗' } as const;

/** The village of the examples, and of the smallest scale. */
export const FIRST_VILLAGE = '150722100200';

/** A scale includes the unit of this code, the units above it and all below it. */
const ROOTS: Readonly<Record<Scale, string>> = { village: FIRST_VILLAGE, township: '150722100', banner: BANNER.code };

/** One line of the list of divisions. */
export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: string;
}

/** The divisions of a scale as the text of a units file; for the whole banner that is the complete list. */
export function unitsText(scale: Scale): string {
  const root = ROOTS[scale];
  const [header = '', ...lines] = dataFile('divisions.csv').split(/(?<=\n)/);
  const wanted = lines.filter(line => {
    const [code = ''] = line.split(',');
    return code.startsWith(root) || root.startsWith(code);
  });
  return header + wanted.join('');
}

/** The divisions in a units file, in its order. */
export function divisionsIn(text: string): Division[] {
  return rowsIn<Division>(text);
}

/** The name of the unit that a scale covers. */
export function placeOf(scale: Scale): Text {
  const division = divisionsIn(unitsText(scale)).find(({ code }) => code === ROOTS[scale]);
  return untranslated(division?.name ?? BANNER.name);
}
