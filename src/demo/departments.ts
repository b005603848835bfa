import type { DepartmentRow } from '../departments/department-record.ts';

/** The ten departments of the banner that petitions are routed to ("信访、政法、人社等10个部门单位"). */
export const DEPARTMENTS: readonly DepartmentRow[] = (
  [
    ['XFJ', '旗信访局'],
    ['ZFW', '旗委政法委'],
    ['RSJ', '旗人力资源和社会保障局'],
    ['SFJ', '旗司法局'],
    ['GAJ', '旗公安局'],
    ['ZRJ', '旗自然资源局'],
    ['NMJ', '旗农牧和科技局'],
    ['ZJJ', '旗住房和城乡建设局'],
    ['MZJ', '旗民政局'],
    ['FYSD', '旗人民法院诉调对接窗口'],
  ] as const
).map(([code, name]) => ({ code, name, tier: 'banner' }));
