import type { Dataset } from '../dataset.ts';

type Posts = Dataset['posts'];

/** The head of a unit's site. */
export function headOf(posts: Posts, unit: string): string {
  return posts.find(post => post.site_code === `${unit}-S01` && post.role === 'head')?.holder ?? '';
}

/** Who mediates for a unit: the head of its group, the lawyer of its station, a member of the centre. */
export function mediatorAt(posts: Posts, unit: string): string {
  const own = posts.filter(post => post.site_code === `${unit}-S01`);
  const lawyer = own.find(post => post.duty_title?.includes('司法所'));
  if (lawyer) return lawyer.holder;
  return unit.length > 6 ? headOf(posts, unit) : (own.at(-1)?.holder ?? '');
}
