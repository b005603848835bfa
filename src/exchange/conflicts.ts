import { Failure } from '../kernel/failure.ts';
import { counted } from '../kernel/text.ts';
import { kindOf } from './catalog.ts';
import type { Decided } from './incoming.ts';

/** So many are listed; who has more has a ledger that does not belong here. */
const MOST_LISTED = 20;

/** Nothing of a bundle is taken while a record in it contradicts what is here (exit 5). */
export function conflictFailure(conflicts: readonly Decided[]): Failure {
  const details = conflicts.slice(0, MOST_LISTED).map(({ noun, key }) => {
    const title = kindOf(noun)?.title ?? { zh: noun, en: noun };
    return { zh: `${noun} ${key}（${title.zh}）`, en: `${noun} ${key} (${title.en})` };
  });
  const more = conflicts.length - details.length;
  return new Failure(
    'rejected',
    {
      zh: `有 ${conflicts.length} 条记录与本台账的冲突：两边都改过，或本台账的不是由数据包来的；未写入任何数据`,
      en: `${counted(conflicts.length, 'record')} of the bundle ${conflicts.length === 1 ? 'is' : 'are'} in conflict with this ledger: both sides changed them, or they came here by no bundle; nothing was written`,
    },
    {
      zh: '先弄清哪边的对：本台账的对，用 --leave-out 略过；数据包的对，用 --take-bundle 采用',
      en: 'Find out which is right: if it is this ledger, leave the record out with --leave-out; if it is the bundle, take it with --take-bundle',
    },
    more > 0 ? [...details, { zh: `……还有 ${more} 条`, en: `… and ${more} more` }] : details,
  );
}
