import type { PostRow } from '../../sites/post.ts';

type Posts = readonly PostRow[];

/** The head of a unit's first site. */
export function headOf(posts: Posts, unit: string): string {
  return headAt(posts, `${unit}-S01`);
}

/** The head of a site. */
export function headAt(posts: Posts, site: string): string {
  return posts.find(post => post.site_code === site && post.role === 'head')?.holder ?? '';
}

/** Who mediates for a unit: the head of its group, the lawyer of its station, a member of the centre. */
export function mediatorAt(posts: Posts, unit: string): string {
  const own = posts.filter(post => post.site_code === `${unit}-S01`);
  const lawyer = own.find(post => post.duty_title?.includes('司法所'));
  if (lawyer) return lawyer.holder;
  return unit.length > 6 ? headOf(posts, unit) : (own.at(-1)?.holder ?? '');
}
