import type { ServiceKind, ServiceRow, StationingRow, WindowRow } from '../../centre/records.ts';
import type { ExpertRow } from '../../experts/expert.ts';
import { addDays, type Day } from '../../kernel/day.ts';
import { CAMPAIGN, workdayFrom } from '../calendar.ts';
import { DEPARTMENTS } from '../departments.ts';
import { personName, phoneNumber } from '../names.ts';
import { between, randomFrom } from '../random.ts';

/** The nine windows, and the departments at each: one of them has two. */
const WINDOWS: readonly (readonly [name: string, ...departments: string[]])[] = [
  ['信访接待窗口', 'XFJ'],
  ['综合受理窗口', 'ZFW'],
  ['劳动争议调解窗口', 'RSJ'],
  ['人民调解和法律援助窗口', 'SFJ'],
  ['治安调解窗口', 'GAJ'],
  ['土地草原林地纠纷窗口', 'ZRJ', 'NMJ'],
  ['物业和住房纠纷窗口', 'ZJJ'],
  ['婚姻家庭调解窗口', 'MZJ'],
  ['诉调对接窗口', 'FYSD'],
];
const ENGAGEMENTS = ['on_call', 'online', 'seconded'] as const;
const SPECIALTIES = ['01;02', '02;03', '07', '07;08', '10;10a', '04;05', '06;13', '12', '14', '04;16'] as const;
const EXPERTS = 24;
/** What is served at which window, by what the window is for. */
const SERVED: readonly (readonly [window: number, kind: ServiceKind, note: string])[] = [
  [4, 'notary', '协助办理继承、委托公证'],
  [4, 'legal_aid', '受理法律援助申请'],
  [1, 'consultation', '解答信访事项办理进度'],
  [4, 'outreach', '讲解民法典，发放宣传册'],
  [3, 'consultation', '解答拖欠工资、工伤待遇'],
  [6, 'consultation', '解答土地承包和草原确权'],
  [4, 'notary', '协助办理合同、声明公证'],
  [8, 'consultation', '解答离婚财产和子女抚养'],
  [5, 'outreach', '讲解防范电信诈骗'],
  [7, 'consultation', '解答物业收费和房屋维修'],
  [9, 'consultation', '解答诉前调解和司法确认'],
  [2, 'consultation', '引导登记，告知办理窗口'],
  [3, 'legal_aid', '为务工人员申请法律援助'],
];
const SERVICE_COUNT = 72;

/** What the command centre has and did; the same at every scale. */
export interface Centre {
  readonly windows: readonly WindowRow[];
  readonly stationings: readonly StationingRow[];
  readonly experts: readonly ExpertRow[];
  readonly services: readonly ServiceRow[];
}

const windowCode = (index: number) => `CK${String(index + 1).padStart(2, '0')}`;

export function centre(): Centre {
  return {
    windows: WINDOWS.map(([name], index) => ({ code: windowCode(index), name })),
    stationings: WINDOWS.flatMap(([, ...departments], index) =>
      departments.map(department => ({
        code: `${windowCode(index)}-${department}`,
        window_code: windowCode(index),
        department_code: department,
      })),
    ),
    experts: experts(),
    services: services(),
  };
}

function experts(): ExpertRow[] {
  const random = randomFrom('experts');
  return Array.from({ length: EXPERTS }, (_, index) => ({
    code: `ZJ${String(index + 1).padStart(3, '0')}`,
    name: personName(random, ''),
    department_code: index % 4 === 3 ? '' : (DEPARTMENTS[index % DEPARTMENTS.length]?.code ?? ''),
    specialties: SPECIALTIES[index % SPECIALTIES.length] ?? '02',
    engagement: ENGAGEMENTS[index % ENGAGEMENTS.length] ?? 'on_call',
    phone: phoneNumber(random),
  }));
}

function services(): ServiceRow[] {
  const random = randomFrom('services');
  return Array.from({ length: SERVICE_COUNT }, (_, index) => {
    const [window, kind, note] = SERVED[index % SERVED.length] ?? [2, 'consultation', ''];
    const day: Day = addDays(CAMPAIGN.from, Math.floor((index * 240) / SERVICE_COUNT));
    return {
      code: `FW-2023-${String(index + 1).padStart(3, '0')}`,
      window_code: windowCode(window - 1),
      kind,
      served_on: workdayFrom(day, 1),
      people: kind === 'outreach' ? between(random, 10, 60) : between(random, 1, 4),
      note,
    };
  });
}
