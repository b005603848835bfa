import { printable } from '../printable.ts';
import { widthOf } from '../width.ts';
import { escaped } from '../xlsx/xml.ts';

/** A picture for a page: its size in CSS pixels, what it is called and what it shows, for those who cannot see it. */
export interface Picture {
  /** Tells it from the other pictures of its page. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly string[];
}

/** The width of every picture: what A4 has between its margins. */
export const WIDTH = 680;
/** Letters, in CSS pixels. */
export const SIZE = 12;
/** Dark, light and a third that differ on a printer without colours, too. */
export const COLOURS = {
  dark: '#1f4e79',
  light: '#a9c4de',
  third: '#b45309',
  grid: '#d0d0d0',
  text: '#111',
  faint: '#555',
} as const;

/** A picture as SVG that needs nothing else; a reader without eyes gets its title and description. */
export function svgOf({ id, title, description, width, height, shapes }: Picture): string {
  return [
    `<svg class="picture" role="img" aria-labelledby="${id}-title ${id}-text" viewBox="0 0 ${width} ${round(height)}" width="${width}" height="${round(height)}">`,
    `<title id="${id}-title">${inSvg(title)}</title><desc id="${id}-text">${inSvg(description)}</desc>`,
    ...shapes,
    '</svg>\n',
  ].join('\n');
}

interface TextLook {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly colour?: string;
  readonly isBold?: boolean;
}

/** A line of text; `y` is its middle. */
export function label(x: number, y: number, text: string, look: TextLook = {}): string {
  const { anchor = 'start', size = SIZE, colour = COLOURS.text, isBold = false } = look;
  const weight = isBold ? ' font-weight="bold"' : '';
  return `<text x="${round(x)}" y="${round(y + size * 0.35)}" font-size="${size}" text-anchor="${anchor}" fill="${colour}"${weight}>${inSvg(text)}</text>`;
}

export function rectangle(x: number, y: number, width: number, height: number, fill: string, stroke = 'none'): string {
  return `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${fill}" stroke="${stroke}"/>`;
}

export function path(d: string, attributes: string): string {
  return `<path d="${d}" ${attributes}/>`;
}

/** How wide a text is at most: fonts differ, so that letters are counted a little wider than they are. */
export function textWidth(text: string, size: number = SIZE): number {
  return widthOf(text) * size * 0.58;
}

/** Two decimals are a hundredth of a pixel. */
export function round(value: number): number {
  return Math.round(value * 100) / 100;
}

function inSvg(text: string): string {
  return escaped(printable(text));
}
