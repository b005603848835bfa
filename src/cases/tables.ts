import { pausesOf } from '../deadlines/counted-store.ts';
import type { DeadlineRule } from '../deadlines/rules.ts';
import {
  basisText,
  citationText,
  dueText,
  fullLength,
  openDayText,
  pauseTexts,
  releaseTexts,
  stateOf,
} from '../deadlines/state.ts';
import { allRules, loadCalendar } from '../deadlines/store.ts';
import { inStateTone } from '../deadlines/tones.ts';
import type { Day } from '../kernel/day.ts';
import { type Text, untranslated, wordList } from '../kernel/text.ts';
import { column, type Row, type Table } from '../kernel/view.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTree } from '../units/tree.ts';
import { type AnyCaseArea, moveTitle } from './area.ts';
import { type Case, OFFER_KINDS, type OfferEnding } from './case.ts';
import { commandOn } from './case-hint.ts';
import { type DeadlineRow, deadlinesOf } from './deadline-store.ts';
import { PARTY_COLUMNS } from './layout.ts';
import { commandOf, nextSteps } from './life.ts';
import { offersOf } from './move-store.ts';
import { PARTY_KINDS, ROLES, SEXES } from './party.ts';
import { presentParties } from './party-store.ts';

/** The parties of a case, numbered as commands name them. */
export function partyTable(db: Db, id: number): Table {
  return {
    shape: 'table',
    key: 'parties',
    title: { zh: '当事人', en: 'Parties' },
    columns: PARTY_COLUMNS,
    rows: presentParties(db, id).map((party, i) => ({
      ...{ ...party, party: i + 1, role: ROLES[party.role] },
      // The name of an organisation is public: as a word in both languages it is not masked.
      ...(party.kind === 'organisation' ? { name: untranslated(party.name) } : {}),
    })),
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
      column('kind', '个人或单位', 'Kind', 'word'),
      column('sex', '性别', 'Sex', 'word'),
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

const ENDINGS: Readonly<Record<'' | OfferEnding, Text>> = wordList({
  '': { zh: '待答复', en: 'open' },
  accepted: { zh: '已接收', en: 'accepted' },
  returned: { zh: '被退回', en: 'returned' },
  recalled: { zh: '已收回', en: 'recalled' },
  lapsed: { zh: '已失效', en: 'lapsed' },
});

/** Every offer of a case to another unit, and what became of it. */
export function offerTable(db: Db, id: number, tree: UnitTree): Table {
  return {
    shape: 'table',
    key: 'offers',
    title: { zh: '移交', en: 'Offers' },
    columns: [
      column('kind', '方式', 'Kind', 'word'),
      column('from_unit', '移出', 'From'),
      column('to_unit', '移入', 'To'),
      column('offered_on', '移交日期', 'Offered', 'day'),
      column('due_on', '答复期限', 'Answer by', 'day'),
      column('ending', '结果', 'Outcome', 'word'),
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
    columns: [
      column('move', '办理', 'Act', 'word'),
      column('unit', '责任单位', 'By', 'label'),
      column('command', '命令', 'Command', 'command'),
    ],
    rows: steps.map(
      ({ move, unit }): Row => ({
        move: moveTitle(area, move),
        unit: tree.units.get(unit)?.name,
        command: commandOn(caseFile, commandOf(area.life, move)),
      }),
    ),
  };
}

/** The deadlines of a case: each with its start event, its rule and article, and its state. */
export function deadlineTable(area: AnyCaseArea, db: Db, id: number, tree: UnitTree, today: Day): Table {
  const pauses = pausesOf(db, id);
  return {
    shape: 'table',
    key: 'deadlines',
    title: { zh: '期限', en: 'Deadlines' },
    columns: [
      column('rule', '代号', 'Rule'),
      column('name', '期限', 'Deadline'),
      column('unit', '责任单位', 'By', 'label'),
      column('start', '起算', 'Started by', 'word'),
      column('start_on', '起算日期', 'From', 'day'),
      column('length', '时长', 'Length'),
      column('due_on', '到期', 'Due', 'day'),
      column('due_latest', '最迟到期', 'Due at the latest', 'day'),
      inStateTone(column('state', '情况', 'State', 'word')),
      column('done_on', '完成日期', 'Done on', 'day'),
      column('basis', '性质', 'Basis', 'word'),
      column('citation', '依据', 'Source'),
    ],
    rows: withRules(db, id).map(({ rule, ...kept }) => ({
      rule: kept.code,
      name: rule.name,
      unit: kept.department ?? tree.units.get(kept.unit_id)?.name,
      start: moveTitle(area, kept.move_name),
      start_on: kept.start_on,
      length: fullLength(rule, kept.extended_by),
      due_on: kept.due_on,
      due_latest: kept.due_latest,
      state: stateOf(kept, rule, pauses, today),
      done_on: kept.done_on,
      basis: basisText(rule, kept.extended_by),
      citation: citationText(rule, kept.extended_by),
    })),
  };
}

/** The deadlines of a case, each with the version of the rule that set it. */
function withRules(db: Db, id: number) {
  const rules = new Map(allRules(db).map(rule => [rule.id, rule]));
  return deadlinesOf(db, id).flatMap(kept => {
    const rule = rules.get(kept.rule_id);
    return rule ? [{ ...kept, rule }] : [];
  });
}

/** Each deadline as a sentence: until when, counted from what, after which article. */
export function deadlineSentences(area: AnyCaseArea, db: Db, id: number): Text[] {
  const calendar = loadCalendar(db);
  const pauses = pausesOf(db, id);
  return withRules(db, id).map(({ rule, ...kept }) => {
    const { name } = rule;
    const due = dueText(kept, rule);
    const said = [
      howCounted(area, rule, kept),
      ...pauseTexts(kept, rule, pauses),
      ...releaseTexts(kept),
      openDayText(kept, calendar) ?? [],
    ].flat();
    const source = citationText(rule, kept.extended_by);
    return {
      zh: `${name.zh}${due.zh}：${said.map(text => text.zh).join('；')}（${source.zh}）`,
      en: `${name.en}, ${due.en}: ${said.map(text => text.en).join('; ')} (${source.en})`,
    };
  });
}

/** From which act and how long a deadline is counted. */
function howCounted(area: AnyCaseArea, rule: DeadlineRule, { move_name, start_on, extended_by }: DeadlineRow): Text {
  const start = moveTitle(area, move_name);
  const length = fullLength(rule, extended_by);
  if (rule.unit === 'named')
    return { zh: `${start.zh} ${start_on} 时写明`, en: `the day that was named on ${start_on}, ${start.en}` };
  if (extended_by > 0)
    return { zh: `自 ${start_on} 起 ${length.zh}，经延长`, en: `from ${start_on}, ${length.en}, extended` };
  return { zh: `${start.zh} ${start_on} 起 ${length.zh}`, en: `${start.en} on ${start_on}, ${length.en}` };
}
