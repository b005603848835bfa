import { COLOURS, label, type Picture, rectangle, SIZE, textWidth, WIDTH } from './picture.ts';

/** A bar: its parts one after the other, and the figures as people read them. */
interface Bar {
  readonly label: string;
  readonly values: readonly number[];
  readonly text: string;
}

/** Horizontal bars under each other. */
export interface Bars extends Pick<Picture, 'id' | 'title' | 'description'> {
  readonly bars: readonly Bar[];
  /** What the parts of a bar are called, where there are several. */
  readonly parts?: readonly string[];
  /** What a full bar is; the longest bar without it. */
  readonly whole?: number;
}

const ROW = 22;
const THICK = 14;
const GAP = 8;
const FILLS = [COLOURS.dark, COLOURS.light] as const;

export function barsPicture({ bars, parts = [], whole, ...names }: Bars): Picture {
  const left = Math.max(40, ...bars.map(bar => textWidth(bar.label))) + GAP;
  const right = Math.max(30, ...bars.map(bar => textWidth(bar.text))) + GAP;
  const room = WIDTH - left - right;
  const most = whole ?? Math.max(1, ...bars.map(bar => sum(bar.values)));
  const top = parts.length > 0 ? ROW : 0;
  const drawn = bars.map((bar, i) =>
    barShapes(bar, { left, room, most, y: top + i * ROW, isTracked: whole !== undefined }),
  );
  return { ...names, width: WIDTH, height: top + bars.length * ROW, shapes: [...legend(parts, left), ...drawn.flat()] };
}

interface BarPlace {
  readonly left: number;
  readonly room: number;
  readonly most: number;
  readonly y: number;
  /** Whether what is missing to the whole is shown. */
  readonly isTracked: boolean;
}

function barShapes({ label: name, values, text }: Bar, { left, room, most, y, isTracked }: BarPlace): string[] {
  const middle = y + ROW / 2;
  const top = middle - THICK / 2;
  let x = left;
  const parts = values.map((value, i) => {
    const length = (value / most) * room;
    const shape = rectangle(x, top, length, THICK, FILLS[i] ?? COLOURS.third, i === 0 ? 'none' : COLOURS.dark);
    x += length;
    return value === 0 ? '' : shape;
  });
  const track = isTracked ? [rectangle(left, top, room, THICK, '#f1f1f1', COLOURS.grid)] : [];
  const end = isTracked ? left + room : x;
  return [
    label(left - GAP, middle, name, { anchor: 'end' }),
    ...track,
    ...parts.filter(Boolean),
    label(end + GAP, middle, text),
  ];
}

/** What the colours mean, above the bars. */
function legend(parts: readonly string[], left: number): string[] {
  let x = left;
  return parts.flatMap((part, i) => {
    const shapes = [
      rectangle(x, ROW / 2 - 5, 10, 10, FILLS[i] ?? COLOURS.third, COLOURS.dark),
      label(x + 15, ROW / 2, part, { size: SIZE }),
    ];
    x += 15 + textWidth(part) + 18;
    return shapes;
  });
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
