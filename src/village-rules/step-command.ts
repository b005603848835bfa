import { type Command, type Context, command } from '../cli/command.ts';
import { argument, choice, option, picks, required } from '../cli/param.ts';
import { onParam, reasonParam } from '../cli/places.ts';
import { asCount, asName, asTitle } from '../cli/values.ts';
import { type Day, endingProblem, OPEN_END } from '../kernel/day.ts';
import { refuse, refuseIf } from '../kernel/failure.ts';
import { onlyGiven } from '../kernel/only-given.ts';
import type { Text } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';
import { changeRow } from '../ledger/events.ts';
import type { AnyRow, Register } from '../register/register.ts';
import { saveOne } from '../register/save-one.ts';
import { simpleRegister } from '../register/simple-register.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTerm, unitNamed } from '../units/tree.ts';
import { FILING, STEPS, type Step } from './step.ts';
import { stepRecord } from './step-record.ts';
import { isCarried } from './step-rules.ts';
import { ruleOfEdition, rulesOf, stepCodes, stepsOf } from './store.ts';
import { RULE_KINDS } from './village-rule.ts';
import { villageRuleRecord } from './village-rule-record.ts';

/** The steps that the command enters: the four of the list, and the filing, which is a day of the rule itself. */
const ENTERED = { ...STEPS, ...FILING } as const;

const people = (term: string, zh: string, en: string) => option(term, { zh, en }, asCount);

/** `village-rule step`: one step of the edition that is on its way; the vote that carries it puts it into force. */
export const stepCommand: Command = command({
  name: 'step',
  zh: '步骤',
  summary: {
    zh: '登记村规的一个步骤：起草、讨论、表决（通过即施行，旧版停用）、备案、公布',
    en: 'enter a step of village rules: draft, discussion, vote (carried, it is in force in place of the old one), filing, publication',
  },
  example: 'village-rule step 150722100200 --step draft --on 2023-12-20 --note 由两委起草',
  access: 'write',
  params: {
    unit: picks('unit', argument('<unit>', { zh: '村或社区代码', en: 'the village’s or community’s code' })),
    step: required(choice('--step <step>', { zh: '步骤', en: 'which step' }, ENTERED)),
    on: onParam,
    edition: people(
      '--edition <count>',
      '版次（默认正在制定或最近的一版）',
      'which edition (default: the one on its way, or the latest)',
    ),
    title: option('--title <text>', { zh: '名称（表决通过时）', en: 'what it is called, when it is adopted' }, asTitle),
    voters: people('--voters <count>', '应到人数', 'how many may vote'),
    present: people('--present <count>', '到会人数', 'how many came'),
    for: people('--for <count>', '赞成', 'votes for it'),
    against: people('--against <count>', '反对', 'votes against it'),
    abstained: people('--abstained <count>', '弃权', 'abstentions'),
    note: option('--note <text>', { zh: '说明', en: 'a note' }, asName),
    reason: reasonParam,
  },
  run: (context, input) => {
    const { db, today } = context;
    const { on = today, step } = input;
    const unit = unitNamed(loadTree(db, on), input.unit);
    const version = input.edition ?? editionOn(context, unit, step);
    const said = { unit, on, version, reason: input.reason };
    if (step === 'filing') return file(context, said);
    const votes = {
      ...{ voters: input.voters, present: input.present, votes_for: input.for },
      ...{ votes_against: input.against, abstained: input.abstained },
    };
    const code = freeCode(`${unit.code}-G${version}`, stepCodes(db, unit.unit_id));
    const row = onlyGiven({ code, unit_code: unit.code, version, step, done_on: on, ...votes, note: input.note });
    save(context, simpleRegister(stepRecord), row, 'add', said);
    const carried =
      step === 'vote' && isCarried({ votes_for: votes.votes_for ?? 0, votes_against: votes.votes_against ?? 0 });
    const rule = carried && !ruleOfEdition(db, unit.unit_id, version) ? adopt(context, said, input.title) : undefined;
    return {
      view: lines(
        { unit: unit.code, edition: version, step, done_on: on, adopted: rule ?? null },
        ...doneTexts(said, step, carried, rule),
      ),
      records: [code],
    };
  },
});

interface Said {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly version: number;
  readonly reason: string | undefined;
}

function doneTexts({ unit, on, version }: Said, step: Step, carried: boolean, rule: string | undefined): Text[] {
  const { zh, en } = STEPS[step];
  const entered = {
    zh: `${unit.name}第 ${version} 版：${on} ${zh}`,
    en: `${unit.name}, edition ${version}: ${en} on ${on}`,
  };
  if (rule)
    return [entered, { zh: `通过，编号 ${rule}，即日施行`, en: `Adopted as ${rule}, in force from that day on` }];
  return step === 'vote' && !carried ? [entered, { zh: '没有通过', en: 'It was not carried' }] : [entered];
}

/** The edition that is on its way (its steps are entered, its rule is not); else a draft begins the next one. */
function editionOn({ db }: Context, unit: UnitTerm, step: Step | 'filing'): number {
  const adopted = rulesOf(db, unit.unit_id)[0]?.version ?? 0;
  const begun = Math.max(0, ...stepsOf(db, unit.unit_id).map(({ version }) => version));
  if (begun > adopted) return begun;
  return step === 'draft' || adopted === 0 ? adopted + 1 : adopted;
}

function freeCode(prefix: string, used: readonly string[]): string {
  let serial = 1;
  while (used.includes(`${prefix}-${serial}`)) serial++;
  return `${prefix}-${serial}`;
}

/** A new record is of something that has happened by today; a change holds from its own day on. */
function save(context: Context, register: Register, row: AnyRow, verb: 'add' | 'change', { on, reason }: Said) {
  const book = register.load(context, row);
  const found = verb === 'change' ? register.find(book, row, on)?.row : {};
  const given = { verb, on: verb === 'add' ? context.today : on, stamp: context.stamp(on, reason) };
  return saveOne(register, context, book, { ...found, ...row }, given);
}

/** The edition that was carried is in force from the day of the vote on, in the place of the one before. */
function adopt(context: Context, said: Said, title: string | undefined): string {
  const { db } = context;
  const { unit, on, version, reason } = said;
  const [before] = rulesOf(db, unit.unit_id);
  if (before && before.to_on === OPEN_END) {
    refuseIf(endingProblem(before.code, before, on));
    const ends = { field: 'to_on', old: OPEN_END, new: on };
    changeRow(db, villageRuleRecord, before.id, [ends], context.stamp(on, reason));
  }
  const kind = unit.level === 'village' ? 'rule' : 'compact';
  const code = `${unit.code}-G${version}`;
  const row = { code, unit_code: unit.code, kind, title: title ?? before?.title ?? unit.name + RULE_KINDS[kind].zh };
  save(context, simpleRegister(villageRuleRecord), { ...row, version, adopted_on: on, from_on: on }, 'add', said);
  return code;
}

/** The day of filing is one of the rule itself. */
function file(context: Context, said: Said) {
  const { unit, on, version } = said;
  const rule = ruleOfEdition(context.db, unit.unit_id, version);
  if (!rule)
    return refuse(
      {
        zh: `${unit.name}第 ${version} 版尚未通过，不能备案`,
        en: `Edition ${version} of ${unit.name} is not adopted and cannot be filed`,
      },
      {
        zh: `先登记表决：tiaochu village-rule step ${unit.code} --step vote`,
        en: `Enter the vote first: tiaochu village-rule step ${unit.code} --step vote`,
      },
    );
  return save(context, simpleRegister(villageRuleRecord), { code: rule.code, filed_on: on }, 'change', said);
}
