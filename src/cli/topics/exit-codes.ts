import { keysOf } from '../../kernel/keys.ts';
import type { Text } from '../../kernel/text.ts';
import { EXIT } from '../exit.ts';
import type { Topic } from './topic.ts';

/** What every exit code says, for scripts. */
const MEANINGS: Readonly<Record<keyof typeof EXIT, Text>> = {
  done: { zh: '完成', en: 'done' },
  bug: { zh: '程序内部错误，请告诉维护人员', en: 'an error in the program: please report it' },
  usage: {
    zh: '用法错误：命令、选项或值写得不对，或缺少必填的',
    en: 'usage: a wrong or missing command, option or value',
  },
  'not-found': {
    zh: '找不到：台账里没有这个编号、机构或人',
    en: 'not found: the ledger has no such number, unit or person',
  },
  refused: { zh: '规则不允许：提示里写明原因和下一步', en: 'refused by a rule; the message says why and what to do' },
  rejected: {
    zh: '有退回的行、核对发现问题，或没有达到 --fail-under',
    en: 'rows were rejected, a check found something, or --fail-under was not reached',
  },
  ledger: {
    zh: '台账缺失、正被占用、损坏、版本不符，或台账口令不对',
    en: 'the ledger is missing, busy, damaged, of another version, or encrypted with another passphrase',
  },
  cancelled: { zh: '已取消（Ctrl-C、Esc，或回答了「否」）', en: 'cancelled: Ctrl-C, Esc, or the answer was no' },
};

export const exitCodes: Topic = {
  name: 'exit-codes',
  zh: '退出码',
  title: { zh: '退出码：命令结束时给脚本的数字', en: 'Exit codes: what a command tells a script when it ends' },
  entries: keysOf(EXIT).map(kind => [String(EXIT[kind]), MEANINGS[kind]]),
};
