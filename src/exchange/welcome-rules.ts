import type { Refusal } from '../kernel/failure.ts';
import type { Header } from './bundle-file.ts';
import { bundleName } from './naming.ts';
import { keyMark } from './office-key.ts';

/** What a ledger knows of itself and of the office that a bundle comes from. */
export interface Receiver {
  readonly version: number;
  readonly county: string;
  readonly key: string;
  /** The key of its own unit, once it is an office's ledger. */
  readonly unit: string | undefined;
  /** The key with which the sender's bundles are signed, once that is known. */
  readonly sender: string | undefined;
  readonly knowsOffices: boolean;
  /** Whether anything was entered in it that a bundle could be in conflict with. */
  readonly isNew: boolean;
}

/** A bundle goes between ledgers of one county and one version, to the office whose key it names. */
export function misdirected(header: Header, { version, county, key, unit }: Receiver): Refusal | undefined {
  if (header.county !== county)
    return {
      zh: `数据包是旗县 ${header.county} 的，本台账是 ${county} 的`,
      en: `The bundle is of county ${header.county}, this ledger of ${county}`,
    };
  if (header.to.key !== key || (unit !== undefined && header.to.unit !== unit))
    return {
      zh: `数据包是给${header.to.name}的，不是给本台账的`,
      en: `The bundle is for ${header.to.name}, not for this ledger`,
      hint: {
        zh: '本台账换过密钥的，请把 tiaochu bundle card 打印的新名片交给旗里',
        en: 'If this ledger has another key now, give the banner the new card that tiaochu bundle card prints',
      },
    };
  if (header.version === version) return undefined;
  const [here, there] = [`${version}`, `${header.version}`];
  return header.version > version
    ? {
        zh: `对方的程序较新（台账版本 ${there}，本台账 ${here}）`,
        en: `The other office has a newer program (ledger version ${there}, here ${here})`,
        hint: { zh: '请先更新本单位的程序', en: 'Update the program here first' },
      }
    : {
        zh: `对方的程序较旧（台账版本 ${there}，本台账 ${here}）`,
        en: `The other office has an older program (ledger version ${there}, here ${here})`,
        hint: { zh: '请对方更新程序后重新导出', en: 'Ask it to update its program and export again' },
      };
}

/** Who signed it must be known: from the banner's bundles, or by comparing the mark of the key once. */
export function distrust(header: Header, receiver: Receiver, trusted: string | undefined): Refusal | undefined {
  const { from } = header;
  const mark = keyMark(from.key);
  if (receiver.sender === from.key) return undefined;
  if (receiver.sender !== undefined)
    return {
      zh: `数据包不是用${from.name}登记的密钥签名的（密钥校验码 ${mark}）`,
      en: `The bundle is not signed with the key that ${from.name} is registered with (its mark is ${mark})`,
      hint: {
        zh: '对方换了密钥的，先由旗里登记新名片，再导入旗里的数据包',
        en: 'If the office has another key, the banner registers its new card and sends a bundle first',
      },
    };
  if (receiver.knowsOffices)
    return {
      zh: `本台账不知道${from.name}有自己的台账（密钥校验码 ${mark}）`,
      en: `There is no office of ${from.name} in this ledger (the mark of its key is ${mark})`,
      hint: { zh: '请先导入旗里最近的数据包', en: 'Import the banner’s latest bundle first' },
    };
  if (trusted === mark) return undefined;
  if (trusted !== undefined)
    return {
      zh: `数据包的密钥校验码是 ${mark}，不是 ${trusted}`,
      en: `The mark of the bundle’s key is ${mark}, not ${trusted}`,
      hint: { zh: '请不要导入，并与对方核实', en: 'Do not import it, and ask the other office' },
    };
  return {
    zh: `第一次收到${from.name}的数据包，须先核对其密钥校验码`,
    en: `This is the first bundle of ${from.name}: the mark of its key must be compared first`,
    hint: {
      zh: `打电话核对：对方运行 tiaochu bundle card，校验码相同的，加 --trust ${mark} 再导入`,
      en: `Compare it by telephone with what tiaochu bundle card prints there; if it is the same, import it with --trust ${mark}`,
    },
  };
}

/** The question about a key that is not known yet, for who sits at a terminal. */
export function firstTrust(header: Header) {
  const mark = keyMark(header.from.key);
  return {
    zh: `第一次收到${header.from.name}的数据包，密钥校验码 ${mark}；请打电话核对：与对方 tiaochu bundle card 打印的相同才能继续`,
    en: `This is the first bundle of ${header.from.name}; the mark of its key is ${mark}. Go on only if tiaochu bundle card prints the same there`,
  };
}

/** A bundle with what has changed since another cannot be understood without it. */
export function gap(
  { since, from, to }: Header,
  has: (serial: number, sha256: string) => boolean,
): Refusal | undefined {
  if (!since || has(since.serial, since.sha256)) return undefined;
  const name = bundleName({ from, to, serial: since.serial });
  return {
    zh: `数据包只含 ${name} 以后的变动，而本台账没有收到 ${name}；未写入任何数据`,
    en: `The bundle has only what has changed since ${name}, which this ledger has not received; nothing was written`,
    hint: {
      zh: `请先导入 ${name}，或请对方不写 --since 重新导出`,
      en: `Import ${name} first, or ask the other office for a bundle of everything, without --since`,
    },
  };
}

/** A ledger becomes an office's while it is new: what was entered in it before belongs to nobody's editions. */
export function usedBefore({ isNew, knowsOffices }: Receiver): Refusal | undefined {
  if (isNew || knowsOffices) return undefined;
  return {
    zh: '本台账已有登记的内容，不能由数据包变成一个单位的台账',
    en: 'Records were entered in this ledger before, so it cannot become an office’s by a bundle',
    hint: {
      zh: '请用 tiaochu init 建新台账，把新台账的名片交给旗里；旧台账的内容由旗里用各种导入命令录入',
      en: 'Make a new ledger with tiaochu init and give the banner its card; the banner imports what the old one has from its files',
    },
  };
}
