import { each, line, title } from '../../output/paper/sheet.ts';
import { type Fitting, type Form, incomplete, READY, wrong } from '../form.ts';
import { box, pair, signatures, wide } from '../pieces.ts';
import type { VisitFacts } from './visit-fields.ts';

/** A page of the diary of each cadre (人手一本《民情日记》). */
const diary: Form = {
  name: { zh: '民情日记', en: 'diary' },
  basis: '民情日记',
  sheet: {
    title: '民情日记',
    blocks: [
      each(
        'diaries',
        title('民情日记', true),
        line('走访号：{number}　第{count}篇', 'right'),
        box(
          pair('走访日期', '{visited_on}', '走访方式', '{mode}'),
          pair('村（社区）', '{unit}', '地点', '{place}'),
          pair('走访对象（户）', '{head_name}', '户编号', '{household_code}'),
          pair('人口', '{people}', '联系电话', '{phone}'),
          pair('走访人员', '{visitors}', '记录人', '{writer}'),
          wide('住址', '{address}'),
          wide('工作领域', '{domains}'),
          wide('家庭基本情况', '{family}', 18),
          wide('日记', '{diary}', 40),
          wide('实际困难', '{difficulties}', 18),
          wide('诉求与建议', '{requests}', 18),
          wide('走访体会', '{thoughts}', 18),
          wide('后续计划', '{follow_up}', 18),
          wide('阅示', '{remark}\n{read_by}　{read_on}', 16),
        ),
        ...signatures('记录人（签名）'),
      ),
    ],
  },
};

export const VISIT_FORMS = { diary } as const satisfies Record<string, Form>;

export type VisitForm = keyof typeof VISIT_FORMS;

/** A visit that was withdrawn did not take place as it was entered. */
export const VISIT_FITTING: Readonly<Record<VisitForm, Fitting<VisitFacts, string>>> = {
  diary: {
    first: [],
    fits: ({ id, withdrawnOn, diaries }) => {
      if (withdrawnOn !== null)
        return wrong({
          zh: `走访 ${id} 已于 ${withdrawnOn} 撤销，不打印日记`,
          en: `Visit ${id} was withdrawn on ${withdrawnOn}: its diary is not printed`,
          hint: { zh: `用 tiaochu visit show ${id} 查看`, en: `tiaochu visit show ${id} shows it` },
        });
      return diaries.length === 0 ? incomplete('这次走访没有日记，各项留空', 'The visit has no diary') : READY;
    },
  },
};
