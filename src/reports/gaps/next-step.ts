import type { Text } from '../../kernel/text.ts';
import { ROOM_KINDS, type RoomKind } from '../../sites/room.ts';
import { SITE_KINDS, type SiteKind } from '../../sites/site.ts';
import type { UnitTerm } from '../../units/tree.ts';
import type { Step } from '../../village-rules/step.ts';

/** A code that is free, and the number in it. */
export interface Fresh {
  readonly code: string;
  readonly number: number;
}

/** Gives codes that nothing has yet, each once: the first free number behind a prefix. */
export function freshCodes(inUse: Iterable<string>): (prefix: string) => Fresh {
  const known = new Set(inUse);
  return prefix => {
    let number = 1;
    while (known.has(codeOf(prefix, number))) number++;
    const code = codeOf(prefix, number);
    known.add(code);
    return { code, number };
  };
}

function codeOf(prefix: string, number: number): string {
  return prefix + (/[SPRT]$/.test(prefix) ? String(number).padStart(2, '0') : number);
}

/** A value that only the office knows; the command refuses it where it is left so. */
const OPEN = '…';

export function addSite(unit: UnitTerm, kind: keyof typeof WORDS, { code }: Fresh): Text {
  const { zh, en } = WORDS[kind];
  const rest = `--unit-code ${unit.code} --code ${code} --name ${word(unit.name + SITE_KINDS[kind].zh)}`;
  return { zh: `tiaochu site add --kind ${zh} ${rest}`, en: `tiaochu site add --kind ${en} ${rest}` };
}

/** Kinds of site as `site add` takes them. */
const WORDS = {
  command_centre: { zh: '指挥中心', en: 'centre' },
  work_station: { zh: '工作站', en: 'station' },
  working_group: { zh: '工作小组', en: 'group' },
} as const satisfies Partial<Record<SiteKind, Text>>;

export function addHead(site: string, duty: string, { code }: Fresh): string {
  return `tiaochu post add --site-code ${site} --code ${code} --role head --duty-title ${duty} --holder ${OPEN}`;
}

export function addRoom(site: string, kind: RoomKind, { code }: Fresh): string {
  return `tiaochu room add --site-code ${site} --code ${code} --kind ${kind} --name ${ROOM_KINDS[kind].zh}`;
}

export function addPost(site: string, establishment: string, { code }: Fresh): string {
  return `tiaochu post add --site-code ${site} --code ${code} --role member --establishment-code ${establishment} --holder ${OPEN}`;
}

export function nameLeader(unit: UnitTerm): string {
  return `tiaochu team lead ${unit.code} --cadre ${OPEN}`;
}

export function addMainTask(number: number): string {
  return `tiaochu domain add --kind main --code main-${number} --name-zh ${OPEN} --name-en ${OPEN}`;
}

export function nameMainTask(code: string): string {
  return `tiaochu domain change ${code} --name-zh ${OPEN} --name-en ${OPEN}`;
}

export function tellAgency(unit: UnitTerm, { code }: Fresh): string {
  const what = `--code ${code} --subject agency --topic 信访代办 --kind ${OPEN}`;
  return `tiaochu outreach add --unit-code ${unit.code} ${what} --held-on ${OPEN}`;
}

export function addRules(unit: UnitTerm, { code, number }: Fresh): string {
  const what = `--code ${code} --kind rule --title ${word(`${unit.name}村规民约`)} --edition ${number}`;
  return `tiaochu village-rule add --unit-code ${unit.code} ${what} --adopted-on ${OPEN}`;
}

export function stepRules(unit: UnitTerm, version: number, step: Step): string {
  const votes = step === 'vote' ? ` --present ${OPEN} --for ${OPEN} --against ${OPEN}` : '';
  return `tiaochu village-rule step ${unit.code} --edition ${version} --step ${step} --on ${OPEN}${votes}`;
}

export function addMediator(unit: UnitTerm, { code }: Fresh): string {
  return `tiaochu mediator add --unit-code ${unit.code} --code ${code} --name ${OPEN}`;
}

export function fileRules(code: string): string {
  return `tiaochu village-rule change ${code} --filed-on ${OPEN}`;
}

/** A name as one word of a command line. */
function word(text: string): string {
  return /^[\p{L}\p{N}_.·-]+$/u.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}
