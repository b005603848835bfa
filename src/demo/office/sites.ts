import type { PostRow } from '../../sites/post.ts';
import type { RoomRow } from '../../sites/room.ts';
import type { SiteRow } from '../../sites/site.ts';
import { numbered } from '../codes.ts';
import { placeName } from '../dispute-parties.ts';
import type { Division } from '../divisions.ts';
import { personName, phoneNumber } from '../names.ts';
import { pick, type Random, randomFrom } from '../random.ts';
import { centrePosts, withEstablishment } from './centre.ts';

type Post = Pick<PostRow, 'role' | 'duty_title' | 'category'>;

/** A site of a unit, the posts in it and the uses and names of its rooms. */
interface Plan extends Pick<SiteRow, 'kind' | 'name' | 'founded_on' | 'host_place' | 'forces'> {
  readonly posts: readonly Post[];
  readonly rooms?: Partial<Record<RoomRow['kind'], string>>;
}

const STATION: readonly Post[] = [
  { role: 'head', duty_title: '党委书记' },
  { role: 'deputy', duty_title: '党委副书记' },
  { role: 'deputy', duty_title: '政法委员' },
  { role: 'member', duty_title: '司法所所长', category: 'office' },
  { role: 'member', duty_title: '派出所所长', category: 'office' },
];

const COMMAND_CENTRE: Plan = {
  kind: 'command_centre',
  name: '社会矛盾纠纷调处指挥中心',
  founded_on: '2022-02-18',
  posts: [
    { role: 'head', duty_title: '主任' },
    { role: 'deputy', duty_title: '副主任' },
    { role: 'member', duty_title: '综合岗', category: 'office' },
    { role: 'member', duty_title: '分流岗', category: 'office' },
  ],
  rooms: { front: '前台大厅窗口办公区', back: '后台调解办公区' },
};
const LEADING_GROUP: Plan = {
  kind: 'leading_group',
  name: '千百万行动领导小组',
  founded_on: '2023-05-01',
  posts: [
    { role: 'head', duty_title: '旗委主要负责同志' },
    { role: 'deputy', duty_title: '旗委副书记' },
    { role: 'member', duty_title: '政法委书记', category: 'office' },
  ],
};

/** The command centre and the leading group, a station in each township, a group in each village and community. */
export function sitesOf(divisions: readonly Division[]) {
  const built = divisions.flatMap(division => {
    const random = randomFrom(`sites ${division.code}`);
    return plansFor(division, random).map((plan, index) => ({ division, ...siteFrom(plan, division, index, random) }));
  });
  const groups = built.filter(({ site }) => site.kind === 'working_group');
  return {
    sites: built.map(({ site }) => site),
    posts: [
      ...centrePosts(),
      ...built.flatMap(({ posts }) => posts).map(withEstablishment),
      ...divisions.filter(({ level }) => level === 'township').flatMap(({ code }) => villageHeads(code, groups)),
    ],
    rooms: built.flatMap(({ rooms }) => rooms),
  };
}

function plansFor({ name, level }: Division, random: Random): Plan[] {
  if (level === 'banner') return [COMMAND_CENTRE, LEADING_GROUP];
  if (level === 'township')
    return [
      {
        kind: 'work_station',
        name: `${name}矛盾纠纷调处工作站`,
        founded_on: '2022-06-01',
        host_place: '党群服务中心办事服务大厅',
        // What a station brings together (S-13); no other site has forces of its own.
        forces: 'grid;mediation;legal;petition',
        posts: STATION,
        rooms: { window: '服务窗口', office: '办公室', mediation: '调解室', file: '卷宗室' },
      },
    ];
  return [
    {
      kind: 'working_group',
      name: `${name}调处工作小组`,
      founded_on: '2022-09-01',
      host_place: '村级党群服务中心',
      posts: groupPosts(level, random),
    },
  ];
}

const MEMBERS = ['committee', 'group_head', 'grid_worker', 'veteran_member', 'veteran_cadre', 'resident'] as const;

/** A group is headed by the secretary, who in many villages is the director too; two kinds of member at least. */
function groupPosts(level: string, random: Random): Post[] {
  const place = level === 'community' ? '社区' : '村';
  const heads = random() < 0.6 ? ['党组织书记、主任'] : ['党组织书记', '主任'];
  const first = pick(random, MEMBERS);
  const second = MEMBERS[(MEMBERS.indexOf(first) + 2) % MEMBERS.length] ?? first;
  return [
    ...heads.map(duty => ({ role: 'head', duty_title: place + duty }) as const),
    { role: 'deputy', duty_title: `${place}党组织副书记` },
    { role: 'member', duty_title: '', category: first },
    { role: 'member', duty_title: '', category: second },
  ];
}

function siteFrom({ posts, rooms = {}, ...site }: Plan, unit: Division, index: number, random: Random) {
  const code = numbered(`${unit.code}-S`, index);
  return {
    site: { code, unit_code: unit.code, ...site },
    posts: posts.map(
      (post, place): PostRow => ({
        ...post,
        code: numbered(`${code}-P`, place),
        site_code: code,
        holder: personName(random, ''),
        phone: phoneNumber(random),
      }),
    ),
    rooms: Object.entries(rooms).map(([kind, name], place) => ({
      code: numbered(`${code}-R`, place),
      site_code: code,
      kind,
      name,
    })),
  };
}

type Group = { readonly division: Division; readonly posts: readonly PostRow[] };

/** The heads of a township's villages and communities are members of its station (S-12). */
function villageHeads(township: string, groups: readonly Group[]): PostRow[] {
  return groups
    .filter(({ division }) => division.code.startsWith(township))
    .map(({ division, posts }, index): PostRow => {
      const head = posts.find(({ role }) => role === 'head');
      return {
        code: numbered(`${township}-S01-P`, STATION.length + index),
        site_code: `${township}-S01`,
        role: 'member',
        holder: head?.holder ?? '',
        duty_title: `${placeName(division.name)}${(head?.duty_title ?? '').replace(/^(村|社区)/, '')}`,
        category: 'committee',
        phone: head?.phone ?? '',
      };
    });
}
