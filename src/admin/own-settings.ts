import { dirname } from 'node:path';
import { SETTING_NAMES, type Setting, type Settings } from '../cli/own-settings.ts';
import { unwritable } from '../cli/targets.ts';
import { writeFile } from '../disk/file.ts';
import { makeFolder } from '../disk/make-folder.ts';
import { misuse } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import { column, type Table } from '../kernel/view.ts';

/** Keeps a user's settings; a setting that is empty is left out. Throws a usage Failure where the system has no place for them. */
export function keepSettings(file: string | undefined, settings: Settings): void {
  const kept = Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== ''));
  const path =
    file ??
    misuse(
      { zh: '没有可以存放设置的地方', en: 'There is no place for settings' },
      { zh: '用环境变量 TIAOCHU_CONFIG 指定一个文件', en: 'Name a file with TIAOCHU_CONFIG' },
    );
  try {
    makeFolder(dirname(path), 0o777);
    writeFile(path, [`${JSON.stringify(kept, null, 2)}\n`]);
  } catch (error) {
    throw unwritable(error, path);
  }
}

/** All settings, those that are not set, too. */
export function settingsTable(settings: Settings, file: string | undefined): Table {
  return {
    shape: 'table',
    title: { zh: '本人的设置', en: 'Your settings' },
    columns: [
      column('key', '名称', 'Name', 'code'),
      column('value', '值', 'Value', 'code'),
      column('what', '说明', 'What it is'),
    ],
    rows: keysOf(SETTING_NAMES).map((key: Setting) => ({
      key,
      value: settings[key] ?? null,
      what: SETTING_NAMES[key],
    })),
    notes: file === undefined ? [] : [{ zh: `存放在 ${file}`, en: `kept in ${file}` }],
  };
}
