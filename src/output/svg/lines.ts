import { COLOURS, label, type Picture, path, rectangle, round, textWidth, WIDTH } from './picture.ts';

/** Figures over the same months. */
interface Series {
  readonly name: string;
  readonly values: readonly number[];
  /** The values as people read them. */
  readonly texts: readonly string[];
}

export interface Lines extends Pick<Picture, 'id' | 'title' | 'description'> {
  /** What stands below the points. */
  readonly steps: readonly string[];
  readonly series: readonly Series[];
  /** How a value of the scale is written. */
  readonly scale: (value: number) => string;
}

const TOP = 36;
/** The middle of the line that says which line is which. */
const KEY = 11;
const HEIGHT = 150;
const BOTTOM = 24;
/** Lines differ by their strokes, too, so that they can be told apart without colours. */
const STROKES = [
  { colour: COLOURS.dark, dash: '' },
  { colour: COLOURS.third, dash: '7 4' },
  { colour: COLOURS.faint, dash: '2 3' },
] as const;
/** Steps of a scale that people count in. */
const STEPS = [1, 2, 5, 10] as const;

export function linesPicture({ steps, series, scale, ...names }: Lines): Picture {
  const ticks = ticksTo(Math.max(0, ...series.flatMap(({ values }) => values)));
  const top = ticks.at(-1) ?? 1;
  const left = Math.max(...ticks.map(tick => textWidth(scale(tick)))) + 10;
  const room = WIDTH - left - 40;
  const x = (i: number) => left + 20 + (steps.length < 2 ? room / 2 : (i / (steps.length - 1)) * (room - 20));
  const y = (value: number) => TOP + HEIGHT - (value / top) * HEIGHT;
  const grid = ticks.flatMap(tick => [
    path(`M${round(left)} ${round(y(tick))}H${WIDTH}`, `stroke="${COLOURS.grid}" fill="none"`),
    label(left - 6, y(tick), scale(tick), { anchor: 'end', size: 11, colour: COLOURS.faint }),
  ]);
  const below = steps.map((step, i) => label(x(i), TOP + HEIGHT + 14, step, { anchor: 'middle', size: 11 }));
  const drawn = series.flatMap((one, i) => lineShapes(one, i, x, y));
  const shapes = [...grid, ...below, ...drawn, ...keyOf(series, left)];
  return { ...names, width: WIDTH, height: TOP + HEIGHT + BOTTOM, shapes };
}

function lineShapes(
  { values, texts }: Series,
  i: number,
  x: (i: number) => number,
  y: (v: number) => number,
): string[] {
  const { colour, dash } = STROKES[i % STROKES.length] ?? STROKES[0];
  const points = values.map((value, at) => `${round(x(at))} ${round(y(value))}`);
  const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
  const marks = values.map((value, at) => rectangle(x(at) - 2.5, y(value) - 2.5, 5, 5, colour));
  // Figures of several lines would cover each other: only the first line has its own at the points.
  const figures =
    i === 0
      ? values.map((value, at) => label(x(at), y(value) - 9, texts[at] ?? '', { anchor: 'middle', size: 11, colour }))
      : [];
  return [
    path(`M${points.join('L')}`, `stroke="${colour}" stroke-width="2" fill="none"${dashed}`),
    ...marks,
    ...figures,
  ];
}

/** What each line is, above them. */
function keyOf(series: readonly Series[], left: number): string[] {
  let x = left;
  return series.flatMap(({ name }, i) => {
    const { colour, dash } = STROKES[i % STROKES.length] ?? STROKES[0];
    const dashed = dash === '' ? '' : ` stroke-dasharray="${dash}"`;
    const shapes = [
      path(`M${round(x)} ${KEY}H${round(x + 24)}`, `stroke="${colour}" stroke-width="2" fill="none"${dashed}`),
      label(x + 29, KEY, name),
    ];
    x += 29 + textWidth(name) + 20;
    return shapes;
  });
}

/** The marks of a scale from 0 to a value: about four of them, at numbers that are easy to read. */
export function ticksTo(most: number): number[] {
  if (most <= 0) return [0, 1];
  const rough = most / 4;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * (STEPS.find(each => each * power >= rough) ?? 10);
  const count = Math.ceil(most / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, i) => Number((i * step).toPrecision(12)));
}
