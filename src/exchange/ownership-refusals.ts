import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** Why something is not entered in this ledger: another office writes it. */
export function othersRefusal(kind: Text, key: string | undefined, office: string, own: string): Refusal {
  const text: Text =
    key === undefined
      ? {
          zh: `${office}新增的${kind.zh}由其台账登记，不能登记在${own}的台账里`,
          en: `New records (${kind.en}) of ${office} are written in its own ledger, not in that of ${own}`,
        }
      : {
          zh: `${kind.zh} ${key} 由${office}的台账登记，${own}的台账不能改动`,
          en: `${key} (${kind.en}) is written in the ledger of ${office}, not in that of ${own}`,
        };
  return {
    ...text,
    hint: {
      zh: `请${office}办理，其变动随数据包到本台账；往来情况：tiaochu bundle status`,
      en: `Ask ${office} to do it; a bundle brings what changed: tiaochu bundle status`,
    },
  };
}

/** Why units that several ledgers write are not merged: no one of these may write all of their records. */
export function mergerRefusal(office: string): Refusal {
  return {
    zh: `合并涉及${office}的台账登记的记录，一个台账不能改动别的台账的记录`,
    en: `The merger concerns records that are written in the ledger of ${office}; no ledger writes those of another`,
    hint: {
      zh: `先导入${office}最后的数据包，在旗里的台账上用 tiaochu bundle office remove 撤销其台账，合并后再新增`,
      en: `Import the last bundle of ${office}, let the banner’s ledger take its records over (tiaochu bundle office remove), merge, and add the office again`,
    },
  };
}

/** Why something is not taken back: others have it by now, and their ledgers keep what was done. */
export function sentRefusal(kind: Text, key: string): Refusal {
  return {
    zh: `${kind.zh} ${key} 已随数据包发出，不能从各单位的台账中抹去`,
    en: `${key} (${kind.en}) was sent in a bundle and cannot be erased from the other ledgers`,
    hint: {
      zh: '登记有误的，用更正、撤销、作废等命令改正，改正随数据包发出',
      en: 'Correct it instead (change, withdraw, void): a bundle brings the correction',
    },
  };
}

/** Why a department's notice is not numbered here: two offices would give the same number. */
export function seriesRefusal(office: string): Refusal {
  return {
    zh: `部门的告知编号由${office}的台账统一编`,
    en: `The notices of departments are numbered in the ledger of ${office}`,
    hint: { zh: `请把这一件上报${office}，由其告知`, en: `Escalate the case to ${office}, which gives the notice` },
  };
}
