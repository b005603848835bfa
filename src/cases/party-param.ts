import type { Param } from '../cli/param.ts';
import { type PartyWords, ROLES, type Role } from './party.ts';
import { readParties } from './party-text.ts';

/** The option that names the parties of a role; one value may name several, and it can be given several times. */
export function partiesParam(role: Role, most?: number): Param<readonly PartyWords[], false> {
  const { zh, en } = ROLES[role];
  const limit = most === undefined ? { zh: '', en: '' } : { zh: `，最多 ${most} 名`, en: `, at most ${most}` };
  const summary = {
    zh: `${zh}：姓名，或 姓名=…,电话=…,身份证=…,户=… 等；几人用分号隔开${limit.zh}`,
    en: `${en}: a name, or name=…,phone=…,id=…,household=… and so on; several with ; between, or the option repeated${limit.en}`,
  };
  const term = `--${role} <party...>`;
  return { kind: 'option', term, summary, always: false, many: true, isAsked: true, parse: readParties };
}
