import { type Command, type Context, command, type Outcome } from '../../cli/command.ts';
import { argument, choice, flag, narrowing, option, picks, required } from '../../cli/param.ts';
import { reasonParam } from '../../cli/places.ts';
import type { Secret } from '../../cli/secret.ts';
import { asName, asReason, asTitle } from '../../cli/values.ts';
import { LIST } from '../../cli/verbs.ts';
import { misuse, type Refusal, refuse, refuseIf } from '../../kernel/failure.ts';
import { passphraseProblem } from '../../kernel/passphrase-rules.ts';
import type { Text } from '../../kernel/text.ts';
import { lines } from '../../kernel/view.ts';
import { historyCommand } from '../../register/history-command.ts';
import { loadTree } from '../../units/store.ts';
import { unitNamed } from '../../units/tree.ts';
import { isOpen, placeOfFirst, rolesAt } from '../picked.ts';
import { demandReachable } from '../reachable.ts';
import { adminPlaceProblem, firstProblem, lastAdminProblem, ROLES, type Role, takenProblem } from '../rules.ts';
import {
  allOperators,
  changeOperator,
  insertOperator,
  OPERATOR_TITLE,
  type Operator,
  operatorNamed,
} from '../store.ts';
import { operatorTable } from '../views.ts';

const nameArgument = argument('<name>', { zh: '操作员姓名', en: 'the operator’s name' }, asTitle);
const unit = picks('unit', option('--unit <code>', { zh: '操作员的单位', en: 'the operator’s unit' }));
const role = choice('--role <rights>', { zh: '角色', en: 'the role' }, ROLES);
const user = option(
  '--user <user>',
  { zh: '对应的系统用户，以其登录时不问口令', en: 'the system user; who is logged in as that needs no passphrase' },
  asName,
);
const newPassphraseFile = option('--new-passphrase-file <file>', {
  zh: '新口令文件，第一行是口令（在终端则询问）',
  en: 'a file whose first line is the new passphrase (asked for on a terminal)',
});
const secretOf = (isWanted: (input: Readonly<Record<string, unknown>>) => boolean): Secret => ({
  fileIn: ({ input }) => input.newPassphraseFile as string | undefined,
  question: { zh: '新口令', en: 'New passphrase' },
  problem: passphraseProblem,
  isWanted: ({ input }) => isWanted(input),
});

const add = command({
  name: 'add',
  zh: '新增',
  summary: {
    zh: '新增操作员：单位、角色、系统用户或口令',
    en: 'add an operator: unit, role, system user or passphrase',
  },
  example: 'operator add 何春花 --unit 150722 --role admin --user hechunhua',
  access: 'write',
  duty: 'administration',
  secret: secretOf(({ user }) => user === undefined),
  params: {
    name: nameArgument,
    unit: required(narrowing(placeOfFirst, unit)),
    role: required(narrowing(rolesAt, role)),
    user,
    newPassphraseFile,
  },
  doubts: ({ db }, { role }) => (isOpen(db) && role === 'admin' ? [CLOSED] : []),
  run: async (context, input) => {
    const { db, today, dryRun } = context;
    const { name, role, user } = input;
    const known = allOperators(db);
    const place = unitNamed(loadTree(db, today), input.unit);
    refuseIf(
      takenProblem(known, { name, user }) ??
        firstProblem(known, role) ??
        adminPlaceProblem(role, place.level, place.name),
    );
    const passphrase = await keptSecret(context);
    if (user === undefined && passphrase === null && !dryRun) refuse(UNPROVEN);
    // A dry run asks for no passphrase.
    if (user !== undefined || passphrase !== null)
      insertOperator(db, { name, unit_id: place.unit_id, role, system_user: user ?? null, passphrase });
    await demandReachable(context, user);
    return said(name, {
      zh: `已新增操作员 ${name}：${place.name}，${ROLES[role].zh}`,
      en: `Added the operator ${name}: ${ROLES[role].en}, ${place.name}`,
    });
  },
});

const UNPROVEN: Refusal = {
  zh: '操作员须有系统用户或口令，否则无法证明身份',
  en: 'An operator needs a system user or a passphrase to prove who he is',
  hint: {
    zh: '用 --user 写系统用户，或用 --new-passphrase-file 写口令文件',
    en: 'Name the system user with --user, or a file with --new-passphrase-file',
  },
};

const CLOSED: Text = {
  zh: '有了第一名操作员，本台账从此只由操作员写入；查看不受限制',
  en: 'Once there is an operator, nobody else writes in this ledger; reading stays open',
};

const list = command({
  ...LIST,
  access: 'read',
  summary: { zh: '列出操作员', en: 'list the operators' },
  example: 'operator list',
  params: { all: flag('--all', { zh: '含已停用的', en: 'those who have retired, too' }) },
  run: ({ db, today }, { all }) => {
    const operators = allOperators(db).filter(({ retired_on }) => all || retired_on === null);
    return { view: { ...operatorTable(operators, loadTree(db, today)), notes: operators.length > 0 ? [] : [OPEN] } };
  },
});

const OPEN: Text = {
  zh: '没有操作员：能打开台账文件的人都能写入',
  en: 'no operators: whoever can open the file can write in it',
};

const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '修改操作员的单位、角色、系统用户或口令',
    en: 'change an operator’s unit, role, system user or passphrase',
  },
  example: 'operator change 何春花 --role head --reason 轮岗',
  access: 'write',
  duty: 'administration',
  secret: secretOf(({ passphrase }) => passphrase === true),
  params: {
    name: nameArgument,
    unit,
    role,
    user,
    passphrase: flag('--passphrase', { zh: '设置新口令', en: 'set a new passphrase' }),
    newPassphraseFile,
    reason: reasonParam,
  },
  run: async (context, { name, role, user, reason, ...input }) => {
    const { db, today } = context;
    const known = allOperators(db);
    const operator = active(operatorNamed(db, name));
    const tree = loadTree(db, today);
    const own = tree.units.get(operator.unit_id);
    const to = input.unit === undefined ? own : unitNamed(tree, input.unit);
    refuseIf(
      takenProblem(
        known.filter(({ id }) => id !== operator.id),
        { user },
      ) ??
        (role && role !== 'admin' ? lastAdminProblem(known, operator.id) : undefined) ??
        adminPlaceProblem(role ?? operator.role, to?.level ?? '', to?.name ?? ''),
    );
    const wanted = {
      unit: to && { from: own, to },
      role,
      systemUser: user,
      passphrase: (await keptSecret(context)) ?? undefined,
    };
    const count = changeOperator(db, operator, wanted, context.stamp(today, reason));
    if (count === 0 && !context.dryRun) misuse(UNCHANGED);
    await demandReachable(context, user);
    return said(name, { zh: `已修改操作员 ${name}`, en: `Changed the operator ${name}` });
  },
});

const UNCHANGED = {
  zh: '没有写明要修改的项目，或与现有内容一致',
  en: 'Nothing to change was named, or it is already so',
  hint: { zh: '用 --help 查看可以修改的项目', en: 'See --help for what can be changed' },
};

const retire = command({
  name: 'retire',
  zh: '停用',
  summary: {
    zh: '停用操作员，即时生效；姓名保留，不得再用',
    en: 'retire an operator at once; nobody else gets the name',
  },
  example: 'operator retire 何春花 --reason 调离',
  access: 'write',
  duty: 'administration',
  confirm: 'always',
  params: { name: nameArgument, reason: required(option('--reason <text>', reasonParam.summary, asReason)) },
  run: async (context, { name, reason }) => {
    const { db, today, stamp } = context;
    const operator = active(operatorNamed(db, name));
    refuseIf(lastAdminProblem(allOperators(db), operator.id));
    changeOperator(db, operator, { retiredOn: today }, stamp(today, reason));
    await demandReachable(context);
    return said(name, { zh: `操作员 ${name} 已停用`, en: `The operator ${name} has retired` });
  },
});

const passphrase = command({
  name: 'passphrase',
  zh: '口令',
  summary: { zh: '设置本人的口令', en: 'set your own passphrase' },
  example: 'operator passphrase',
  access: 'write',
  duty: 'own',
  secret: secretOf(() => true),
  params: { newPassphraseFile },
  run: async context => {
    const { db, today, dryRun, stamp } = context;
    const operator = operatorNamed(db, context.operator);
    const kept = await keptSecret(context);
    if (kept === null && !dryRun) misuse(NO_PASSPHRASE);
    if (kept !== null) changeOperator(db, operator, { passphrase: kept }, stamp(today));
    return said(operator.name, { zh: `已设置 ${operator.name} 的口令`, en: `Set the passphrase of ${operator.name}` });
  },
});

const NO_PASSPHRASE = {
  zh: '没有写明新口令',
  en: 'No new passphrase was given',
  hint: {
    zh: '在终端输入，或用 --new-passphrase-file 写明口令文件',
    en: 'Type it on a terminal, or name a file with --new-passphrase-file',
  },
};

const TITLES: Readonly<Record<string, Text>> = {
  unit_code: { zh: '单位', en: 'unit' },
  role: { zh: '角色', en: 'role' },
  system_user: { zh: '系统用户', en: 'system user' },
  passphrase: { zh: '口令', en: 'passphrase' },
  retired_on: { zh: '停用日期', en: 'retired on' },
};

const history = historyCommand(
  'operator',
  OPERATOR_TITLE,
  '何春花',
  (db, name) => operatorNamed(db, name).id,
  { titles: TITLES, shown: { role: value => ROLES[value as Role] ?? null } },
  { keyTerm: '<name>', about: () => [] },
);

export const operatorCommands: readonly Command[] = [list, add, change, retire, passphrase, history];

async function keptSecret({ secret }: Context): Promise<string | null> {
  if (secret === undefined) return null;
  // Loaded where it is needed: node's crypto takes longer to load than most commands run.
  return (await import('../passphrase.ts')).keptPassphrase(secret);
}

function active(operator: Operator): Operator {
  const { name, retired_on } = operator;
  if (retired_on !== null)
    refuse(
      { zh: `操作员 ${name} 已于 ${retired_on} 停用`, en: `The operator ${name} retired on ${retired_on}` },
      {
        zh: '恢复工作的，换一个名字新增：tiaochu operator add',
        en: 'Add whoever comes back under another name: tiaochu operator add',
      },
    );
  return operator;
}

function said(operator: string, text: Text): Outcome {
  return { view: lines({ operator }, text), records: [operator] };
}
