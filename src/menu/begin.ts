import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { askFor } from '../cli/asking.ts';
import { settingsFile, settingsOf } from '../cli/own-settings.ts';
import { option, picks } from '../cli/param.ts';
import { pickersOn } from '../cli/pickers.ts';
import { ledgerOf } from '../cli/settings.ts';
import type { Text } from '../kernel/text.ts';
import { type Guide, orBack } from './guide.ts';

/** Whether there is a ledger; where there is none, one is offered. */
export async function begun({ session: { world, lang }, choose, go }: Guide): Promise<boolean> {
  const path = ledgerOf(world, undefined);
  if (existsSync(path)) return true;
  const chosen = await choose(
    {
      zh: `没有台账文件 ${resolve(path)}，怎么开始？`,
      en: `There is no ledger ${resolve(path)}. How do you want to begin?`,
    },
    [
      { value: 'init', name: NEW[lang] },
      { value: 'demo', name: DEMO[lang] },
    ],
    LEAVE,
  );
  if (chosen === undefined) return false;
  await go(chosen === 'init' ? ['init'] : ['demo', '--scale', 'village', '--ledger', path]);
  return existsSync(path);
}

/** Offers to keep the user's unit and name, where neither is set and settings can be kept. */
export async function introduced({ session, program, prompter, go }: Guide): Promise<void> {
  const { world, lang } = session;
  const own = settingsOf(world);
  if (!settingsFile(world) || own.unit !== undefined || own.name !== undefined) return;
  await orBack(async () => {
    if (!(await prompter.confirm(KEEP[lang], true))) return;
    const pickers = await pickersOn(ledgerOf(world, undefined), session, {}, program);
    try {
      const unit = await askFor(UNIT, session, { pickers });
      const name = await askFor(NAME, session);
      await go(['me', unit, name]);
    } finally {
      pickers.close();
    }
  });
}

const UNIT = picks('unit', option('--unit <unit>', { zh: '您的单位', en: 'your unit' }));
const NAME = option('--name <name>', { zh: '您的姓名', en: 'your name' });

const NEW: Text = { zh: '建立新台账', en: 'create a new ledger' };
const DEMO: Text = { zh: '先用演示数据试一试（一个村）', en: 'try it with invented data of one village' };
const LEAVE: Text = { zh: '退出', en: 'leave' };
const KEEP: Text = {
  zh: '记住您的单位和姓名，以后不必再填？',
  en: 'Keep your unit and name, so that you need not write them again?',
};
