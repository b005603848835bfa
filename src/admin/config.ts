import { command } from '../cli/command.ts';
import { SETTING_NAMES, type Setting } from '../cli/own-settings.ts';
import { argument } from '../cli/param.ts';
import { LIST } from '../cli/verbs.ts';
import { misuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { LANGS } from '../kernel/text.ts';
import { keepSettings, settingsTable } from './own-settings.ts';

const KEYS = keysOf(SETTING_NAMES);

function asSetting(text: string): Setting {
  return (
    KEYS.find(key => key === text) ??
    misuse({
      zh: `没有「${text}」这个设置：${KEYS.join('、')}`,
      en: `There is no setting "${text}": ${KEYS.join(', ')}`,
    })
  );
}

const list = command({
  ...LIST,
  access: 'none',
  summary: { zh: '列出本人的设置', en: 'list your settings' },
  example: 'config list',
  params: {},
  run: ({ settings, settingsFile }) => ({ view: settingsTable(settings, settingsFile) }),
});

const set = command({
  name: 'set',
  zh: '设置',
  summary: { zh: '改一项设置；值为空则清除', en: 'change a setting; an empty value clears it' },
  example: 'config set lang zh',
  access: 'none',
  params: {
    key: argument(
      '<key>',
      { zh: '名称：unit、name、ledger、lang', en: 'its name: unit, name, ledger, lang' },
      asSetting,
    ),
    value: argument('<value>', { zh: '值', en: 'its value' }),
  },
  run: ({ settings, settingsFile }, { key, value }) => {
    if (key === 'lang' && value !== '' && !LANGS.some(lang => lang === value))
      misuse({ zh: `语言是 zh 或 en，不是「${value}」`, en: `The language is zh or en, not "${value}"` });
    const kept = { ...settings, [key]: value };
    return { view: settingsTable(kept, settingsFile), afterCommit: () => keepSettings(settingsFile, kept) };
  },
});

export const configCommands = [list, set];
