import type { Program } from '../cli/command.ts';
import { everydayCommands } from '../cli/words/everyday-words.ts';
import { spoken } from '../cli/words/in-chinese.ts';
import type { Choice } from '../cli/world.ts';
import type { Lang } from '../kernel/text.ts';

/** A command as it is looked for: its area and its verb as they are called in either language. */
export interface KnownCommand extends Choice {
  readonly areas: readonly string[];
  readonly verbs: readonly string[];
}

/** As many as can be read at a glance. */
const MOST = 10;

export async function everyCommand({ areas }: Program, lang: Lang): Promise<KnownCommand[]> {
  const loaded = await Promise.all(areas.map(async area => ({ area, commands: await area.load() })));
  return loaded.flatMap(({ area, commands }) =>
    commands.map(command => {
      const path = area.solo ? area.name : `${area.name} ${command.name}`;
      const zh = area.solo ? area.zh : `${area.zh} ${command.zh}`;
      return {
        value: path,
        name: titled(lang === 'zh' ? `${zh} ${path}` : path, spoken(command.summary, lang)),
        areas: [area.name, area.zh].map(joined),
        verbs: area.solo ? [] : [command.name, command.zh].map(joined),
      };
    }),
  );
}

export const titled = (name: string, summary: string) => `${name}  ${summary}`;

/**
 * The commands that some words mean, the likeliest first: the one that is called so, with or without a space; those of an area
 * or with a verb of that name; those whose name begins so; those for what people at the counter call things; then all in whose
 * name and summary the words are.
 */
export function foundCommands(all: readonly KnownCommand[], typed: string): readonly Choice[] {
  const words = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const everyday = words.length === 0 ? [] : everydayCommands(typed);
  const rank = (command: KnownCommand) => {
    const named = rankByName(command, joined(typed));
    if (named < NOT_NAMED) return named;
    if (everyday.includes(command.value)) return NOT_NAMED;
    return words.every(word => command.name.toLowerCase().includes(word)) ? NOT_NAMED + 1 : Number.POSITIVE_INFINITY;
  };
  return all
    .map(command => ({ command, at: rank(command) }))
    .filter(({ at }) => at < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.at - b.at)
    .map(({ command: { value, name } }) => ({ value, name }))
    .slice(0, MOST);
}

/** The rank of a command that is not called what was typed. */
const NOT_NAMED = 4;

function rankByName({ areas, verbs }: KnownCommand, typed: string): number {
  if (typed === '') return NOT_NAMED;
  const names = areas.map((area, i) => `${area}${verbs[i] ?? ''}`);
  if (names.includes(typed)) return 0;
  if (areas.includes(typed)) return 1;
  if (verbs.includes(typed)) return 2;
  return names.some(name => name.startsWith(typed)) ? 3 : NOT_NAMED;
}

/** A name without its spaces and hyphens, which nobody need type. */
const joined = (name: string) => name.toLowerCase().replace(/[\s-]+/g, '');
