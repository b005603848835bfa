import type { Refusal } from '../../kernel/failure.ts';
import type { CountyRow } from '../database/schema.ts';
import type { CountySource } from './county-state.ts';

/** Why a county's ledger is not loaded in place of what is there; `isOlderMeant` where somebody says that it is to be. */
export function loadProblem(
  loaded: CountyRow | undefined,
  source: Omit<CountySource, 'rows' | 'close'>,
  isOlderMeant: boolean,
): Refusal | undefined {
  if (!loaded) return undefined;
  if (loaded.origin !== source.origin) return otherLedger(loaded);
  if (isOlderMeant) return undefined;
  if (source.entry < loaded.entry) return older(loaded, source.entry);
  return source.hashAt(loaded.entry) === loaded.entry_hash ? undefined : otherBranch(loaded);
}

/** Whether nothing can have changed since a county was loaded: the same entry of the same ledger, on the same day. */
export function isSameState(loaded: CountyRow | undefined, source: Omit<CountySource, 'rows' | 'close'>): boolean {
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
