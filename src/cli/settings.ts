import { type Day, isDay } from '../kernel/day.ts';
import { misuse } from '../kernel/failure.ts';
import { LANGS, type Lang, type Text } from '../kernel/text.ts';
import { CHINA, dayIn, type Zone, zoneNamed } from '../kernel/zone.ts';
import { type Settings, settingsOf } from './own-settings.ts';
import type { Session, World } from './world.ts';

/** The language: `--lang`, then TIAOCHU_LANG, the user's own setting, the locale. */
function langOf(world: World): Lang {
  const { argv, env } = world;
  const named = givenTo(argv, '--lang');
  const known = LANGS.find(lang => lang === named) ?? LANGS.find(lang => lang === env.TIAOCHU_LANG);
  const own = known ?? LANGS.find(lang => lang === settingsOrNone(world).lang);
  if (own) return own;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || world.locale();
  return locale.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/**
 * The session of a command line: its language, and whether it asks for JSON. Read before anything else, since a command line
 * that cannot be understood is a message, too.
 */
export function sessionOf(world: World): Session {
  return {
    world,
    lang: langOf(world),
    proven: new Set(),
    asJson: FORMAT.some(name => givenTo(world.argv, name)?.toLowerCase() === 'json'),
  };
}

/** What the option for the format is called: scripts may write it in any of these ways. */
const FORMAT = ['--format', '-f', '--格式'];

/** The value of an option among words that nobody has looked at yet. */
function givenTo(argv: readonly string[], option: string): string | undefined {
  const at = argv.findIndex(word => word === option || word.startsWith(`${option}=`));
  return argv[at] === option ? argv[at + 1] : argv[at]?.slice(option.length + 1);
}

/** Settings that cannot be read are complained about once the language is known. */
function settingsOrNone(world: World): Settings {
  try {
    return settingsOf(world);
  } catch {
    return {};
  }
}

/** The time zone of the office: China's, or TIAOCHU_TZ, whatever the zone of this machine is. */
export function zoneOf({ env }: World): Zone {
  return env.TIAOCHU_TZ ? zoneNamed(env.TIAOCHU_TZ) : CHINA;
}

/** Today in a time zone, or TIAOCHU_TODAY for scripts and tests. */
export function todayOf(world: World, zone: Zone): Day {
  const fixed = world.env.TIAOCHU_TODAY;
  if (!fixed) return dayIn(zone, world.now());
  if (!isDay(fixed))
    misuse({
      zh: `环境变量 TIAOCHU_TODAY 的值「${fixed}」不是日期，例如 2023-12-31`,
      en: `TIAOCHU_TODAY holds "${fixed}", which is not a day; write it like 2023-12-31`,
    });
  return fixed;
}

/** Who says he acts. */
export interface Claimed {
  /** `--as` or TIAOCHU_OPERATOR. */
  readonly named: string | undefined;
  /** The name that the user has set. */
  readonly own: string | undefined;
  readonly systemUser: string;
}

/** Who says he acts, by the command line, the environment, his own setting and the system. */
export function claimedBy(world: World, given: { readonly as?: unknown }): Claimed {
  return {
    named: asName((given.as as string | undefined) || world.env.TIAOCHU_OPERATOR),
    own: asName(settingsOf(world).name),
    systemUser: world.user(),
  };
}

const LONGEST_NAME = 60;

/** A name as the journal keeps it; it is shown wherever the journal is. */
function asName(name: string | undefined): string | undefined {
  if (!name) return undefined;
  if (/[\p{Cc}\p{Cf}]/u.test(name) || [...name].length > LONGEST_NAME)
    misuse(
      {
        zh: `操作员姓名须在一行以内，不含控制字符，不超过 ${LONGEST_NAME} 个字`,
        en: `The name of an operator is one line without control characters, of at most ${LONGEST_NAME} letters`,
      },
      {
        zh: '请检查 --as、环境变量 TIAOCHU_OPERATOR 和 tiaochu me 里的姓名',
        en: 'Check --as, TIAOCHU_OPERATOR, and the name that tiaochu me keeps',
      },
    );
  return name;
}

/** What is said of a language that the environment names and the program does not have; nothing of another. */
export function languageRemark({ env }: World): Text | undefined {
  const named = env.TIAOCHU_LANG;
  if (!named || LANGS.some(lang => lang === named)) return undefined;
  const shown = named.replace(/[\p{Cc}\p{Cf}]/gu, '').slice(0, LONGEST_NAME);
  return {
    zh: `没有环境变量 TIAOCHU_LANG 写的语言「${shown}」，可写 zh 或 en`,
    en: `TIAOCHU_LANG names "${shown}", which there is not: write zh or en`,
  };
}

/** Which ledger: `--ledger`, TIAOCHU_LEDGER, or tiaochu.db in this folder. */
export function ledgerOf(world: World, named: string | undefined): string {
  const path = named ?? (world.env.TIAOCHU_LEDGER || settingsOf(world).ledger || 'tiaochu.db');
  if (path.trim() !== path || path === '')
    misuse({
      zh: `台账文件名「${path}」首尾不能有空格，也不能为空`,
      en: `The ledger’s name "${path}" must not be empty, nor begin or end with a space`,
    });
  return path;
}
