import { command } from '../../cli/command.ts';
import { argument, option, required } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { asActDay, asName, asReason } from '../../cli/values.ts';
import { notFound, refuse, refuseIf } from '../../kernel/failure.ts';
import { lines } from '../../kernel/view.ts';
import { confirmationProblem } from '../confirmation-rules.ts';
import { addConfirmation, allConfirmations, withdrawConfirmation } from '../confirmation-store.ts';
import { notInForce, ruleOn } from '../rules.ts';
import { DEADLINE, versionsOf } from './deadline-change.ts';

const codeArgument = argument('<code>', { zh: '时限代号', en: 'the deadline’s code' });

/** `deadline confirm`: somebody has compared the citation with the text of the law in force. */
export const confirm = command({
  name: 'confirm',
  zh: '确认',
  summary: {
    zh: '登记某日已将时限的依据与现行法律法规原文核对无误',
    en: 'enter that on a day a deadline’s citation was compared with the text of the law and found right',
  },
  example: 'deadline confirm XF_NOTICE_15 --on 2023-12-29 --by 敖玉兰',
  access: 'write',
  params: {
    code: codeArgument,
    on: { ...onParam, summary: { zh: '核对的日期（默认今天）', en: 'the day of the comparison (default today)' } },
    by: option('--by <name>', { zh: '核对的人（默认操作员）', en: 'who compared it (default the operator)' }, asName),
    note: option(
      '--note <text>',
      { zh: '说明，如所核对的文本', en: 'a remark, such as which text was read' },
      asReason,
    ),
  },
  run: ({ db, today, stamp, operator }, { code, on = today, by = operator, note = '' }) => {
    const versions = versionsOf(db, code);
    const [first] = versions;
    const rule = ruleOn(versions, first.code, today) ?? refuse(notInForce(first, today));
    const confirmed = allConfirmations(db).filter(({ rule_id }) => rule_id === rule.id);
    refuseIf(
      confirmationProblem(
        rule,
        on,
        today,
        confirmed.map(({ confirmed_on }) => confirmed_on),
      ),
    );
    addConfirmation(db, { rule_id: rule.id, confirmed_on: on, confirmed_by: by, note }, stamp(on, note || undefined));
    const { zh, en } = rule.citation;
    return {
      view: lines(
        { deadline: rule.code, confirmed_on: on },
        {
          zh: `已确认 ${rule.code} 的依据（${on}）：${zh}`,
          en: `Confirmed the citation of ${rule.code} on ${on}: ${en}`,
        },
      ),
      records: [rule.code],
    };
  },
});

/** `deadline unconfirm`: a confirmation that was entered by mistake. */
export const unconfirm = command({
  name: 'unconfirm',
  zh: '撤销确认',
  summary: {
    zh: '撤销登记有误的一次确认，历史中保留',
    en: 'withdraw a confirmation that was entered by mistake; the history keeps it',
  },
  example: 'deadline unconfirm TJ_1M --on 2023-05-08 --reason 登记错了时限',
  access: 'write',
  params: {
    code: codeArgument,
    on: required(option('--on <day>', { zh: '被撤销的确认的日期', en: 'the day of that confirmation' }, asActDay)),
    reason: required(option('--reason <text>', reasonParam.summary, asReason)),
  },
  run: ({ db, today, stamp }, { code, on, reason }) => {
    const ids = new Set(versionsOf(db, code).map(({ id }) => id));
    const found = allConfirmations(db).find(({ rule_id, confirmed_on }) => ids.has(rule_id) && confirmed_on === on);
    const confirmation = found ?? notFound(CONFIRMATION, `${code.toUpperCase()} ${on}`);
    withdrawConfirmation(db, confirmation, stamp(today, reason));
    return {
      view: lines(
        { deadline: code.toUpperCase(), confirmed_on: on, withdrawn_on: today },
        {
          zh: `已撤销 ${code.toUpperCase()} 在 ${on} 的确认`,
          en: `Withdrew the confirmation of ${code.toUpperCase()} on ${on}`,
        },
      ),
      records: [code.toUpperCase()],
    };
  },
});

const CONFIRMATION = {
  zh: `${DEADLINE.zh}依据的确认`,
  en: 'confirmations of citations',
  one: 'confirmation of a citation',
  list: 'deadline list',
};
