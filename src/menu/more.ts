import type { Area, Command, Program } from '../cli/command.ts';
import { everydayCommands } from '../cli/words/everyday-words.ts';
import type { Choice } from '../cli/world.ts';
import type { Lang, Text } from '../kernel/text.ts';
import { BACK, type Guide, orBack } from './guide.ts';

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
  const { program, session, choose, go } = guide;
  const { lang } = session;
  const areas = program.areas.filter(area => area.group === group);
  const choices = areas.map(({ name, zh, summary }) => ({
    value: name,
    name: titled(lang === 'zh' ? zh : name, summary[lang]),
  }));
  for (;;) {
    const chosen = await choose(group, choices, BACK);
    const area = areas.find(({ name }) => name === chosen);
    if (!area) return;
    if (area.solo) await go([area.name]);
    else await inArea(guide, area);
  }
}

async function inArea({ session: { lang }, choose, go }: Guide, { name, summary, load }: Area): Promise<void> {
  const commands = await load();
  const choices = commands.map(command => choiceOf(command, command.name, lang));
  for (;;) {
    const verb = await choose(summary, choices, BACK);
    if (verb === undefined) return;
    await go([name, ...verb.split(' ')]);
  }
}

/** A command that is looked for by words: in the words of the office, by its names, by what it does. */
async function searched({ program, prompter, session: { lang }, go }: Guide): Promise<void> {
  const all = await everyCommand(program, lang);
  const chosen = await orBack(() => prompter.search(SEARCH_IT[lang], async typed => found(all, typed)));
  if (chosen !== undefined) await go(chosen.split(' '));
}

/** As many as can be read at a glance. */
const MOST = 10;

function found(all: readonly Choice[], typed: string): readonly Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const everyday = typed.trim() === '' ? [] : everydayCommands(typed);
  const likely = all.filter(({ value }) => everyday.includes(value));
  const named = all.filter(({ name }) => words.every(word => name.toLowerCase().includes(word)));
  return [...new Set([...likely, ...named])].slice(0, MOST);
}

async function everyCommand({ areas }: Program, lang: Lang): Promise<Choice[]> {
  const loaded = await Promise.all(areas.map(async area => ({ area, commands: await area.load() })));
  return loaded.flatMap(({ area, commands }) =>
    commands.map(command => {
      const path = area.solo ? area.name : `${area.name} ${command.name}`;
      const zh = area.solo ? area.zh : `${area.zh} ${command.zh}`;
      return { value: path, name: titled(lang === 'zh' ? `${zh} ${path}` : path, command.summary[lang]) };
    }),
  );
}

function choiceOf({ name, zh, summary }: Command, value: string, lang: Lang): Choice {
  return { value, name: titled(lang === 'zh' ? zh : name, summary[lang]) };
}

const titled = (name: string, summary: string) => `${name}  ${summary}`;

const WHICH_GROUP: Text = { zh: '哪一类？', en: 'Which kind?' };
const SEARCH_IT: Text = { zh: '按字查找命令', en: 'look for a command by words' };
