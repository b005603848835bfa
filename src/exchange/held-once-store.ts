import { Failure } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';
import { indexesAside } from '../ledger/indexes-aside.ts';
import type { Db } from '../ledger/sqlite.ts';

/**
 * The indexes by which one record at a time holds something, such as a code or the lead of a team. In a bundle one record may
 * hand it to another, and which of the two is written first is chance.
 */
export const HELD_ONCE: Readonly<Record<string, Text>> = {
  unit_open_code: { zh: '机构代码', en: 'code of a unit' },
  team_leader_open: { zh: '队长', en: 'lead of a team' },
  deadline_rule_open: { zh: '时限', en: 'deadline' },
  site_open: { zh: '场所', en: 'site of a unit' },
  guidance_unit_open: { zh: '指导组联系机构', en: 'guidance of a unit' },
  village_rule_open: { zh: '村规民约', en: 'village rules of a unit' },
  village_rule_step_once: { zh: '村规制定步骤', en: 'step of village rules' },
  receipt_once: { zh: '报表收报', en: 'receipt of a return' },
};

/**
 * Leaves these indexes aside; what comes back makes them again, and throws a Failure (exit 5) where two records hold the same.
 * The tables are small.
 */
export function leaveAside(db: Db): () => void {
  const indexes = indexesAside(db, Object.keys(HELD_ONCE));
  return () => {
    for (const { name, restore } of indexes)
      try {
        restore();
      } catch (error) {
        const what = HELD_ONCE[name];
        throw what && (error as { code?: string }).code === 'SQLITE_CONSTRAINT_UNIQUE' ? heldTwice(what) : error;
      }
  };
}

function heldTwice(what: Text): Failure {
  return new Failure(
    'rejected',
    {
      zh: `导入后将有两条记录占用同一个${what.zh}；未写入任何数据`,
      en: `With this bundle two records would hold the same ${what.en}; nothing was written`,
    },
    {
      zh: '请发出单位先运行 tiaochu check；确实如此的，用 --leave-out 略过其中一条',
      en: 'Ask the sender to run tiaochu check; if it is so, leave one of the two out with --leave-out',
    },
  );
}
