import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type SmallLedger, smallLedger } from './support/ledger.ts';
import { run } from './support/run.ts';
import { bashIn, ROOT } from './support/spawned.ts';

describe('what a shell can complete', () => {
  let ledger: SmallLedger;
  beforeAll(async () => {
    ledger = await smallLedger({ visits: true });
    const party = ['--applicant', '敖玉兰', '--respondent', '郭海山'];
    const what = ['--grade', 'simple', '--category', '02', '--title', '院墙滴水'];
    await ledger.done('dispute', 'register', '--unit', '150722100200', ...what, ...party, '--on', '2023-06-01');
  });
  afterAll(() => ledger.remove());

  const offered = async (lang: string, ...words: string[]) => {
    const ran = await ledger.run(['complete', '--', ...words], { env: { TIAOCHU_LANG: lang } });
    expect({ code: ran.code, stderr: ran.stderr }).toEqual({ code: 0, stderr: '' });
    const lines = ran.stdout.trimEnd().split('\n');
    return { words: lines.slice(0, -1).map(line => line.split('\t')[0]), all: ran.stdout, last: lines.at(-1) };
  };

  test.each([
    ['zh', ['纠'], ['纠纷']],
    ['zh', ['disp'], ['dispute']],
    ['en', ['dispu'], ['dispute']],
    ['zh', ['纠纷', '登'], ['登记']],
    ['en', ['dispute', 'party', 'a'], ['add']],
    ['zh', ['纠纷', '当事人', ''], ['增加', '修改', '移除']],
    ['zh', ['纠纷', '登记', '--难'], ['--难易']],
    ['en', ['dispute', 'register', '--gr'], ['--grade']],
    ['zh', ['纠纷', '登记', '--难易', ''], ['简易', '复杂', '重大']],
    ['en', ['dispute', 'register', '--grade', 's'], ['simple']],
    ['zh', ['机构', '列表', '--日期', '今'], ['今天']],
    ['zh', ['报表', '覆盖', '--月', ''], ['本月', '上月']],
    ['zh', ['机构', '查看', '尼尔'], ['尼尔基镇']],
    ['en', ['unit', 'show', '1507221002'], ['150722100200', '150722100201']],
    ['zh', ['纠纷', '查看', ''], ['150722100200-2023-1']],
    ['zh', ['nosuch', ''], []],
  ] as const)('%s: %j', async (lang, words, want) => {
    expect((await offered(lang, ...words)).words).toEqual(want);
  });

  test('names of people stay masked', async () => {
    const { all } = await offered('zh', '纠纷', '查看', '');
    expect(all).toContain('院墙滴水');
    expect(all).not.toMatch(/敖玉兰|郭海山/);
  });

  test('an option that was given is not offered again; files are left to the shell', async () => {
    const { words } = await offered('en', 'dispute', 'register', '--grade', 'simple', '--');
    expect(words).toContain('--title');
    expect(words).not.toContain('--grade');
    expect((await offered('en', 'visit', 'import', '')).last).toBe(':0');
    expect((await offered('en', 'unit', 'show', '')).last).toBe(':4');
  });

  test('without a ledger there is nothing to offer, and no complaint', async () => {
    const { code, stdout, stderr } = await run(['complete', '--', 'unit', 'show', '']);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: ':4\n', stderr: '' });
  });

  test.each(['bash', 'zsh', 'fish', 'powershell'])('there is a script for %s', async shell => {
    const { code, stdout } = await run(['completion', shell]);
    expect(code).toBe(0);
    expect(stdout).toContain('tiaochu complete');
  });

  /** Runs a script of a shell in which `tiaochu` is the program, or one that answers what it is told to. */
  const inShell = (shell: string, text: string, answer?: string) => {
    const real = `exec "${process.execPath}" "${join(ROOT, 'bin/tiaochu.js')}" "$@"`;
    const said = `[ "$1" = complete ] && { printf '${answer}\\t\\n:4\\n'; exit; }`;
    const program = ledger.write('tiaochu', `#!/bin/sh\n${answer === undefined ? '' : said}\n${real}\n`);
    chmodSync(program, 0o755);
    writeFileSync(join(ledger.folder, 'try.sh'), text);
    const env = { PATH: `${ledger.folder}:${process.env.PATH}`, TIAOCHU_LANG: 'zh' };
    return bashIn(ledger.folder, `${shell} try.sh`, { env, ledger: ledger.path });
  };
  const wasRun = () => ['RUN', 'vic.db'].filter(name => existsSync(join(ledger.folder, name)));

  test('a real bash completes Chinese words', async () => {
    const { stdout } = inShell('bash', TRY);
    expect(stdout).toBe('纠纷\n登记\n--难易\n简易\n尼尔基镇\njson\n--format\n\n');
  });

  test('bash runs nothing of the line that it completes, nor of what is answered; twice sourced, it says nothing', () => {
    const { stderr } = inShell('bash', HOSTILE);
    expect({ stderr, run: wasRun() }).toEqual({ stderr: '', run: [] });
    const { stdout } = inShell('bash', `${BASH}ask tiaochu unit show ''`, '$(touch RUN)');
    expect({ stdout, run: wasRun() }).toEqual({ stdout: '\\$\\(touch\\ RUN\\)\n', run: [] });
  });

  test.skipIf(spawnSync('zsh', ['--version']).status !== 0)(
    'zsh runs nothing of the word behind an equals sign',
    () => {
      const { stdout } = inShell('zsh -f', ZSH);
      expect({ stdout, run: wasRun() }).toEqual({ stdout: 'completed\n', run: [] });
    },
  );

  test.skipIf(spawnSync('fish', ['--version']).status !== 0)('fish runs nothing of the line that it completes', () => {
    const { stdout } = inShell('fish', FISH);
    expect({ stdout, run: wasRun() }).toEqual({ stdout: 'dispute\n', run: [] });
  });

  test('PowerShell is not left by a typographic quote', async () => {
    const { stdout } = await run(['completion', 'powershell']);
    expect(stdout).toContain(`-replace "['\\u2018-\\u201b]", '$0$0'`);
  });
});

const BASH = `
source <(tiaochu completion bash)
source <(tiaochu completion bash)
compopt() { :; }
ask() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); __tiaochu_complete; echo "\${COMPREPLY[*]}"; }
`;

const TRY = `${BASH}
ask tiaochu 纠
ask tiaochu 纠纷 登
ask tiaochu 纠纷 登记 --难
ask tiaochu 纠纷 登记 --难易 简
ask tiaochu 机构 查看 尼尔
ask tiaochu dispute list --format = j
ask tiaochu dispute list '2>' /dev/null --form
ask tiaochu dispute list '>' vic
`;

const HOSTILE = `${BASH}
ask tiaochu dispute list '>' vic.db --f
ask tiaochu dispute show '$(touch RUN)' ''
ask tiaochu dispute show '\`touch RUN\`'
ask tiaochu dispute show '"$(touch RUN)' '' ';' touch RUN
`;

const ZSH = `
compdef() {}; _describe() {}; _arguments() {}
source <(tiaochu completion zsh)
words=(tiaochu dispute list '--title=$(>RUN)='); CURRENT=4
_tiaochu
echo completed
`;

const FISH = `
tiaochu completion fish | source
complete -C 'tiaochu dispute show (touch RUN) ' > /dev/null
complete -C 'tiaochu dispute list > vic.db --f' > /dev/null
complete -C 'tiaochu disp' | string replace -r '\\t.*' ''
`;
