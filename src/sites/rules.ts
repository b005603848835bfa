import { type Problem, problem } from '../intake/sheet.ts';
import { BEGINNING, covers, type Day, overlaps, type Span } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { LEVELS, type Level } from '../units/level.ts';
import type { PostRole } from './post.ts';
import { ROOM_KINDS, type RoomKind } from './room.ts';
import type { SiteKind } from './site.ts';

/** The levels that each kind of site belongs to. */
const HOME = {
  command_centre: ['banner'],
  leading_group: ['banner'],
  work_station: ['township'],
  working_group: ['village', 'community'],
} as const satisfies Record<SiteKind, readonly Level[]>;

/** The command centre and the leading group are the banner's (S-05, S-21), stations townships' (S-11), groups villages' (S-15). */
export function homeProblems(site: { readonly kind: SiteKind; readonly unit_code: string }, level: string): Problem[] {
  const allowed: readonly Level[] = HOME[site.kind];
  if (allowed.some(allowedLevel => allowedLevel === level)) return [];
  const zh = allowed.map(allowedLevel => LEVELS[allowedLevel].zh).join('、');
  const en = allowed.map(allowedLevel => LEVELS[allowedLevel].en).join(' or ');
  return [
    problem('unit_code', site.unit_code, {
      zh: `不是${zh}，这类场所属于${zh}`,
      en: `is not a ${en}; this kind of site belongs to a ${en}`,
    }),
  ];
}

/** A site exists from its founding day where its first day is left open. */
export function fromFounding<S extends Span & { readonly founded_on: Day | null }>(site: S): S {
  return site.from_on === BEGINNING ? { ...site, from_on: site.founded_on ?? BEGINNING } : site;
}

type Placed = Span & { readonly code: string; readonly kind: SiteKind; readonly unit_code: string };

/** A unit has at most one site of a kind at a time (`others` are that unit's): one station for each of the 15 townships (S-11), one group a village (S-15). */
export function onlyOneProblems(site: Placed, others: readonly Placed[]): Problem[] {
  const other = others.find(another => another.kind === site.kind && overlaps(another, site));
  if (!other) return [];
  return [
    problem('unit_code', site.unit_code, {
      zh: `同一时间已有同类场所 ${other.code}`,
      en: `already has a site of this kind at that time: ${other.code}`,
    }),
  ];
}

/** How many heads a site has at a time: a working group one or two, since secretary and director may be one person (S-16). */
const MOST_HEADS = { command_centre: 1, leading_group: 1, work_station: 1, working_group: 2 } as const satisfies Record<
  SiteKind,
  number
>;

type Post = Span & { readonly code: string; readonly site_code: string; readonly role: PostRole };

/** The other heads on the first day on which a head would be one too many for the kind of site (S-12, S-16). */
function crowdingHeads(post: Post, kind: SiteKind, others: readonly Post[]): readonly Post[] | undefined {
  const heads = others
    .filter(other => other.role === 'head' && other.site_code === post.site_code)
    .filter(other => overlaps(other, post));
  const days = [post.from_on, ...heads.map(head => head.from_on)].filter(day => covers(post, day));
  return days.map(day => heads.filter(head => covers(head, day))).find(({ length }) => length >= MOST_HEADS[kind]);
}

/** The codes of the posts of heads who are too many at some time; `posts` holds every version of every post. */
export function crowdedHeads(posts: readonly Post[], kindOf: (site: string) => SiteKind | undefined): string[] {
  const bySite = new Map<string, Post[]>();
  for (const post of posts) bySite.set(post.site_code, [...(bySite.get(post.site_code) ?? []), post]);
  const isCrowded = (post: Post) => {
    const kind = kindOf(post.site_code);
    const others = bySite.get(post.site_code)?.filter(other => other.code !== post.code) ?? [];
    return post.role === 'head' && kind !== undefined && crowdingHeads(post, kind, others) !== undefined;
  };
  return [...new Set(posts.filter(isCrowded).map(post => post.code))].sort();
}

function headCountProblems(post: Post, kind: SiteKind, others: readonly Post[]): Problem[] {
  const heads = crowdingHeads(post, kind, others);
  if (!heads) return [];
  const codes = heads.map(head => head.code);
  return [
    problem('site_code', post.site_code, {
      zh: `同一时间已有负责人 ${codes.join('、')}`,
      en: `already has a head at that time: ${codes.join(', ')}`,
    }),
  ];
}

/** The party secretary heads a station (S-12, 党委书记任站长), a village's secretary or director its group (S-16); no deputies. */
export function dutyProblem(kind: SiteKind, duty: string): Text | undefined {
  if (kind === 'work_station' && !duty.includes('党委书记'))
    return {
      zh: '不是党委书记，工作站由乡镇党委书记任站长',
      en: 'is not 党委书记: the party secretary heads a station',
    };
  if (kind === 'working_group' && !/(?<!副)(书记|主任)/.test(duty))
    return {
      zh: '不是书记或主任，工作小组由村书记、主任任组长',
      en: 'is neither 书记 nor 主任: the village’s secretary or director heads a group',
    };
  return undefined;
}

/** Only heads must have a certain duty, and only they are counted. */
export function headProblems(
  post: Post & { readonly duty_title: string },
  kind: SiteKind,
  others: () => readonly Post[],
): Problem[] {
  if (post.role !== 'head') return [];
  const wrong = dutyProblem(kind, post.duty_title);
  return [
    ...(wrong ? [problem('duty_title', post.duty_title, wrong)] : []),
    ...headCountProblems(post, kind, others()),
  ];
}

/** The rooms that a station must have (S-14). */
export const STATION_ROOMS = ['window', 'office', 'mediation', 'file'] as const satisfies readonly RoomKind[];

/** Front and back areas are the command centre's (S-06); a leading group meets without rooms of its own (S-21). */
export function roomProblems(room: { readonly kind: RoomKind; readonly site_code: string }, site: SiteKind): Problem[] {
  if (site === 'leading_group')
    return [
      problem('site_code', room.site_code, {
        zh: '是领导小组，不设功能室',
        en: 'is a leading group, which has no rooms',
      }),
    ];
  const isArea = room.kind === 'front' || room.kind === 'back';
  if (!isArea || site === 'command_centre') return [];
  return [
    problem('site_code', room.site_code, {
      zh: `不是指挥中心，不设${ROOM_KINDS[room.kind].zh}`,
      en: `is not a command centre and has no ${ROOM_KINDS[room.kind].en}`,
    }),
  ];
}

/** A site is closed after its posts, rooms and establishments. */
export function openPartsProblem(
  { posts, rooms, establishments }: Readonly<Record<'posts' | 'rooms' | 'establishments', number>>,
  on: Day,
): Refusal | undefined {
  if (posts + rooms + establishments === 0) return undefined;
  const granted = establishments > 0;
  return {
    zh: `${on} 时还有 ${posts} 个职务、${rooms} 间功能室${granted ? `、${establishments} 项编制` : ''}`,
    en: `It has ${counted(posts, 'post')} and ${counted(rooms, 'room')}${granted ? ` and ${counted(establishments, 'establishment')}` : ''} on ${on}`,
    hint: {
      zh: `先停用它们：tiaochu post close、tiaochu room close${granted ? '、tiaochu establishment close' : ''}`,
      en: `Close them first: tiaochu post close, tiaochu room close${granted ? ', tiaochu establishment close' : ''}`,
    },
  };
}
