import type { PostRow } from '../../sites/post.ts';
import type { RoomRow } from '../../sites/room.ts';
import type { SiteRow } from '../../sites/site.ts';
import { placeName } from '../dispute-parties.ts';
import type { Division } from '../divisions.ts';
import { personName, phoneNumber } from '../names.ts';
import { pick, type Random, randomFrom } from '../random.ts';

/** Everything about the places where mediation happens. */
export interface Sites {
  readonly sites: readonly SiteRow[];
  readonly posts: readonly PostRow[];
  readonly rooms: readonly RoomRow[];
}

type Kind = SiteRow['kind'];
type Post = Pick<PostRow, 'role' | 'duty_title' | 'category'>;

/** What a township's station brings together (S-13); no other site has forces of its own. */
const FORCES = 'grid;mediation;legal;petition';
const MEMBERS = ['committee', 'group_head', 'grid_worker', 'veteran_member', 'veteran_cadre', 'resident'] as const;
const STATION: readonly Post[] = [
  { role: 'head', duty_title: '党委书记' },
  { role: 'deputy', duty_title: '党委副书记' },
  { role: 'deputy', duty_title: '政法委员' },
  { role: 'member', duty_title: '司法所所长', category: 'office' },
  { role: 'member', duty_title: '派出所所长', category: 'office' },
];
const CENTRE: readonly Post[] = [
  { role: 'head', duty_title: '主任' },
  { role: 'deputy', duty_title: '副主任' },
  { role: 'member', duty_title: '综合岗', category: 'office' },
  { role: 'member', duty_title: '分流岗', category: 'office' },
];
const LEADING: readonly Post[] = [
  { role: 'head', duty_title: '旗委主要负责同志' },
  { role: 'deputy', duty_title: '旗委副书记' },
  { role: 'member', duty_title: '政法委书记', category: 'office' },
];
const STATION_ROOMS = [
  ['window', '服务窗口'],
  ['office', '办公室'],
  ['mediation', '调解室'],
  ['file', '卷宗室'],
] as const;
const CENTRE_ROOMS = [
  ['front', '前台大厅窗口办公区'],
  ['back', '后台调解办公区'],
] as const;

/** The command centre and the leading group, a station in each township, a group in each village and community. */
export function sitesOf(divisions: readonly Division[]): Sites {
  const parts = divisions.map(division => ({ division, own: sitesAt(division) }));
  const groups = parts.filter(({ division }) => division.code.length === 12);
  return joined(...parts.map(({ own }) => own), {
    sites: [],
    posts: parts.flatMap(({ division }) => villageHeads(division, groups)),
    rooms: [],
  });
}

/** The heads of a township's villages and communities are members of its station (S-12). */
function villageHeads({ code, level }: Division, groups: readonly { division: Division; own: Sites }[]): PostRow[] {
  if (level !== 'township') return [];
  return groups
    .filter(({ division }) => division.code.startsWith(code))
    .map(({ division, own }, index): PostRow => {
      const head = own.posts.find(({ role }) => role === 'head');
      return {
        code: `${code}-S01-P${String(STATION.length + index + 1).padStart(2, '0')}`,
        site_code: `${code}-S01`,
        role: 'member',
        holder: head?.holder ?? '',
        duty_title: `${placeName(division.name)}${(head?.duty_title ?? '').replace(/^(村|社区)/, '')}`,
        category: 'committee',
        phone: head?.phone ?? '',
      };
    });
}

function sitesAt(division: Division): Sites {
  const { code, name, level } = division;
  const random = randomFrom(`sites ${code}`);
  if (level === 'banner') {
    const centre = site(division, 'S01', 'command_centre', '社会矛盾纠纷调处指挥中心', '2022-02-18');
    const leading = site(division, 'S02', 'leading_group', '千百万行动领导小组', '2023-05-01');
    return joined(
      { sites: [centre], posts: postsOf(centre, CENTRE, random), rooms: roomsOf(centre, CENTRE_ROOMS) },
      { sites: [leading], posts: postsOf(leading, LEADING, random), rooms: [] },
    );
  }
  if (level === 'township') {
    const station = site(division, 'S01', 'work_station', `${name}矛盾纠纷调处工作站`, '2022-06-01');
    return { sites: [station], posts: postsOf(station, STATION, random), rooms: roomsOf(station, STATION_ROOMS) };
  }
  const group = site(division, 'S01', 'working_group', `${name}调处工作小组`, '2022-09-01');
  return { sites: [group], posts: postsOf(group, groupPosts(level, random), random), rooms: [] };
}

function site({ code, level }: Division, suffix: string, kind: Kind, name: string, founded: string): SiteRow {
  const host = level === 'township' ? '党群服务中心办事服务大厅' : level === 'banner' ? '' : '村级党群服务中心';
  return {
    code: `${code}-${suffix}`,
    kind,
    unit_code: code,
    name,
    founded_on: founded,
    host_place: host,
    forces: kind === 'work_station' ? FORCES : '',
  };
}

/** A group is headed by the secretary, who in many villages is the director too; two kinds of member at least. */
function groupPosts(level: string, random: Random): Post[] {
  const place = level === 'community' ? '社区' : '村';
  const both = random() < 0.6;
  const heads: Post[] = both
    ? [{ role: 'head', duty_title: `${place}党组织书记、主任` }]
    : [
        { role: 'head', duty_title: `${place}党组织书记` },
        { role: 'head', duty_title: `${place}主任` },
      ];
  const first = pick(random, MEMBERS);
  const second = MEMBERS[(MEMBERS.indexOf(first) + 2) % MEMBERS.length] ?? first;
  return [
    ...heads,
    { role: 'deputy', duty_title: `${place}党组织副书记` },
    { role: 'member', duty_title: '', category: first },
    { role: 'member', duty_title: '', category: second },
  ];
}

function postsOf({ code }: SiteRow, posts: readonly Post[], random: Random): PostRow[] {
  return posts.map((post, index) => ({
    ...post,
    code: `${code}-P${String(index + 1).padStart(2, '0')}`,
    site_code: code,
    holder: personName(random, ''),
    phone: phoneNumber(random),
  }));
}

function roomsOf({ code }: SiteRow, rooms: readonly (readonly [RoomRow['kind'], string])[]): RoomRow[] {
  return rooms.map(([kind, name], index) => ({
    code: `${code}-R${String(index + 1).padStart(2, '0')}`,
    site_code: code,
    kind,
    name,
  }));
}

function joined(...parts: readonly Sites[]): Sites {
  return {
    sites: parts.flatMap(part => part.sites),
    posts: parts.flatMap(part => part.posts),
    rooms: parts.flatMap(part => part.rooms),
  };
}
