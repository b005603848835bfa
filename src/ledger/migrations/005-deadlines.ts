import type { Db } from '../sqlite.ts';
import { freeAndSwappedDays } from './holidays-2022-2026.ts';

/**
 * Deadlines with their articles (rows, since law and offices change them) and the calendar of free and swapped days. A
 * rule's length is `named` where the act itself names the day. `is_law` 0 marks what is the office's own practice. The SQL is
 * put together when a ledger is made, since every command loads the steps.
 */
export const deadlines = (db: Db): void => {
  db.exec(definitions());
};

const definitions = () => `
create table deadline_rule (
  id integer primary key,
  code text not null check (code <> ''),
  name_zh text not null,
  name_en text not null,
  starts_zh text not null,
  starts_en text not null,
  length integer not null check (length >= 0),
  length_unit text not null check (length_unit in ('day', 'workday', 'month', 'named')),
  roll text not null check (roll in ('none', 'next_workday')),
  extension_length integer not null check (extension_length >= 0),
  extension_unit text not null check (extension_unit in ('day', 'month')),
  extension_zh text not null,
  extension_en text not null,
  citation_zh text not null,
  citation_en text not null,
  is_law integer not null check (is_law in (0, 1)),
  from_on text not null,
  to_on text not null,
  check (from_on < to_on),
  unique (code, from_on)
) strict;
create unique index deadline_rule_open on deadline_rule (code) where to_on = '9999-12-31';

create table holiday (
  id integer primary key,
  day text not null unique check (length(day) = 10),
  is_workday integer not null check (is_workday in (0, 1)),
  name text not null check (name <> ''),
  import_id integer references import (id)
) strict;

insert into deadline_rule (code, name_zh, name_en, starts_zh, starts_en, length, length_unit, roll, extension_length,
  extension_unit, extension_zh, extension_en, citation_zh, citation_en, is_law, from_on, to_on) values
${rules()};

insert into holiday (day, is_workday, name) values
${freeAndSwappedDays()
  .flatMap(([name, free, swapped]) => [
    ...free.map(day => `  ('${day}', 0, '${name}')`),
    ...swapped.map(day => `  ('${day}', 1, '${name}')`),
  ])
  .join(',\n')};
`;

/** Petitions: 信访工作条例 (in force since 2022-05-01); mediation: 人民调解工作若干规定 and 民事诉讼法. */
function rules(): string {
  const petition = '信访工作条例';
  const by = { zh: '本机关、单位负责人批准', en: 'head of the organ' };
  const both = { zh: '双方当事人同意', en: 'consent of both parties' };
  const own = { zh: '本单位工作惯例（非法定）', en: 'office practice, not law' };
  type Named = readonly [zh: string, en: string];
  type Length = readonly [length: number, unit: 'day' | 'workday' | 'month' | 'named'];
  const row = (
    code: string,
    [zh, en]: Named,
    [starts, startsEn]: Named,
    [length, unit]: Length,
    [citation, citationEn]: Named,
    more: { roll?: string; extension?: readonly [number, string, { zh: string; en: string }]; law?: 0 | 1 } = {},
  ) => {
    const [by, byUnit, who] = more.extension ?? [0, 'day', { zh: '', en: '' }];
    const texts = [code, zh, en, starts, startsEn].map(text => `'${text}'`).join(', ');
    const counted = `${length}, '${unit}', '${more.roll ?? 'none'}', ${by}, '${byUnit}', '${who.zh}', '${who.en}'`;
    const from = citation.includes(petition) ? '2022-05-01' : '0001-01-01';
    return `  (${texts}, ${counted}, '${citation}', '${citationEn}', ${more.law ?? 1}, '${from}', '9999-12-31')`;
  };
  const article = (zh: string, en: string): Named => [`《${petition}》${zh}`, `Regulations on Petition Work, ${en}`];
  return [
    row(
      'XF_REGISTER_15',
      ['信访登记转送', 'register and pass on a petition'],
      ['信访部门收到信访事项', 'the petition office receives a petition'],
      [15, 'day'],
      article('第二十二条', 'Art. 22'),
    ),
    row(
      'XF_NOTICE_15',
      ['受理告知', 'notice of acceptance'],
      ['有权处理的机关、单位收到信访事项', 'the organ in charge receives the petition'],
      [15, 'day'],
      article('第二十三条', 'Art. 23'),
    ),
    row(
      'XF_OBJECT_5WD',
      ['提出异议', 'objection to a transfer'],
      ['收到不属于本单位职权的转送、交办', 'an organ receives what is not its business'],
      [5, 'workday'],
      article('第二十三条第三款', 'Art. 23(3)'),
    ),
    row(
      'XF_HANDLE_60',
      ['办理期限', 'conclude a petition'],
      ['受理', 'acceptance'],
      [60, 'day'],
      article('第三十四条', 'Art. 34'),
      { extension: [30, 'day', by] },
    ),
    row(
      'XF_REVIEW_APPLY_30',
      ['申请复查', 'ask for a review'],
      ['收到书面处理意见', 'the petitioner receives the written reply'],
      [30, 'day'],
      article('第三十五条', 'Art. 35'),
    ),
    row(
      'XF_REVIEW_DECIDE_30',
      ['复查', 'decide a review'],
      ['收到复查请求', 'the request for review is received'],
      [30, 'day'],
      article('第三十五条', 'Art. 35'),
    ),
    row(
      'XF_RECHECK_APPLY_30',
      ['申请复核', 'ask for a re-examination'],
      ['收到复查意见', 'the petitioner receives the review opinion'],
      [30, 'day'],
      article('第三十六条', 'Art. 36'),
    ),
    row(
      'XF_RECHECK_DECIDE_30',
      ['复核', 'decide a re-examination'],
      ['收到复核请求（听证时间不计）', 'the request is received (hearings not counted)'],
      [30, 'day'],
      article('第三十六条', 'Art. 36'),
    ),
    row(
      'TJ_1M',
      ['调解期限', 'mediate'],
      ['受理', 'acceptance'],
      [1, 'month'],
      ['《人民调解工作若干规定》第三十三条', 'Provisions on People’s Mediation Work (2002), Art. 33'],
      { extension: [1, 'month', both] },
    ),
    row(
      'SFQR_30',
      ['申请司法确认', 'joint application for judicial confirmation'],
      ['调解协议生效', 'the agreement takes effect'],
      [30, 'day'],
      [
        '《民事诉讼法》第二百零五条、《人民调解法》第三十三条',
        'Civil Procedure Law Art. 205, People’s Mediation Law Art. 33',
      ],
      { roll: 'next_workday' },
    ),
    row(
      'ODR_30',
      ['法院委派案件在线调解', 'online mediation of a court’s case'],
      ['接受法院委派', 'the organisation takes the case'],
      [30, 'day'],
      ['《人民法院在线调解规则》第二十四条', 'Rules of the Courts on Online Mediation, Art. 24'],
      { roll: 'next_workday', extension: [30, 'day', both] },
    ),
    row(
      'TD_SUE_30',
      ['不服权属处理决定起诉', 'sue against a tenure decision'],
      ['接到处理决定通知', 'notice of the decision'],
      [30, 'day'],
      ['《土地管理法》第十四条', 'Land Administration Law, Art. 14'],
      { roll: 'next_workday' },
    ),
    row(
      'FOLLOWUP_30',
      ['回访', 'follow-up visit'],
      ['协议生效', 'the agreement takes effect'],
      [30, 'day'],
      [own.zh, own.en],
      { law: 0 },
    ),
    row(
      'PERFORM_BY',
      ['履行协议', 'perform the agreement'],
      ['协议约定', 'as the agreement says'],
      [0, 'named'],
      ['《人民调解法》第三十一条', 'People’s Mediation Law, Art. 31'],
    ),
    row(
      'TIER_VILLAGE',
      ['村级办理', 'village handles a case'],
      ['登记或接收', 'registration or acceptance'],
      [7, 'day'],
      [own.zh, own.en],
      { law: 0 },
    ),
    row(
      'TIER_TOWNSHIP',
      ['乡镇办理', 'township handles a case'],
      ['登记或接收', 'registration or acceptance'],
      [15, 'day'],
      [own.zh, own.en],
      { law: 0 },
    ),
    row(
      'TIER_BANNER',
      ['旗级办理', 'banner handles a case'],
      ['登记或接收', 'registration or acceptance'],
      [30, 'day'],
      [own.zh, own.en],
      { law: 0 },
    ),
    row('OFFER_3', ['接收', 'answer an offer'], ['移交', 'the case is offered'], [3, 'day'], [own.zh, own.en], {
      law: 0,
    }),
    row(
      'HANDDOWN_DUE',
      ['交办事项', 'matter handed down'],
      ['接收交办', 'acceptance of what was handed down'],
      [0, 'named'],
      [own.zh, own.en],
      { law: 0 },
    ),
  ].join(',\n');
}
