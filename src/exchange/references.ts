import { Failure } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Header } from './bundle-file.ts';
import { bundleName } from './naming.ts';

/** Every reference leads to a row once a bundle is in (exit 5): what is left out may be needed by what is not. */
export function checkComplete(db: Db, header: Header): void {
  const [first] = db.pragma('foreign_key_check') as { table: string; parent: string }[];
  if (!first) return;
  const name = bundleName(header);
  throw new Failure(
    'rejected',
    {
      zh: `导入 ${name} 后，${first.table} 表引用的 ${first.parent} 不存在；未写入任何数据`,
      en: `With ${name} a row of ${first.table} would refer to a missing row of ${first.parent}; nothing was written`,
    },
    {
      zh: '略过的记录被其他记录引用的，也要略过引用它的；否则请对方不写 --since 重新导出',
      en: 'Leave out what refers to a record that you leave out, too; otherwise ask the other office for a bundle of everything, without --since',
    },
  );
}
