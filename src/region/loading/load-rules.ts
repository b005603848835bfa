import type { Refusal } from '../../kernel/failure.ts';
import type { CountyRow } from '../database/schema.ts';
import type { CountySource, CountyState } from './county-state.ts';

/** Why a county's ledger is not loaded in place of what is there; `isOlderMeant` where somebody says that it is to be. */
export function loadProblem(
  loaded: CountyRow | undefined,
  source: Pick<CountySource, 'origin' | 'entry' | 'hasEntry'>,
  isOlderMeant: boolean,
): Refusal | undefined {
  if (!loaded) return undefined;
  if (loaded.origin !== source.origin) return otherLedger(loaded);
  if (isOlderMeant) return undefined;
  if (source.entry < loaded.entry) return older(loaded, source.entry);
  return source.hasEntry(loaded.entry, loaded.entry_hash) ? undefined : otherBranch(loaded);
}

/** Why a file is not taken from whoever signed it: nobody has said that the key is the county's. `mark` is what people compare. */
export function trustProblem(
  loaded: CountyRow | undefined,
  { name, signer, isFile }: Pick<CountySource, 'name' | 'signer' | 'isFile'>,
  mark: string,
  trusted: readonly string[],
): Refusal | undefined {
  if (!isFile || loaded?.signer === signer || trusted.includes(mark)) return undefined;
  const known = loaded
    ? { zh: `${name}的文件是用另一个密钥签名的`, en: `The file of ${name} is signed with another key than before` }
    : {
        zh: `第一次装载${name}的文件，其密钥尚未核对`,
        en: `This is the first file of ${name}, whose key nobody has compared yet`,
      };
  return {
    ...known,
    hint: {
      zh: `打电话与旗县核对密钥校验码 ${mark}，一致的加上 --trust ${mark}`,
      en: `Compare the mark of its key, ${mark}, with the county by telephone, and add --trust ${mark} if it is the same`,
    },
  };
}

/** Whether nothing can have changed since a county was loaded: the same entry of the same ledger, on the same day. */
export function isSameState(loaded: CountyRow | undefined, source: CountyState): boolean {
  return loaded?.entry === source.entry && loaded.entry_hash === source.hash && loaded.facts_on === source.on;
}

const otherLedger = ({ code, name }: CountyRow): Refusal => ({
  zh: `${code} ${name}已装载的是另一个台账`,
  en: `${name} (${code}) was loaded from another ledger`,
  hint: {
    zh: '一个旗县只能有一个台账；确实换了台账的，先用 tiaochu region remove 移除',
    en: 'A county has one ledger; where it has really changed, take the county out first with tiaochu region remove',
  },
});

const BACK: Refusal['hint'] = {
  zh: '确要退回的，加上 --older',
  en: 'If you mean to go back to it, add --older',
};

const older = ({ name, entry }: CountyRow, before: number): Refusal => ({
  zh: `${name}已装载到日志第 ${entry} 条，这个台账只到第 ${before} 条`,
  en: `${name} is loaded up to entry ${entry} of its journal; this ledger ends at entry ${before}`,
  hint: BACK,
});

const otherBranch = ({ name, entry }: CountyRow): Refusal => ({
  zh: `${name}已装载的日志第 ${entry} 条不在这个台账中：台账用备份恢复过，或是另一个副本`,
  en: `Entry ${entry} of ${name}, which is loaded, is not in this ledger: it was restored from a backup, or is another copy`,
  hint: BACK,
});
