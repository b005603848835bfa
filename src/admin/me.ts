import { command } from '../cli/command.ts';
import { argument, flag, optional } from '../cli/param.ts';
import { lines } from '../kernel/view.ts';
import { operatorText } from '../operators/own.ts';
import { loadTree } from '../units/store.ts';
import { unitNamed } from '../units/tree.ts';
import { keepSettings } from './own-settings.ts';

/** `tiaochu me 尼尔基镇 何春花`: the unit and the name that commands take where none are given. */
export const me = command({
  name: 'me',
  zh: '本人',
  summary: {
    zh: '设置本人的单位和姓名：登记、办理、调解员、操作员、待办没写明时就用它们',
    en: 'set your unit and name: what registers, acts, mediates and waits where none is given',
  },
  example: 'me 150722100 何春花',
  access: 'read',
  params: {
    unit: optional(argument('[unit]', { zh: '单位（代码或名称）', en: 'your unit' })),
    name: optional(argument('[name]', { zh: '姓名', en: 'your name' })),
    clear: flag('--clear', { zh: '清除本人的单位和姓名', en: 'forget unit and name' }),
  },
  run: ({ db, today, settings, settingsFile, claimed }, { unit, name, clear }) => {
    const tree = loadTree(db, today);
    const own = unit === undefined ? settings.unit : unitNamed(tree, unit).code;
    const kept = clear
      ? { ...settings, unit: '', name: '' }
      : { ...settings, unit: own ?? '', name: name ?? settings.name ?? '' };
    const isChanged = clear || unit !== undefined;
    const known = kept.unit === '' ? undefined : unitNamed(tree, kept.unit);
    const operator = operatorText(db, tree, { ...claimed, own: kept.name || undefined });
    const text =
      known || kept.name
        ? {
            zh: `${known?.name ?? '（没有单位）'} ${known?.code ?? ''} ${kept.name}`.trim(),
            en: `${kept.name} of ${known?.name ?? 'no unit'} ${known?.code ?? ''}`.trim(),
          }
        : NOBODY;
    return {
      view: lines({ unit: known?.code ?? null, name: kept.name || null }, text, ...operator),
      ...(isChanged ? { afterCommit: () => keepSettings(settingsFile, kept) } : {}),
    };
  },
});

const NOBODY = {
  zh: '尚未设置：tiaochu me 单位 姓名',
  en: 'Nothing is set: tiaochu me UNIT NAME',
};
