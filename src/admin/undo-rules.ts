import type { Selectable } from 'kysely';
import type { Refusal } from '../kernel/failure.ts';
import { counted, type Text } from '../kernel/text.ts';
import { timeIn, type Zone } from '../kernel/zone.ts';
import type { ImportTable } from '../ledger/schema/ledger.ts';
import type { RecordKind } from '../register/kind.ts';
import { type Blocker, CORRECTIONS } from './import-undo.ts';

type Import = Selectable<ImportTable>;

/** An import is undone once, and as a whole: what it changed in other records would stay. */
export function importProblem(made: Import, kind: RecordKind, zone: Zone): Refusal | undefined {
  const undone = made.undone_at && timeIn(zone, made.undone_at);
  if (undone) return { zh: `导入 ${made.id} 已于 ${undone} 撤销`, en: `Import ${made.id} was undone at ${undone}` };
  if (made.changed === 0) return undefined;
  return {
    zh: `导入 ${made.id} 修改过 ${made.changed} 条已有记录，不能整体撤销`,
    en: `Import ${made.id} changed ${counted(made.changed, 'existing record')} and cannot be undone as a whole`,
    hint: kind.undo?.restore ?? {
      zh: '请用 --update 重新导入修改以前的文件；原值见各记录的 history',
      en: 'Import the earlier file again with --update; the old values are in the records’ history',
    },
  };
}

const WITH_CORRECTIONS: Text = {
  zh: '要连同这些修改一并撤销，请加 --with-corrections',
  en: 'Add --with-corrections to undo it together with them',
};

/** Nothing that refers to imported records may lose them. */
export function blockedProblem(made: Import, blockers: readonly Blocker[]): Refusal | undefined {
  if (blockers.length === 0) return undefined;
  return {
    zh: `导入 ${made.id} 已被引用，不能撤销：${blockers.map(({ what, count }) => `${what.zh} ${count} 条`).join('、')}`,
    en: `Import ${made.id} cannot be undone: it is referred to by ${blockers.map(({ what, count }) => `${what.en} (${count})`).join(', ')}`,
    hint: blockers.find(({ hint }) => hint)?.hint ?? wayOut(blockers),
  };
}

function wayOut(blockers: readonly Blocker[]): Text {
  if (blockers.every(({ what }) => what === CORRECTIONS)) return WITH_CORRECTIONS;
  return {
    zh: '请先撤销依据它的导入；逐条录入的记录可以停用或修改，但不能删除',
    en: 'Undo the imports that build on it first; records that were entered one by one cannot be deleted',
  };
}
