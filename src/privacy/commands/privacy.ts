import { partyWordsOf } from '../../cases/people-store.ts';
import { type Command, type Context, command, type Outcome } from '../../cli/command.ts';
import { argument, choice, namedValues, option } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import { misuse, refuseIf } from '../../kernel/failure.ts';
import { hiddenIn, knownWords } from '../../kernel/hiding.ts';
import type { Text } from '../../kernel/text.ts';
import { column, lines, type Table } from '../../kernel/view.ts';
import { wipeFreePages } from '../../ledger/erasure.ts';
import { recordChanges } from '../../ledger/events.ts';
import { readSetting, writeSetting } from '../../ledger/settings.ts';
import { AGE_FROM, FOREVER, RECORD_CLASSES, type RecordClass, type Retention } from '../classes.ts';
import { heldTable, retentionText } from '../report.ts';
import { earlyProblem, retentionProblem } from '../rules.ts';
import { ALL_CLASSES, countDue, type Due, dueCase, earlyCase, gatherDue, purgeDue, settingOf } from '../store.ts';
import { type Purge, purge } from '../token.ts';

const CLASS_SUMMARY: Text = { zh: '记录类别（默认全部）', en: 'a class of records (default all)' };
const classOption = choice('--class <class>', CLASS_SUMMARY, RECORD_CLASSES);

const report = command({
  name: 'report',
  zh: '报告',
  summary: {
    zh: '台账中有谁的哪些个人信息、用途、依据、保存多久',
    en: 'what personal data the ledger holds, of whom, why and for how long',
  },
  example: 'privacy report',
  access: 'read',
  params: {},
  run: ({ db }) => ({ view: heldTable(db) }),
});

const due = command({
  name: 'due',
  zh: '到期',
  summary: { zh: '保存期限已满、可以清除的个人信息', en: 'personal data that has been kept long enough' },
  example: 'privacy due',
  access: 'read',
  params: { class: classOption },
  run: ({ db, today }, input) => ({
    view: dueTable((input.class ? [input.class] : ALL_CLASSES).map(each => countDue(db, each, today))),
  }),
});

const purgeCommand = command({
  name: 'purge',
  zh: '清除',
  summary: {
    zh: '清除到期的个人信息：姓名、电话、证件号、住址、文字；报表数字不变',
    en: 'purge personal data that is due: names, phones, numbers, addresses, texts; the figures of reports stay',
  },
  example: 'privacy purge --class visit --yes',
  access: 'write',
  duty: 'administration',
  confirm: 'always',
  params: {
    class: classOption,
    case: option('--case <number>', {
      zh: '只清除这一件已了结的案件，不论是否到期（须写明 --reason）',
      en: 'only this case, which is over, due or not (with --reason)',
    }),
    reason: reasonParam,
  },
  run: (context, input) => (input.case === undefined ? purgeAll(context, input) : purgeCase(context, input)),
});

interface PurgeInput {
  readonly class: RecordClass | undefined;
  readonly case: string | undefined;
  readonly reason: string | undefined;
}

function purgeAll(context: Context, { class: only, reason }: PurgeInput): Outcome {
  const { db, today, path } = context;
  const all = (only ? [only] : ALL_CLASSES).map(each => countDue(db, each, today));
  const found = all.filter(({ records }) => records > 0);
  const words = purge(firstToken(db));
  for (const { recordClass, before } of found)
    if (before !== undefined) {
      gatherDue(db, recordClass, before, today);
      purgeDue(db, recordClass, words);
    }
  keepNext(db, words);
  // The days are in the order of the counts.
  const until = found.map(({ before }) => before).join(' ');
  return {
    view: { ...dueTable(all), title: DONE, notes: found.length > 0 ? [copiesNote(path)] : [] },
    counts: Object.fromEntries(found.map(({ recordClass, records }) => [recordClass, records])),
    reason: [until, reason].filter(Boolean).join(' · '),
    ...(found.length > 0 ? wiping(context) : {}),
  };
}

function purgeCase(context: Context, { case: given = '', class: only, reason }: PurgeInput): Outcome {
  const { db, path } = context;
  if (reason === undefined || only !== undefined) misuse(HOW_EARLY);
  const found = earlyCase(db, given);
  refuseIf(earlyProblem(found.number, found.isOver, found.isPermanent));
  const words = purge(firstToken(db));
  // Afterwards nobody knows any more whom the reason names.
  const why = hiddenIn(reason, knownWords(partyWordsOf(db, found.id)));
  dueCase(db, found.id);
  purgeDue(db, 'case', words);
  keepNext(db, words);
  return {
    view: lines(
      { case: found.number },
      { zh: `已清除 ${found.number} 的个人信息`, en: `Purged the personal data of ${found.number}` },
      copiesNote(path),
    ),
    records: [found.number],
    counts: { case: 1 },
    reason: why,
    ...wiping(context),
  };
}

/** Numbers of tokens go on from one purge to the next. */
const TOKENS = 'purge.next';
const firstToken = (db: Context['db']) => Number(readSetting(db, TOKENS) ?? 1);
const keepNext = (db: Context['db'], { next }: Purge) => writeSetting(db, TOKENS, String(next()));

function wiping({ db, dryRun }: Context): Pick<Outcome, 'afterCommit'> {
  return dryRun ? {} : { afterCommit: () => wipeFreePages(db) };
}

const HOW_EARLY = {
  zh: '提前清除一件案件须写明原因，不能同时写类别',
  en: 'A case is purged before its time with a reason, and without a class',
  hint: { zh: '加 --reason 原因', en: 'Add --reason' },
};

const DONE: Text = { zh: '清除个人信息', en: 'Personal data purged' };

function copiesNote(path: string): Text {
  return {
    zh: `副本中仍有原来的内容：备份、${path} 旁边的 .bak 文件、导出的文件和数据包须另行处理`,
    en: `Copies still have it: back-ups, .bak files beside ${path}, files and bundles that were exported`,
  };
}

const keep = command({
  name: 'keep',
  zh: '保存',
  summary: { zh: '设定一类记录保存多少年', en: 'set for how many years a class of records is kept' },
  example: 'privacy keep visit 8 --reason 按旗档案局意见',
  access: 'write',
  duty: 'administration',
  params: {
    class: { ...argument('<class>', { zh: '类别', en: 'the class' }, asClass), choices: namedValues(RECORD_CLASSES) },
    years: argument('<years>', { zh: '年数，或「永久」', en: 'years, or forever' }, asRetention),
    reason: reasonParam,
  },
  run: ({ db, today, stamp }, { class: recordClass, years, reason }) => {
    refuseIf(retentionProblem(recordClass, years));
    const key = settingOf(recordClass);
    const old = readSetting(db, key) ?? null;
    writeSetting(db, key, String(years));
    const change = { field: recordClass, old, new: String(years) };
    recordChanges(db, 'retention', ALL_CLASSES.indexOf(recordClass) + 1, [change], stamp(today, reason));
    const [name, kept] = [RECORD_CLASSES[recordClass], retentionText(years)];
    return {
      view: lines(
        { class: recordClass, kept: String(years) },
        { zh: `${name.zh}：保存${kept.zh}`, en: `${name.en}: kept ${kept.en}` },
      ),
      records: [recordClass],
    };
  },
});

export const privacyCommands: readonly Command[] = [report, due, purgeCommand, keep];

function asClass(text: string): RecordClass {
  return (
    ALL_CLASSES.find(each => each === text || RECORD_CLASSES[each].zh === text) ??
    misuse({
      zh: `「${text}」不是记录类别：${ALL_CLASSES.map(each => RECORD_CLASSES[each].zh).join('、')}`,
      en: `"${text}" is not a class of records: ${ALL_CLASSES.join(', ')}`,
    })
  );
}

function asRetention(text: string): Retention {
  if (text === FOREVER || text === '永久') return FOREVER;
  return /^\d{1,3}$/.test(text)
    ? Number(text)
    : misuse({ zh: `「${text}」不是年数`, en: `"${text}" is not a number of years` });
}

function dueTable(all: readonly Due[]): Table {
  return {
    shape: 'table',
    columns: [
      column('class', '类别', 'Class', 'word'),
      column('kept', '保存期限', 'Kept'),
      column('from', '起算', 'Counted from'),
      column('before', '此日之前的到期', 'Due before', 'day'),
      column('records', '到期', 'Due', 'integer'),
      column('oldest', '最早', 'Oldest', 'day'),
    ],
    rows: all.map(({ recordClass, retention, before, records, oldest }) => ({
      ...{ class: RECORD_CLASSES[recordClass], kept: retentionText(retention), from: AGE_FROM[recordClass] },
      ...{ before: before ?? null, records, oldest },
    })),
  };
}
