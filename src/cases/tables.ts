import { isRight } from '../deadlines/codes.ts';
import { lengthText } from '../deadlines/rules.ts';
import { allRules } from '../deadlines/store.ts';
import type { Day } from '../kernel/day.ts';
import type { Text } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle } from './area.ts';
import { type Case, OFFER_KINDS, type OfferEnding } from './case.ts';
import { type DeadlineRow, deadlinesOf } from './deadline-store.ts';
import { commandOf, nextSteps } from './life.ts';
import { offersOf } from './move-store.ts';
import { PARTY_KINDS, ROLES, SEXES } from './party.ts';
import { presentParties } from './party-store.ts';
import { commandOn } from './passing.ts';

/** The parties of a case, numbered as commands name them. */
export function partyTable(db: Db, id: number): Table {
  return {
    shape: 'table',
    key: 'parties',
    title: { zh: '当事人', en: 'Parties' },
    columns: [
      column('party', '序号', 'Party'),
      column('role', '身份', 'Role'),
      column('name', '姓名', 'Name', 'name'),
      column('phone', '电话', 'Phone', 'phone'),
      column('id_number', '身份证号', 'Identity number', 'id'),
      column('household_code', '户编号', 'Household'),
    ],
    rows: presentParties(db, id).map((party, i) => ({ ...party, party: i + 1, role: ROLES[party.role] })),
  };
}

/** What else the forms ask of the parties; those of whom nothing else is known are left out. */
export function partyFormTable(db: Db, id: number): Table {
  const rows = presentParties(db, id).flatMap((party, i) => {
    const { kind, sex, birth, ethnicity, occupation, address, representative, authority, language } = party;
    const said = { birth, ethnicity, occupation, address, representative, authority, language };
    if (kind === 'person' && [sex, ...Object.values(said)].every(value => value === '')) return [];
    return [{ ...said, party: i + 1, kind: PARTY_KINDS[kind], sex: sex === '' ? null : SEXES[sex] }];
  });
  return {
    shape: 'table',
    key: 'party_forms',
    title: { zh: '当事人其他情况', en: 'More of the parties' },
    columns: [
      column('party', '序号', 'Party'),
      column('kind', '个人或单位', 'Kind'),
      column('sex', '性别', 'Sex'),
      column('birth', '出生年份', 'Born'),
      column('ethnicity', '民族', 'Ethnicity'),
      column('occupation', '职业', 'Occupation'),
      column('address', '住址', 'Address', 'address'),
      column('representative', '代理人', 'Representative', 'name'),
      column('authority', '委托书日期', 'Letter of authority', 'day'),
      column('language', '使用语言', 'Language'),
    ],
    rows,
  };
}

const ENDINGS: Readonly<Record<'' | OfferEnding, Text>> = {
  '': { zh: '待答复', en: 'open' },
  accepted: { zh: '已接收', en: 'accepted' },
  returned: { zh: '被退回', en: 'returned' },
  recalled: { zh: '已收回', en: 'recalled' },
  lapsed: { zh: '已失效', en: 'lapsed' },
};

/** Every offer of a case to another unit, and what became of it. */
export function offerTable(db: Db, id: number, tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'offers',
    title: { zh: '移交', en: 'Offers' },
    columns: [
      column('kind', '方式', 'Kind'),
      column('from_unit', '移出', 'From'),
      column('to_unit', '移入', 'To'),
      column('offered_on', '移交日期', 'Offered', 'day'),
      column('due_on', '答复期限', 'Answer by', 'day'),
      column('ending', '结果', 'Outcome'),
      column('ended_on', '答复日期', 'Answered', 'day'),
    ],
    rows: offersOf(db, id).map(offer => ({
      ...offer,
      kind: OFFER_KINDS[offer.kind],
      from_unit: tree.units.get(offer.from_unit)?.name,
      to_unit: tree.units.get(offer.to_unit)?.name,
      ending: ENDINGS[offer.ending],
    })),
  };
}

/** What can be done with a case next, by whom, and the command that does it. */
export function nextTable(area: AnyCaseArea, caseFile: Case, tree: UnitTree): Table {
  const steps = nextSteps(area.life, caseFile, tree);
  return {
    shape: 'table',
    key: 'next',
    title: { zh: '下一步可做', en: 'What can be done next' },
    columns: [column('move', '办理', 'Act'), column('unit', '责任单位', 'By'), column('command', '命令', 'Command')],
    rows: steps.map(
      ({ move, unit }): Row => ({
        move: moveTitle(area, move),
        unit: tree.units.get(unit)?.name,
        command: commandOn(caseFile, commandOf(area.life, move)),
      }),
    ),
  };
}

const DONE: Readonly<Record<DeadlineRow['done'], Text>> = {
  '': { zh: '进行中', en: 'running' },
  met: { zh: '已完成', en: 'done' },
  moot: { zh: '不再适用', en: 'without object' },
  extended: { zh: '已延长', en: 'extended' },
};

/** The deadlines of a case: each with its start event, its rule and article, and its state. */
export function deadlineTable(area: AnyCaseArea, db: Db, id: number, tree: UnitTree, today: Day): Table {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return {
    shape: 'table',
    key: 'deadlines',
    title: { zh: '期限', en: 'Deadlines' },
    columns: [
      column('rule', '代号', 'Rule'),
      column('name', '期限', 'Deadline'),
      column('unit', '责任单位', 'By'),
      column('start', '起算', 'Started by'),
      column('start_on', '起算日期', 'From', 'day'),
      column('length', '时长', 'Length'),
      column('due_on', '到期', 'Due', 'day'),
      column('state', '情况', 'State'),
      column('done_on', '完成日期', 'Done on', 'day'),
      column('citation', '依据', 'Source'),
    ],
    rows: deadlinesOf(db, id).map(deadline => {
      const rule = rules.get(deadline.rule_id);
      return {
        rule: deadline.code,
        name: rule?.name,
        unit: deadline.department ?? tree.units.get(deadline.unit_id)?.name,
        start: moveTitle(area, deadline.move_name),
        start_on: deadline.start_on,
        length: rule && lengthText(rule),
        due_on: deadline.due_on,
        state: stateOf(deadline, today),
        done_on: deadline.done_on,
        citation: rule?.citation,
      };
    }),
  };
}

/** Each deadline as a sentence: until when, counted from what, after which article. */
export function deadlineSentences(area: AnyCaseArea, db: Db, id: number): Text[] {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return deadlinesOf(db, id).flatMap(({ rule_id, move_name, start_on, due_on }) => {
    const rule = rules.get(rule_id);
    if (!rule) return [];
    const start = moveTitle(area, move_name);
    const length = lengthText(rule);
    const how =
      rule.unit === 'named'
        ? { zh: `${start.zh} ${start_on} 时写明`, en: `the day that was named on ${start_on}, ${start.en}` }
        : move_name === 'extend'
          ? { zh: `自 ${start_on} 起，经延长`, en: `from ${start_on}, extended` }
          : { zh: `${start.zh} ${start_on} 起 ${length.zh}`, en: `${start.en} on ${start_on}, ${length.en}` };
    return [
      {
        zh: `${rule.name.zh}到期 ${due_on}：${how.zh}（${rule.citation.zh}）`,
        en: `${rule.name.en}, due ${due_on}: ${how.en} (${rule.citation.en})`,
      },
    ];
  });
}

function stateOf({ code, due_on, done, done_on }: DeadlineRow, today: Day): Text {
  const isLate = due_on < (done_on ?? today);
  if (done === 'met' && isLate) return { zh: '逾期完成', en: 'done late' };
  if (done === '' && isLate) return isRight(code) ? { zh: '已届满', en: 'lapsed' } : { zh: '已逾期', en: 'overdue' };
  return DONE[done];
}
