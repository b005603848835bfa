import { COLOURS, label, type Picture, path, rectangle, round, SIZE, WIDTH } from './picture.ts';

/** A figure of a flow with what it is called. */
export interface Stream {
  readonly name: string;
  readonly value: number;
  readonly text: string;
}

/** A tier: what enters it from outside, and what ends or stays in it. */
interface Tier {
  readonly name: string;
  readonly incoming: readonly Stream[];
  readonly outgoing: readonly Stream[];
}

/** What passes between two tiers; 0 is the highest. */
export interface Passing extends Stream {
  readonly from: number;
  readonly to: number;
}

export interface Flow extends Pick<Picture, 'id' | 'title' | 'description'> {
  /** From the highest to the lowest. */
  readonly tiers: readonly Tier[];
  readonly passings: readonly Passing[];
}

const BOX = { left: 220, width: 240 } as const;
/** Where streams between tiers are, as shares of a box's width. */
const LANES = { up: 0.12, farUp: 0.36, farDown: 0.62, down: 0.9 } as const;
const LINE = 17;
/** What the widest stream takes, and the least that can be seen. */
const WIDEST = 80;
const THINNEST = 1.5;
const LEAST_BOX = 34;
/** The room between two tiers, for what passes between them. */
const BETWEEN = 52;
const EDGE = 4;

interface Placed {
  readonly tier: Tier;
  readonly top: number;
  readonly box: number;
  readonly height: number;
}

/** Tiers one above the other, with streams as wide as their figures: in on the left, out on the right, up and down between them. */
export function flowPicture({ tiers, passings, ...names }: Flow): Picture {
  const most = Math.max(
    1,
    ...tiers.flatMap(tier => [sum(tier.incoming), sum(tier.outgoing)]),
    ...passings.map(p => p.value),
  );
  const thick = (value: number) => Math.max(THINNEST, (value / most) * WIDEST);
  const places: Placed[] = [];
  let y = EDGE;
  for (const tier of tiers) {
    const streams = (all: readonly Stream[]) => shown(all).reduce((height, { value }) => height + thick(value), 0);
    const box = Math.max(LEAST_BOX, streams(tier.incoming), streams(tier.outgoing));
    const height = Math.max(box, LINE * Math.max(shown(tier.incoming).length, shown(tier.outgoing).length));
    places.push({ tier, top: y + (height - box) / 2, box, height });
    y += height + BETWEEN;
  }
  const vertical = passings.filter(({ value }) => value > 0).flatMap(passing => passingShapes(passing, places, thick));
  const boxes = places.flatMap(place => tierShapes(place, thick));
  return { ...names, width: WIDTH, height: y - BETWEEN + EDGE, shapes: [...vertical, ...boxes] };
}

const shown = (streams: readonly Stream[]) => streams.filter(({ value }) => value > 0);
const sum = (streams: readonly Stream[]) => streams.reduce((all, { value }) => all + value, 0);

type Thick = (value: number) => number;

function tierShapes({ tier, top, box }: Placed, thick: Thick): string[] {
  const right = BOX.left + BOX.width;
  return [
    ...sideShapes(shown(tier.incoming), { thick, top, box, at: BOX.left, outside: BOX.left - 90, anchor: 'end' }),
    ...sideShapes(shown(tier.outgoing), { thick, top, box, at: right, outside: right + 90, anchor: 'start' }),
    rectangle(BOX.left, top, BOX.width, box, '#fff', COLOURS.dark),
    label(BOX.left + BOX.width / 2, top + box / 2, tier.name, { anchor: 'middle', isBold: true, size: 14 }),
  ];
}

interface Side {
  readonly thick: Thick;
  readonly top: number;
  readonly box: number;
  /** Where the streams touch the box, and where their other ends and their names are. */
  readonly at: number;
  readonly outside: number;
  readonly anchor: 'start' | 'end';
}

/** The streams of one side: thin ones are spread outside, so that each has room for its name. */
function sideShapes(streams: readonly Stream[], { thick, top, box, at, outside, anchor }: Side): string[] {
  const widths = streams.map(({ value }) => thick(value));
  const total = widths.reduce((all, width) => all + width, 0);
  const rows = widths.map(width => Math.max(width, LINE));
  let inner = top + (box - total) / 2;
  let outer = top + (box - rows.reduce((all, row) => all + row, 0)) / 2;
  return streams.flatMap(({ name, text }, i) => {
    const [width = 0, row = 0] = [widths[i], rows[i]];
    const shape = band(at, inner, outside, outer + (row - width) / 2, width);
    const words = label(outside + (anchor === 'end' ? -8 : 8), outer + row / 2, `${name} ${text}`, { anchor });
    inner += width;
    outer += row;
    return [shape, words];
  });
}

/** A stream between two heights, as wide at both ends. */
function band(fromX: number, fromY: number, toX: number, toY: number, width: number): string {
  const middle = round((fromX + toX) / 2);
  const [x, y, u, v] = [fromX, fromY, toX, toY].map(round);
  const d = `M${x} ${y}C${middle} ${y} ${middle} ${v} ${u} ${v}V${round(toY + width)}C${middle} ${round(toY + width)} ${middle} ${round(fromY + width)} ${x} ${round(fromY + width)}Z`;
  return path(d, `fill="${COLOURS.light}"`);
}

/** What goes up is on the left, what comes down on the right, what passes a tier by between them. */
function passingShapes({ from, to, value, name, text }: Passing, places: readonly Placed[], thick: Thick): string[] {
  const [start, end] = [places[from], places[to]];
  if (!start || !end) return [];
  const isUp = to < from;
  const isFar = Math.abs(from - to) > 1;
  const lane = isUp ? (isFar ? LANES.farUp : LANES.up) : isFar ? LANES.farDown : LANES.down;
  const x = BOX.left + BOX.width * lane;
  const y = (place: Placed, isBelow: boolean) => (isBelow ? place.top + place.box : place.top);
  const [y1, y2] = [y(start, !isUp), y(end, isUp)];
  const width = thick(value);
  const tip = isUp ? y2 + 8 : y2 - 8;
  const half = Math.max(width / 2, 1);
  const stem = rectangle(x - width / 2, Math.min(y1, tip), width, Math.abs(y1 - tip), COLOURS.light);
  const head = path(
    `M${round(x - half - 4)} ${round(tip)}L${round(x)} ${round(y2)}L${round(x + half + 4)} ${round(tip)}Z`,
    `fill="${COLOURS.dark}"`,
  );
  const words = `${name} ${text}`;
  // Beside the stem: what goes up to the next tier is named on its left, the rest on its right.
  const isLeft = isUp && !isFar;
  const side = isLeft ? x - half - 8 : x + half + 8;
  const middle = isFar ? y1 + (Math.sign(y2 - y1) * BETWEEN) / 2 : (y1 + y2) / 2;
  return [stem, head, label(side, middle, words, { anchor: isLeft ? 'end' : 'start', size: SIZE })];
}
