import { commandHint } from '../cases/case-hint.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import { yuan } from '../kernel/money.ts';
import type { OfAct } from './condition.ts';
import { EXTENTS } from './dispute.ts';

/** Instalments are due after the agreement, one after the other, each on a day of its own. */
export const instalmentsInOrder: OfAct<'settle'> = (_, { on, instalments = [], performBy }) => {
  let before: Day | undefined;
  for (const [day] of instalments) {
    if (day < on)
      refuse(
        { zh: `分期 ${day} 早于化解日期 ${on}`, en: `An instalment is due on ${day}, before the agreement of ${on}` },
        { zh: '请核对 --instalment，或用 --on 写明化解日期', en: 'Check --instalment, or date the act with --on' },
      );
    if (before !== undefined && day <= before)
      refuse(
        { zh: `分期 ${day} 不在 ${before} 之后`, en: `The instalment of ${day} is not after that of ${before}` },
        { zh: '请按日期先后写 --instalment，同一天的合为一期', en: 'Give them in order of their days, one a day' },
      );
    before = day;
  }
  if (performBy === undefined || before === undefined || performBy === before) return;
  refuse(
    {
      zh: `履行期限 ${performBy} 与最后一期 ${before} 不一致`,
      en: `The agreement is due on ${performBy}, but its last instalment on ${before}`,
    },
    { zh: '分期履行的不用写 --perform-by', en: 'Omit --perform-by where there are instalments' },
  );
};

/** The instalments make up the amount of the agreement. */
export const instalmentsAddUp: OfAct<'settle'> = (_, { instalments = [], amountFen }) => {
  const sum = instalments.reduce((total, [, fen]) => total + fen, 0);
  if (instalments.length === 0 || amountFen === undefined || sum === amountFen) return;
  refuse(
    {
      zh: `分期合计 ${yuan(sum)} 元，与协议金额 ${yuan(amountFen)} 元不符`,
      en: `The instalments add up to ${yuan(sum)} yuan, but the agreement is about ${yuan(amountFen)}`,
    },
    { zh: '请核对 --instalment 和 --amount', en: 'Check --instalment and --amount' },
  );
};

/** An instalment that the agreement has, and that was not carried out yet. */
export const instalmentOpen: OfAct<'perform'> = (dispute, { instalment }) => {
  if (instalment === undefined) return;
  const { number, agreement } = dispute;
  const count = agreement?.instalments.length ?? 0;
  const part = agreement?.instalments[instalment - 1];
  const look = commandHint(dispute, 'show #', '各期用 $ 查看', 'See them with $');
  if (!part)
    refuse(
      count === 0
        ? { zh: `${number} 的协议没有分期`, en: `The agreement of ${number} has no instalments` }
        : { zh: `${number} 的协议只有 ${count} 期`, en: `The agreement of ${number} has instalments 1 to ${count}` },
      look,
    );
  if (part.extent !== 'full') return;
  refuse(
    {
      zh: `${number} 的第 ${instalment} 期已${EXTENTS.full.zh}`,
      en: `Instalment ${instalment} of ${number} was already performed ${EXTENTS.full.en}`,
    },
    look,
  );
};
