import type { Area, Command } from '../cli/command.ts';
import { spoken } from '../cli/words/in-chinese.ts';
import type { Choice } from '../cli/world.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { everyCommand, foundCommands, titled } from './command-search.ts';
import { BACK, type Guide, orBack } from './guide.ts';
import { onward } from './onward.ts';

/** All commands: by group and area, or searched for by any words. */
export async function more(guide: Guide): Promise<void> {
  const { program, session, choose } = guide;
  const { lang } = session;
  const groups = [...new Set(program.areas.map(({ group }) => group))];
  const choices = groups.map((group, i) => ({ value: String(i), name: group[lang] }));
  for (;;) {
    const chosen = await choose(WHICH_GROUP, [{ value: SEARCH, name: SEARCH_IT[lang] }, ...choices], BACK);
    if (chosen === undefined) return;
    if (chosen === SEARCH) await searched(guide);
    else await inGroup(guide, groups[Number(chosen)] as Text);
  }
}

const SEARCH = 'search';

async function inGroup(guide: Guide, group: Text): Promise<void> {
  const { program, session, choose } = guide;
  const { lang } = session;
  const areas = program.areas.filter(area => area.group === group);
  const choices = areas.map(({ name, zh, summary }) => ({
    value: name,
    name: titled(lang === 'zh' ? zh : name, spoken(summary, lang)),
  }));
  for (;;) {
    const chosen = await choose(group, choices, BACK);
    const area = areas.find(({ name }) => name === chosen);
    if (!area) return;
    if (area.solo) await onward(guide, [area.name]);
    else await inArea(guide, area);
  }
}

async function inArea(guide: Guide, { name, summary, load }: Area): Promise<void> {
  const {
    session: { lang },
    choose,
  } = guide;
  const commands = await load();
  const choices = commands.map(command => choiceOf(command, command.name, lang));
  for (;;) {
    const verb = await choose(summary, choices, BACK);
    if (verb === undefined) return;
    await onward(guide, [name, ...verb.split(' ')]);
  }
}

/** A command that is looked for by words: in the words of the office, by its names, by what it does. */
async function searched(guide: Guide): Promise<void> {
  const {
    program,
    prompter,
    session: { lang },
  } = guide;
  const all = await everyCommand(program, lang);
  const chosen = await orBack(() =>
    prompter.search(SEARCH_IT[lang], async typed => foundCommands(all, typed), NOTHING[lang]),
  );
  if (chosen !== undefined) await onward(guide, chosen.split(' '));
}

function choiceOf({ name, zh, summary }: Command, value: string, lang: Lang): Choice {
  return { value, name: titled(lang === 'zh' ? zh : name, spoken(summary, lang)) };
}

const WHICH_GROUP: Text = { zh: '哪一类？', en: 'Which kind?' };
const SEARCH_IT: Text = { zh: '按字查找命令', en: 'look for a command by words' };
const NOTHING: Text = {
  zh: '没有这样的命令：换一个说法，如 纠纷 登记、调解、报表；Esc 返回',
  en: 'No such command: use other words, such as dispute register, visit, report; Esc goes back',
};
