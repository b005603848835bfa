import { type Command, command } from '../../cli/command.ts';
import { argument, flag, option, required } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam } from '../../cli/places.ts';
import { asName } from '../../cli/values.ts';
import { covers, endingProblem, OPEN_END } from '../../kernel/day.ts';
import { misuse, notFound, refuse } from '../../kernel/failure.ts';
import { column, lines } from '../../kernel/view.ts';
import { recordChanges } from '../../ledger/events.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { DOMAIN_TITLE, type Domain, SEPARATORS } from '../domain.ts';
import { allDomains, insertDomain, lastVisitFor, updateDomain } from '../store.ts';

const MOST = 30;
const codeArgument = argument('<code>', { zh: '领域代码', en: 'the domain’s code' });

const list = command({
  name: 'list',
  zh: '列表',
  summary: { zh: '列出工作领域（3 项重点工作和其他）', en: 'list the task domains: three key ones and others' },
  example: 'domain list',
  access: 'read',
  params: { on: asOfParam, all: flag('--all', { zh: '含已停用的', en: 'closed ones too' }) },
  run: async ({ db, today }, input) => ({
    view: {
      shape: 'table',
      columns: [
        column('code', '代码', 'Code'),
        column('name_zh', '中文名', 'Chinese name'),
        column('name_en', '英文名', 'English name'),
        column('is_key', '重点', 'Key', 'flag'),
        column('from_on', '起始日期', 'From', 'day'),
        column('to_on', '截止日期', 'Until', 'day'),
      ],
      rows: (await allDomains(db)).filter(d => input.all || covers(d, input.on ?? today)).map(d => ({ ...d })),
    },
  }),
});

const add = command({
  name: 'add',
  zh: '新增',
  summary: { zh: '新增一个工作领域', en: 'add a task domain' },
  example: 'domain add --code fire --name-zh 森林防火 --name-en "forest fire prevention" --on 2023-05-01',
  access: 'write',
  params: {
    code: required(option('--code <code>', { zh: '领域代码（小写英文）', en: 'code' })),
    nameZh: required(option('--name-zh <name>', { zh: '中文名', en: 'Chinese name' }, asDomainName)),
    nameEn: required(option('--name-en <name>', { zh: '英文名', en: 'English name' }, asDomainName)),
    on: onParam,
  },
  run: async ({ db, today }, input) => {
    const domains = await allDomains(db);
    if (!/^[a-z][a-z0-9-]*$/.test(input.code))
      misuse({
        zh: '领域代码只用小写字母、数字和连字符',
        en: 'A domain code has small letters, digits and hyphens only',
      });
    refuseKnownNames(domains, [input.code, input.nameZh, input.nameEn]);
    if (domains.length >= MOST)
      refuse({ zh: `工作领域最多 ${MOST} 个`, en: `There can be at most ${MOST} task domains` });
    const id = Math.max(0, ...domains.map(d => d.id)) + 1;
    insertDomain(db, {
      id,
      code: input.code,
      name_zh: input.nameZh,
      name_en: input.nameEn,
      from_on: input.on ?? today,
      to_on: OPEN_END,
    });
    return {
      view: lines(
        { domain: input.code },
        { zh: `已新增工作领域 ${input.code} ${input.nameZh}`, en: `Added task domain ${input.code}` },
      ),
      records: [input.code],
    };
  },
});

const change = command({
  name: 'change',
  zh: '修改',
  summary: { zh: '修改工作领域的名称', en: 'rename a task domain' },
  example: 'domain change law --name-zh 普法宣传',
  access: 'write',
  params: {
    code: codeArgument,
    nameZh: option('--name-zh <name>', { zh: '中文名', en: 'Chinese name' }, asDomainName),
    nameEn: option('--name-en <name>', { zh: '英文名', en: 'English name' }, asDomainName),
    reason: reasonParam,
  },
  run: async ({ db, stamp }, input) => {
    const domain = await domainCoded(db, input.code);
    const wishes = { name_zh: input.nameZh ?? domain.name_zh, name_en: input.nameEn ?? domain.name_en };
    const changes = (['name_zh', 'name_en'] as const)
      .filter(field => wishes[field] !== domain[field])
      .map(field => ({ field, old: domain[field], new: wishes[field] }));
    const others = (await allDomains(db)).filter(other => other.id !== domain.id);
    refuseKnownNames(others, [wishes.name_zh, wishes.name_en]);
    if (changes.length === 0) misuse({ zh: '没有要修改的内容', en: 'There is nothing to change' });
    for (const { field, new: value } of changes) updateDomain(db, domain.id, field, value);
    recordChanges(db, 'domain', domain.id, changes, stamp(undefined, input.reason));
    return {
      view: lines({ domain: domain.code }, { zh: `已修改 ${domain.code}`, en: `Changed ${domain.code}` }),
      records: [domain.code],
    };
  },
});

const close = command({
  name: 'close',
  zh: '停用',
  summary: { zh: '从某日起停用一个工作领域', en: 'close a task domain from a day on' },
  example: 'domain close discipline --on 2024-01-01',
  access: 'write',
  params: { code: codeArgument, on: onParam, reason: reasonParam },
  run: async ({ db, stamp, today }, input) => {
    const on = input.on ?? today;
    const domain = await domainCoded(db, input.code);
    const wrong = endingProblem(domain.code, domain, on);
    if (wrong) refuse(wrong);
    const last = lastVisitFor(db, domain);
    if (last !== undefined && last >= on)
      refuse({ zh: `${last} 的走访还属于 ${domain.code}`, en: `There is a visit for ${domain.code} on ${last}` });
    updateDomain(db, domain.id, 'to_on', on);
    recordChanges(db, 'domain', domain.id, [{ field: 'to_on', old: domain.to_on, new: on }], stamp(on, input.reason));
    return {
      view: lines(
        { domain: domain.code, to_on: on },
        { zh: `${domain.code} 自 ${on} 起停用`, en: `${domain.code} is closed from ${on} on` },
      ),
      records: [domain.code],
    };
  },
});

export const domainCommands: readonly Command[] = [list, add, change, close];

async function domainCoded(db: Db, code: string) {
  return (await allDomains(db)).find(d => d.code === code || d.name_zh === code) ?? notFound(DOMAIN_TITLE, code);
}

/** A word in a file must name one domain: codes and names in both languages are all different. */
function refuseKnownNames(domains: readonly Domain[], words: readonly string[]): void {
  const clash = domains.find(domain =>
    [domain.code, domain.name_zh, domain.name_en].some(word => words.includes(word)),
  );
  if (!clash) return;
  refuse({
    zh: `已有领域 ${clash.code} ${clash.name_zh}`,
    en: `There is already ${clash.code} (${clash.name_en})`,
  });
}

function asDomainName(text: string): string {
  const name = asName(text);
  return SEPARATORS.test(name)
    ? misuse({ zh: '名称里不能有分隔符（; 、 , |）', en: 'a name must not contain separators (; , |)' })
    : name;
}
