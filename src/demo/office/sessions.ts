import type { Grade } from '../../disputes/dispute.ts';
import type { PostRow } from '../../sites/post.ts';
import { pick, type Random } from '../random.ts';

/** What mediators write down, and what the parties agree on; no names, since only parties are hidden when shown. */
const FAILED = [
  '双方各执一词，对事实经过说法不一，约定另行商议',
  '申请人要求一次性付清，对方只认一半，没有谈拢',
  '双方情绪较大，先分头做工作，本次没有达成一致',
];
const AGREED = [
  '核对了经过，讲明政策和邻里情分，双方各退一步',
  '请老党员到场评理，双方认可调解意见',
  '算清了账目，当面说开，双方同意按调解意见办',
];
const UNFINISHED = ['双方愿意继续商量，等有关材料补齐后再调', '已听取双方意见，约定实地查看后再调'];
const CONTENT: Readonly<Record<Grade, readonly string[]>> = {
  simple: ['双方各让一步，今后互不追究', '由一方恢复原状，另一方不再计较', '当面致歉，约定今后遇事先商量'],
  complex: ['按实际损失分担，一个月内付清，双方今后互不追究', '按勘验结果确认界线，共同立桩，双方签字认可'],
  major: ['按鉴定意见赔付，一周内付清，由镇里监督履行', '按协议当场付一半，余款一周内付清，村里和镇里共同见证'],
};
const PLACES = {
  home: '当事人家中',
  village: '村级党群服务中心',
  station: '镇调处工作站调解室',
  centre: '旗指挥中心调解室',
};

/** Where a session was held. */
export type Place = keyof typeof PLACES;

export const failed = (random: Random) => pick(random, FAILED);
export const agreed = (random: Random) => pick(random, AGREED);
export const unfinished = (random: Random) => pick(random, UNFINISHED);
export const contentOf = (random: Random, grade: Grade) => pick(random, CONTENT[grade]);
export const placeText = (place: Place) => PLACES[place];

/** The head of a unit's site. */
export function headOf(posts: readonly PostRow[], unit: string): string {
  return posts.find(post => post.site_code === `${unit}-S01` && post.role === 'head')?.holder ?? '';
}

/** Who mediates for a unit: the head of its group, the lawyer of its station, a member of the centre. */
export function mediatorAt(posts: readonly PostRow[], unit: string): string {
  const own = posts.filter(post => post.site_code === `${unit}-S01`);
  const lawyer = own.find(post => post.duty_title?.includes('司法所'));
  if (lawyer) return lawyer.holder;
  return unit.length > 6 ? headOf(posts, unit) : (own.at(-1)?.holder ?? '');
}
