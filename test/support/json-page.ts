import type { CommandKeys, KeyUse } from './json-keys.ts';

const INTRO = `# JSON

What \`--format json\` prints. The keys below are frozen: a script may rely on them. A key is added, never renamed and never
removed; \`UPDATE_DOCS=1 npx vitest run test/transcripts.test.ts\` writes this page anew from what the commands print, and a
test fails when a key of it is gone. \`--format json\` 的键固定不变，脚本可以放心使用：只增不改。

## Rules · 约定

- A list or a report is an array of objects, one record or one result an object; tables within a page are arrays under their
  own keys. 列表和报表是数组，单个记录或结果是对象。
- Every object of an array has all its keys; what is not known is \`null\`. 没有的值是 \`null\`，键总是齐全。
- A word of a closed list is two keys: \`status_code\` has the code that options and files take, \`status\` the word in English,
  which may be reworded. 封闭词表的值有两个键：\`…_code\` 是代码，另一个是英文说法。
- Amounts are whole numbers of fen, and their keys end in \`_fen\`. 金额一律以分计，为整数。
- Days are \`2023-05-03\`, instants UTC (\`2023-05-03T01:30:00.000Z\`), shares numbers from 0 to 1, flags \`true\` or \`false\`.
- Names, phones, identity numbers and addresses are masked unless \`--reveal REASON\`. 姓名、电话等默认隐去。
- \`--limit N\` is the most rows. \`--output FILE.json\` writes the same into a file.
- Codes, numbers of cases and days are text; only counts, amounts and shares are numbers.

## Standard error · 标准错误

With \`--format json\` every line of standard error is one object. 每行一个对象。

| key | 中文 | English |
| --- | --- | --- |
| \`error\` | 出错（总是最后一行） | what went wrong; always the last line |
| \`remark\` | 提示 | a remark, such as \`(dry run: nothing was written)\` |
| \`note\` | 口径说明 | a counting rule of what is shown |
| \`detail\` | 逐行的问题 | one of many, such as one a bad row |

Each of them is an object with \`message\` (in the language of \`--lang\`) and, where it is about a place in a file, \`file\`, \`line\`
and \`column\`. An error also has:

| key | 中文 | English |
| --- | --- | --- |
| \`kind\` | 种类 | \`usage\` \`not-found\` \`refused\` \`rejected\` \`ledger\` \`cancelled\` \`bug\` |
| \`exit\` | 退出码 | the exit code: 2 3 4 5 6 130 1 |
| \`hint\` | 下一步 | what to do next, or \`null\` |
| \`details\` | 逐条问题 | objects like the above; \`[]\` where there are none |
| \`stack\` | 内部信息 | only with \`--debug\` |`;

/** Keys of results that no column has, in both languages; nouns of records are explained together. */
const MEANINGS: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  ledger: ['台账文件', 'the file of the ledger'],
  county: ['旗县代码', 'code of the banner or county'],
  verdict: ['结果', 'what was done: added, changed, already there'],
  stepped_back: ['撤销的步骤', 'the move that was stepped back'],
  sum: ['权重之和', 'sum of the weights'],
  on: ['日期', 'the day'],
  units: ['单位数', 'how many units'],
  indicators: ['指标数', 'how many indicators'],
  removed: ['删除的记录数', 'how many records were removed'],
  corrections: ['一并撤销的修改数', 'how many changes were undone with them'],
  year: ['年份', 'the year'],
  assignments_ended: ['结束的包户数', 'how many assignments ended'],
  assignments_restored: ['恢复的包户数', 'how many assignments were restored'],
  corrected: ['更正的走访', 'the visit that was corrected'],
  from: ['起始日期', 'first day'],
  to: ['截止日期', 'last day'],
  previous_from: ['上一期起始日期', 'first day of the one before'],
  previous_to: ['上一期截止日期', 'last day of the one before'],
  heads: ['各组组长', 'the heads of the groups'],
  linked_leaders: ['包联领导', 'the linked leaders'],
  former_code: ['原代码', 'the code before'],
  edition: ['版次', 'the edition'],
  adopted: ['是否通过', 'whether it was carried'],
  entry: ['日志序号', 'the number of the journal entry'],
  hash: ['校验值', 'the hash of the journal entry'],
  key: ['公钥', 'the public key that it is signed with'],
  key_file: ['密钥文件', 'the file of the key'],
  signature: ['签名', 'the signature'],
  signed: ['是否签名', 'whether it is signed'],
  agrees: ['是否相符', 'whether the journal is what it was'],
  entries_since: ['此后的条数', 'how many entries followed'],
};

/** The page: rules, every key with its type and meaning, and the keys of each command. */
export function jsonPage(keys: CommandKeys, nouns: ReadonlyMap<string, readonly [zh: string, en: string]>): string {
  return [INTRO, keyTable(keys, nouns), commandList(keys)].join('\n\n').concat('\n');
}

function keyTable(keys: CommandKeys, nouns: ReadonlyMap<string, readonly [zh: string, en: string]>): string {
  const uses = new Map<string, KeyUse[]>();
  for (const places of keys.values())
    for (const place of places.values())
      for (const [key, use] of place) uses.set(key, [...(uses.get(key) ?? []), ...(use ? [use] : [])]);
  const rows = [...uses].sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, own]) => keyRow(key, own, nouns));
  return ['## Keys · 键', '| key | type | 中文 | English |\n| --- | --- | --- | --- |', '']
    .join('\n\n')
    .trimEnd()
    .concat(`\n${rows.join('\n')}`);
}

function keyRow(key: string, uses: readonly KeyUse[], nouns: ReadonlyMap<string, readonly [string, string]>): string {
  const [zh = '', en = ''] = MEANINGS[key] ?? nouns.get(key) ?? [];
  const all = (of: (use: KeyUse) => string, otherwise: string) => {
    const found = [...new Set(uses.map(of).filter(text => text !== ''))].sort();
    return found.length > 0 ? found.join('; ') : otherwise;
  };
  return `| \`${key}\` | ${all(use => use.type, 'value')} | ${all(use => use.zh, zh)} | ${all(use => use.en, en)} |`;
}

function commandList(keys: CommandKeys): string {
  const lines = [...keys].flatMap(([path, places]) =>
    [...places].map(([at, own]) => `- \`${path}\` ${at}: ${[...own.keys()].map(key => `\`${key}\``).join(' ')}`),
  );
  return `## Commands · 命令\n\n\`array\` is an array of objects with these keys, \`object\` one object, \`object.history\` an array within it.\n\n${lines.sort().join('\n')}`;
}

/** The keys that a page has frozen, as `command place: key`. */
export function frozenIn(page: string): string[] {
  return page.split('\n').flatMap(line => {
    const [, path, at, own] = /^- `([^`]+)` ([\w.-]+): (.*)$/.exec(line) ?? [];
    return own === undefined ? [] : [...own.matchAll(/`([^`]+)`/g)].map(([, key]) => `${path} ${at}: ${key}`);
  });
}
