import type { Command } from '../../../cli/command.ts';
import { asked, choice, demanded, flag, isSaid, narrowing, option, optionList, required } from '../../../cli/param.ts';
import { partedPairs } from '../../../cli/parts.ts';
import { asActDay, asCount, asName } from '../../../cli/values.ts';
import { misuse } from '../../../kernel/failure.ts';
import type { Text } from '../../../kernel/text.ts';
import { signing } from '../../agreement.ts';
import { EXTENTS, FORMS, SATISFACTIONS } from '../../dispute.ts';
import { asFen, asInstalment, asSigning } from '../../values.ts';
import { formsAllowed, lacksCommittee, lacksMediator, lacksParties, notNotified } from './agreement-asked.ts';
import { moveCommand, rights } from './move.ts';

/** What is to be confirmed by a court is written (民诉法解释 Art. 353). */
const ORAL_MONEY: Text = {
  zh: '提醒：口头协议涉及金额；申请司法确认须提交书面调解协议，请考虑改用书面形式',
  en: 'Note: the oral agreement is about money; a court confirms a written agreement only, so consider one',
};

/** The agreement: made, signed, performed, followed up. */
export const agreementMoves: readonly Command[] = [
  moveCommand('settle', {
    summary: { zh: '化解：达成协议', en: 'settle it with an agreement' },
    options: '--form oral --content 各让一步，恢复地界 --rights-notified 2023-06-01',
    params: {
      form: required(
        narrowing(formsAllowed, choice('--form <form>', { zh: '协议形式', en: 'form of the agreement' }, FORMS)),
      ),
      content: required(option('--content <text>', { zh: '协议内容', en: 'what was agreed' }, asName)),
      amountFen: asked(option('--amount <yuan>', { zh: '协议金额（元）', en: 'amount in yuan' }, asFen)),
      performBy: asked(
        option('--perform-by <day>', { zh: '履行期限', en: 'the day by which it is performed' }, asActDay),
      ),
      instalments: asked(
        optionList(
          '--instalment <day=yuan...>',
          {
            zh: '分期履行：日期=金额，如 2024-01-31=10000；几期用分号隔开',
            en: 'an instalment, like 2024-01-31=10000; several with ; between, or the option repeated',
          },
          asInstalment,
          partedPairs,
        ),
      ),
      facts: option('--facts <text>', { zh: '主要事实', en: 'the main facts' }, asName),
      issues: option('--issues <text>', { zh: '争议事项', en: 'the points at issue' }, asName),
      manner: option('--manner <text>', { zh: '履行方式', en: 'how it is performed' }, asName),
      place: option('--place <text>', { zh: '履行地点', en: 'where it is performed' }, asName),
      recorder: option('--recorder <name>', { zh: '记录人', en: 'who wrote it down' }, asName),
      copies: option('--copies <count>', { zh: '协议份数', en: 'how many copies there are' }, asCount),
      rightsNotified: demanded(notNotified, rights),
      preventedCrime: flag('--prevented-crime', { zh: '防止民转刑', en: 'kept from turning criminal' }),
    },
    act: ({ instalments, amountFen, preventedCrime, ...said }) => ({
      ...said,
      ...(instalments ? { instalments } : {}),
      amountFen: amountFen ?? instalments?.reduce((sum, [, fen]) => sum + fen, 0),
      preventedCrime: preventedCrime || undefined,
    }),
    complete: (act, _, { context }) => {
      if (act.form === 'oral' && act.amountFen) context.remark(ORAL_MONEY);
      return act;
    },
  }),
  moveCommand('sign', {
    summary: {
      zh: '登记书面协议的签署日期，签齐后生效',
      en: 'enter the signing dates of a written agreement, which takes effect when they are complete',
    },
    options: '--parties 2023-06-01 --mediator 2023-06-01 --committee 2023-06-02',
    params: {
      parties: asked(
        option('--parties <day>', { zh: '当事人全部签署的日期', en: 'the day on which all parties signed' }, asActDay),
        lacksParties,
      ),
      party: optionList(
        '--party <number=day...>',
        {
          zh: '一名当事人签署的日期，如 1=2023-06-01；几名用分号隔开',
          en: 'the day on which a party signed, like 1=2023-06-01; several with ; between',
        },
        asSigning,
        partedPairs,
      ),
      mediator: asked(
        option('--mediator <day>', { zh: '调解员签名日期', en: 'the day on which the mediator signed' }, asActDay),
        lacksMediator,
      ),
      committee: demanded(
        (_, { parties, party, mediator }) => ![parties, party, mediator].some(isSaid),
        asked(
          option('--committee <day>', { zh: '调委会盖章日期', en: 'the day of the committee’s seal' }, asActDay),
          lacksCommittee,
        ),
      ),
    },
    act: ({ parties, party, mediator: mediatorOn, committee: committeeOn }, { caseFile }) => {
      if (!(parties || party || mediatorOn || committeeOn))
        misuse(
          { zh: '没有写明签署日期', en: 'No date of signing was given' },
          {
            zh: '用 --parties、--party、--mediator、--committee 写明日期',
            en: 'Add --parties, --party, --mediator or --committee with a day',
          },
        );
      return signing(caseFile, { parties, party, mediatorOn, committeeOn });
    },
  }),
  moveCommand('perform', {
    summary: { zh: '登记协议履行情况', en: 'enter how the agreement was carried out' },
    options: '--extent full',
    params: {
      extent: choice('--extent <extent>', { zh: '履行程度（默认全部）', en: 'how far (default: in full)' }, EXTENTS),
      instalment: option('--instalment <count>', { zh: '第几期', en: 'which instalment' }, asCount),
      note: option('--note <text>', { zh: '说明', en: 'a note' }),
    },
    act: ({ extent = 'full', instalment, note }) => ({ extent, instalment, note }),
  }),
  moveCommand('follow-up', {
    summary: { zh: '登记回访', en: 'enter a follow-up visit' },
    options: '--satisfaction satisfied',
    params: {
      satisfaction: required(choice('--satisfaction <word>', { zh: '满意度', en: 'satisfaction' }, SATISFACTIONS)),
      by: option('--by <name>', { zh: '回访人', en: 'who called' }, asName),
      note: option('--note <text>', { zh: '回访情况', en: 'what was found' }),
    },
  }),
];
