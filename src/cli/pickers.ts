import { Ambiguous, Failure } from '../kernel/failure.ts';
import { openToRead } from '../ledger/open.ts';
import type { Db } from '../ledger/sqlite.ts';
import { actDay } from './act-day.ts';
import type { Program } from './command.ts';
import { settingsOf } from './own-settings.ts';
import type { Param, Params } from './param.ts';
import type { Among, ChoicesFor, Picked, Picking, PickingPlace } from './picking.ts';
import { say } from './say.ts';
import { todayOf, zoneOf } from './settings.ts';
import { calledInMessages } from './words/param-name.ts';
import type { Session } from './world.ts';

/** An open ledger in which things are picked while somebody types. */
export interface Pickers {
  readonly place: PickingPlace;
  choicesFor(picked: Picked, among?: Among): ChoicesFor;
  /** The values that a command line gives, once the ledger knows what they name; of several the user picks one. */
  settled(params: Params, input: Given): Promise<Given>;
  close(): void;
}

type Given = Readonly<Record<string, unknown>>;

/** Opens the ledger for questions: a ledger that is missing is refused before the first of them. */
export async function pickersOn(
  path: string,
  session: Session,
  input: Given,
  program: Pick<Program, 'picking'>,
): Promise<Pickers> {
  const picking = await program.picking();
  const db = openToRead(path);
  const place = placeIn(db, session, input);
  return {
    place,
    choicesFor: (picked, among) => picking.choicesFor(place, picked, among),
    settled: async (params, given) => {
      const values: Record<string, unknown> = { ...given };
      for (const [name, param] of Object.entries(params)) {
        const value = given[name];
        if (!param.picks || value === undefined) continue;
        const isQuiet = given.quiet === true;
        const settle = (item: unknown) => settled(param, item, { place, picking, session, isQuiet });
        values[name] = Array.isArray(value) ? await each(value, settle) : await settle(value);
      }
      return values;
    },
    close: () => db.close(),
  };
}

function placeIn(db: Db, { world, lang }: Session, input: Given): PickingPlace {
  const zone = zoneOf(world);
  return { db, day: actDay(input) ?? todayOf(world, zone), lang, unit: settingsOf(world).unit, zone };
}

/** Where and for whom values are settled. */
interface Settling {
  readonly place: PickingPlace;
  readonly picking: Picking;
  readonly session: Session;
  readonly isQuiet: boolean;
}

/** What a value names, if it names something; where it may be several, the user picks one of them. */
async function settled(
  param: Param<unknown>,
  value: unknown,
  { place, picking, session, isQuiet }: Settling,
): Promise<unknown> {
  const { picks, meaning } = param;
  const { world, lang } = session;
  try {
    const code = meaning ? meaning(place, value) : value;
    const taken = code === value || isQuiet ? undefined : param.taken?.(place, value, code);
    if (taken) say(session, 'remark', taken);
    if (picks && typeof code === 'string') picking.check(place, picks, code);
    return code;
  } catch (error) {
    if (!(error instanceof Ambiguous) || !picks) throw error;
    const choices = picking.choicesFor(place, picks, { only: error.codes });
    return (await world.prompter(lang)).search(`${error.text[lang]} (${calledInMessages(param)[lang]})`, choices);
  }
}

/** The refusal of a word that means several, with what each of them is called. */
export async function described(
  { among, codes, text }: Ambiguous,
  path: string,
  session: Session,
  input: Given,
  program: Pick<Program, 'picking'>,
): Promise<Failure> {
  const db = openToRead(path);
  try {
    const place = placeIn(db, session, input);
    const shown = codes.slice(0, MOST_NAMED);
    const labels = (await program.picking()).labels(place, among as Picked, shown);
    // A number that a case had before has no label of its own.
    const named = shown.map(code => `${code} ${labels.get(code)?.replaceAll('  ', ' ') ?? ''}`.trim());
    const more = codes.length > shown.length ? ['…'] : [];
    return new Failure('not-found', text, {
      zh: `是哪一个：${[...named, ...more].join('；')}`,
      en: `Perhaps: ${[...named, ...more].join('; ')}`,
    });
  } finally {
    db.close();
  }
}

/** How many candidates a refusal names. */
const MOST_NAMED = 8;

/** One after the other, since each may ask something. */
async function each(values: readonly unknown[], settle: (value: unknown) => Promise<unknown>): Promise<unknown[]> {
  const settled: unknown[] = [];
  for (const value of values) settled.push(await settle(value));
  return settled;
}
