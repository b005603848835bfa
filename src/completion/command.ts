import { command } from '../cli/command.ts';
import { choice, required } from '../cli/param.ts';
import { untranslated } from '../kernel/text.ts';
import { lines } from '../kernel/view.ts';

const SHELLS = {
  bash: untranslated('bash'),
  zsh: untranslated('zsh'),
  fish: untranslated('fish'),
  powershell: untranslated('powershell'),
} as const;

export const completion = command({
  name: 'completion',
  zh: '补全',
  summary: {
    zh: '打印让终端按 Tab 补全命令、选项、机构和案件编号的脚本',
    en: 'print the script with which a shell completes commands, options, units and numbers of cases',
  },
  example: 'completion bash',
  access: 'none',
  params: {
    shell: {
      ...required(
        choice('--shell <shell>', { zh: '哪种终端：bash、zsh、fish、powershell', en: 'which shell' }, SHELLS),
      ),
      kind: 'argument' as const,
      term: '<shell>',
    },
  },
  run: async (_, { shell }) => {
    const { scriptFor } = await import('./shell-library.ts');
    const text = scriptFor(shell);
    return { view: lines({ shell, script: text }, ...text.split('\n').map(untranslated)) };
  },
});
