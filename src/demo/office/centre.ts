import type { EstablishmentRow } from '../../sites/establishment.ts';
import type { PostRow } from '../../sites/post.ts';
import { numbered } from '../codes.ts';
import { BANNER } from '../divisions.ts';
import { personName, phoneNumber } from '../names.ts';
import { randomFrom } from '../random.ts';

const CENTRE = `${BANNER.code}-S01`;
const LEADERS = `${CENTRE}-E1`;
const STAFF = `${CENTRE}-E2`;

/** The establishment of the command centre (专编专岗): twelve posts, nine of them filled. */
export const ESTABLISHMENTS: readonly EstablishmentRow[] = [
  { code: LEADERS, site_code: CENTRE, kind: 'administrative', title: '领导岗', seats: 2 },
  { code: STAFF, site_code: CENTRE, kind: 'institution', title: '业务岗', seats: 10 },
];

/** The posts of the centre's staff besides those that every site has. */
const DUTIES = ['受理岗', '调解岗', '督办岗', '信息岗', '档案岗'];
const POSTS_BEFORE = 4;

export function centrePosts(): PostRow[] {
  const random = randomFrom('posts of the centre');
  return DUTIES.map((duty_title, index) => ({
    code: numbered(`${CENTRE}-P`, POSTS_BEFORE + index),
    site_code: CENTRE,
    role: 'member',
    holder: personName(random, ''),
    duty_title,
    category: 'office',
    phone: phoneNumber(random),
    establishment_code: STAFF,
  }));
}

/** A post of the centre with the establishment that it counts against: leaders and staff have their own. */
export function withEstablishment(post: PostRow): PostRow {
  if (post.site_code !== CENTRE) return post;
  return { ...post, establishment_code: post.role === 'member' ? STAFF : LEADERS };
}

const WINDOWS: Readonly<Record<string, string>> = {
  '01': 'CK08',
  '02': 'CK02',
  '03': 'CK07',
  '04': 'CK09',
  '05': 'CK02',
  '06': 'CK05',
  '07': 'CK06',
  '07a': 'CK06',
  '08': 'CK06',
  '10': 'CK03',
  '10a': 'CK03',
  '13': 'CK05',
  '14': 'CK07',
};
const LEGAL_AID = 'CK04';
const RECEPTION = 'CK01';

/** The window that is there for a category of disputes. */
export function windowFor(category: string): string {
  return WINDOWS[category] ?? LEGAL_AID;
}

/** Disputes of people who apply themselves come to a window; what cadres find does not. */
export function windowOfDispute({ source, category }: { readonly source: string; readonly category: string }): string {
  return source === 'applied' ? windowFor(category) : '';
}

/** Who brings a petition in person is received at the window for petitions. */
export function windowOfPetition({ channel }: { readonly channel: string }): string {
  return channel === 'visit' ? RECEPTION : '';
}

/** The room in which a township's station or the centre mediates. */
export function mediationRoom(unit: string): string {
  return unit.length > 6 ? `${unit}-S01-R03` : `${CENTRE}-R02`;
}
