import { day, list, text } from '../glossary.ts';

/** The fields of the papers of a visit; `print-template` and docs/forms.md list them. */
export const VISIT_FIELDS = {
  number: text('走访号', 'visit'),
  visited_on: day('走访日期', 'day'),
  unit: text('村社区', 'village or community'),
  household_code: text('户编号', 'household'),
  head_name: text('户主', 'head of the household'),
  people: text('人口', 'people'),
  phone: text('联系电话', 'phone'),
  address: text('住址', 'address'),
  visitors: text('走访人员', 'both visitors'),
  visitor_a: text('走访人一', 'first visitor'),
  visitor_b: text('走访人二', 'second visitor'),
  mode: text('走访方式', 'mode'),
  substitute: text('代访', 'stand-in'),
  domains: text('工作领域', 'task domains'),
  diaries: list('民情日记', 'diaries', {
    count: text('第几篇', 'which diary'),
    writer: text('记录人', 'who wrote it'),
    diary: text('日记', 'text of the diary'),
    place: text('地点', 'place'),
    family: text('家庭基本情况', 'family situation'),
    difficulties: text('实际困难', 'difficulties'),
    requests: text('诉求与建议', 'requests'),
    thoughts: text('走访体会', 'thoughts'),
    follow_up: text('后续计划', 'follow-up'),
    read_by: text('阅示人', 'who read it'),
    read_on: day('阅示日期', 'read on'),
    remark: text('批语', 'remark'),
  }),
  printed_on: day('打印日期', 'printed on'),
} as const;
