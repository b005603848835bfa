import type { Text } from '../kernel/text.ts';

const DAMAGED: Text = {
  zh: '文件已损坏：请保留它，改用最近的备份：tiaochu restore 备份文件；没有备份的，抢救能读出的部分：tiaochu recover 新文件',
  en: 'the file is damaged: keep it, and go back to the latest backup: tiaochu restore FILE; without one, save what is readable: tiaochu recover NEW.db',
};

const TAMPERED: Text = {
  zh: '有人不经命令改动了文件：请保留它，用另存的校验值核验（tiaochu log verify 文件），再改用改动之前的备份：tiaochu restore 备份文件',
  en: 'somebody changed the file without a command: keep it, compare it with a hash kept elsewhere (tiaochu log verify FILE), and go back to a backup from before the change: tiaochu restore FILE',
};

/** A ledger that was saved from a damaged one has lost what could not be read. */
const LOST: Text = {
  zh: '台账是抢救出来的，抢救时读不出的内容会列在这里：有备份的，从中补录；不是抢救所致的，有人不经命令改动了文件（tiaochu log verify 文件）',
  en: 'this ledger was recovered from a damaged one, and what could not be read is listed here: enter it again, from a backup if there is one; what is not explained by that somebody changed without a command (tiaochu log verify FILE)',
};

/** What to do about findings that mean that the file is not what the program wrote. */
const OF_THE_FILE: Readonly<Record<string, Text>> = {
  integrity: DAMAGED,
  references: TAMPERED,
  schema: TAMPERED,
  journal: TAMPERED,
  'journal-gap': TAMPERED,
  'row-changed': TAMPERED,
  'row-missing': TAMPERED,
  'row-unexplained': TAMPERED,
};

/** The commands that show and that correct the records of a check, by the word that its name begins with. */
const COMMANDS: Readonly<Record<string, readonly [show: string, change: string]>> = {
  scheme: ['assessment list', 'assessment change'],
  manual: ['assessment entered', 'assessment enter'],
  frozen: ['assessment verify', 'assessment freeze'],
  case: ['dispute show', 'dispute step-back'],
  dispute: ['dispute show', 'dispute step-back'],
  petition: ['petition show', 'petition step-back'],
  agent: ['agent show', 'petition reassign'],
  stationing: ['stationing list', 'stationing close'],
  window: ['window show', 'window change'],
  service: ['service list', 'service change'],
  deadline: ['deadline list', 'deadline change'],
  holiday: ['holiday list', 'holiday import'],
  confirmation: ['deadline list', 'deadline unconfirm'],
  expert: ['expert show', 'expert change'],
  invitation: ['dispute show', 'dispute invite'],
  guidance: ['guidance show', 'guidance change'],
  assignment: ['household show', 'assignment change'],
  household: ['household show', 'household change'],
  meeting: ['meeting show', 'meeting change'],
  action: ['meeting show', 'meeting item change'],
  need: ['need show', 'need change'],
  operator: ['operator list', 'operator add'],
  site: ['site show', 'site change'],
  cadre: ['cadre show', 'cadre change'],
  team: ['team show', 'team lead'],
  pair: ['pair show', 'pair change'],
  unit: ['unit show', 'unit change'],
  village: ['village-rule show', 'village-rule change'],
  visit: ['visit show', 'visit correct'],
  diary: ['visit show', 'visit correct'],
  imports: ['import list', 'import undo'],
  replay: ['log', 'restore'],
  resolution: ['report resolution', 'dispute step-back'],
};

/** What was changed by hand is found as a row, too: whatever is left then was entered so. */
function correct(check: string, isByHand: boolean): Text {
  const [first = ''] = check.split('-');
  const [show, change] = COMMANDS[first] ?? ['log', 'restore'];
  const [zh, en] = isByHand
    ? ['先照 row- 的那一条办理；还有的，', 'first what row- says; for what is left, ']
    : ['', ''];
  return {
    zh: `${zh}用 tiaochu ${show} 查看，用 tiaochu ${change} 更正`,
    en: `${en}tiaochu ${show} shows it, tiaochu ${change} corrects it`,
  };
}

/** What to do about the findings of some checks: each advice once, with the checks that it is for. */
export function adviceFor(checks: readonly string[], isRecovered: boolean): Text[] {
  const isByHand = checks.some(check => check.startsWith('row-'));
  const names = new Map<string, { readonly advice: Text; readonly found: string[] }>();
  for (const check of checks) {
    const ofFile = OF_THE_FILE[check];
    const advice = (ofFile === TAMPERED && isRecovered ? LOST : ofFile) ?? correct(check, isByHand);
    const known = names.get(advice.en) ?? { advice, found: [] };
    known.found.push(check);
    names.set(advice.en, known);
  }
  return [...names.values()].map(({ advice, found }) => ({
    zh: `${found.join('、')}：${advice.zh}`,
    en: `${found.join(', ')}: ${advice.en}`,
  }));
}
