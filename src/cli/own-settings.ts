import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../kernel/failure.ts';
import { keysOf } from '../kernel/keys.ts';
import type { Text } from '../kernel/text.ts';
import type { World } from './world.ts';

/** What a user says once instead of in every command. */
export const SETTING_NAMES = {
  unit: { zh: '本人单位（代码）', en: 'my unit, by its code' },
  name: { zh: '本人姓名', en: 'my name' },
  ledger: { zh: '台账文件', en: 'the ledger' },
  lang: { zh: '语言：zh、en', en: 'language: zh or en' },
} as const satisfies Record<string, Text>;

export type Setting = keyof typeof SETTING_NAMES;
export type Settings = Readonly<Partial<Record<Setting, string>>>;

/** Where the settings of a user are: TIAOCHU_CONFIG, or the usual place of the system; undefined where there is none. */
export function settingsFile({ env }: Pick<World, 'env'>, platform: string = process.platform): string | undefined {
  if (env.TIAOCHU_CONFIG !== undefined) return env.TIAOCHU_CONFIG || undefined;
  const folder = usualFolder(env, platform);
  return folder && join(folder, 'tiaochu', 'settings.json');
}

function usualFolder(env: World['env'], platform: string): string | undefined {
  if (platform === 'win32') return env.APPDATA;
  if (platform === 'darwin') return env.HOME && join(env.HOME, 'Library', 'Application Support');
  return env.XDG_CONFIG_HOME || (env.HOME && join(env.HOME, '.config'));
}

/** The user's settings; none where there is no file. Throws a usage Failure for a file that is no settings. */
export function settingsOf(world: Pick<World, 'env'>): Settings {
  const file = settingsFile(world);
  const text = file && textIn(file);
  if (!text) return {};
  const read = parsedIn(text);
  if (read && keysOf(read).every(key => key in SETTING_NAMES && typeof read[key] === 'string')) return read;
  throw new Failure(
    'usage',
    { zh: `设置文件 ${file} 不能识别`, en: `The settings in ${file} cannot be understood` },
    { zh: '删除它，再用 tiaochu me 重新设置', en: 'Delete the file, and set them again with tiaochu me' },
  );
}

function textIn(file: string): string | undefined {
  try {
    // A device or a pipe may never end.
    return statSync(file).isFile() ? readFileSync(file, 'utf8').replace(/^\uFEFF/, '') : undefined;
  } catch {
    // Without settings every command says all it needs: a file that cannot be read keeps nobody from working.
    return undefined;
  }
}

function parsedIn(text: string): Settings | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
