import { type Problem, problem } from '../intake/sheet.ts';
import { BEGINNING, covers, type Day, intersection, overlaps, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';

/** An establishment in a time in which its number does not change. */
export interface Granted extends Span {
  readonly seats: number;
}

/** How many posts an establishment has on a day, how many are filled and how many vacant. */
export function occupancy(granted: readonly Granted[], posts: readonly Span[], day: Day) {
  const seats = granted.find(version => covers(version, day))?.seats ?? 0;
  const filled = posts.filter(post => covers(post, day)).length;
  return { seats, filled, vacant: Math.max(0, seats - filled) };
}

/** The first day on which there are more posts than the establishment has: where a post or another number begins. */
function overfullDay(granted: readonly Granted[], posts: readonly Span[]): Day | undefined {
  const days = [...posts, ...granted].map(({ from_on }) => from_on).sort();
  return days.find(day => {
    const { seats, filled } = occupancy(granted, posts, day);
    return filled > seats && filled > 0;
  });
}

/**
 * Posts are for their own establishment and no more than it has (专编专岗, S-05): a post beyond it waits until the number
 * is raised or another post ends.
 */
export function fullProblems(
  code: string,
  post: Span,
  granted: readonly Granted[],
  others: readonly Span[],
): Problem[] {
  // A post without a first day begins with its site, which may be known only for the establishment.
  const first = granted[0]?.from_on ?? post.from_on;
  const span = post.from_on === BEGINNING ? { from_on: first, to_on: post.to_on } : post;
  const own = others.filter(other => overlaps(other, span)).map(other => intersection(other, span));
  const day = overfullDay(granted, [...own, span]);
  if (day === undefined) return [];
  if (!granted.some(version => covers(version, day)))
    return [problem('establishment_code', code, { zh: `在 ${day} 不在册`, en: `does not exist on ${day}` })];
  const { seats, filled } = occupancy(granted, own, day);
  return [
    problem('establishment_code', code, {
      zh: `已满：${day} 编制 ${seats}、已用 ${filled}（专编专岗）`,
      en: `is full: ${seats} posts, ${filled} filled on ${day}`,
    }),
  ];
}

/** A post counts against an establishment of its own site. */
export function otherSiteProblems(code: string, ownSite: string, site: string): Problem[] {
  if (site === ownSite) return [];
  return [
    problem('establishment_code', code, {
      zh: `是场所 ${ownSite} 的编制，不是 ${site} 的`,
      en: `belongs to the site ${ownSite}, not to ${site}`,
    }),
  ];
}

/** An establishment is closed after the posts that count against it. */
export function openPostsProblem(posts: readonly Span[], on: Day): Refusal | undefined {
  const open = posts.filter(({ to_on }) => to_on > on).length;
  if (open === 0) return undefined;
  return {
    zh: `${on} 时还有 ${open} 个职务占用这项编制`,
    en: `It has ${counted(open, 'post')} on ${on}`,
    hint: {
      zh: '先停用职务，或改用另一项编制：tiaochu post close、tiaochu post change --establishment-code',
      en: 'Close the posts or count them elsewhere first: tiaochu post close, tiaochu post change --establishment-code',
    },
  };
}

/** An establishment is not cut below the posts that it has (S-05). */
export function cutProblems(granted: Granted, posts: readonly Span[]): Problem[] {
  const within = posts.filter(post => overlaps(post, granted)).map(post => intersection(post, granted));
  const day = overfullDay([granted], within);
  if (day === undefined) return [];
  const { filled } = occupancy([granted], within, day);
  return [
    problem('seats', granted.seats, {
      zh: `少于 ${day} 已用的 ${filled} 个（先停用职务：tiaochu post close）`,
      en: `is less than the ${filled} filled on ${day} (close posts first: tiaochu post close)`,
    }),
  ];
}
