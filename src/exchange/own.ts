import { refuse } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import { type UnitTerm, type UnitTree, unitNamed } from '../units/tree.ts';
import { keysIn } from './key-store.ts';
import { allOffices, type Office } from './office-store.ts';

/** The offices of a ledger as they are now, with the units that they are for. */
export interface Offices {
  readonly tree: UnitTree;
  readonly all: readonly Office[];
  readonly own: Office | undefined;
}

export function officesOf(db: Db): Offices {
  const all = allOffices(db);
  return { tree: loadTree(db, '9999-12-30'), all, own: all.find(({ is_own }) => is_own === 1) };
}

/** The ledger's own office. Throws where it has none yet (exit 4). */
export function demandOwn({ own }: Offices): Office {
  return (
    own ??
    refuse({
      zh: '本台账还不是任何单位的台账，不能交换数据包',
      en: 'This ledger does not belong to an office yet and exchanges no bundles',
      hint: {
        zh: '旗里的台账：tiaochu bundle office add 旗代码 --own；乡镇、村的台账：先把 tiaochu bundle card 打印的名片交给旗里，再导入旗里给的数据包',
        en: 'The banner’s ledger: tiaochu bundle office add CODE --own; that of a township or village: give the banner the card that tiaochu bundle card prints, then import the bundle that comes back',
      },
    })
  );
}

/** The office of a unit. Throws where the unit has none (exit 4). */
export function officeNamed({ all, tree }: Offices, text: string): Office {
  const unit = unitNamed(tree, text);
  return (
    all.find(({ unit_id }) => unit_id === unit.unit_id) ??
    refuse({
      zh: `${unit.name}没有自己的台账`,
      en: `${unit.name} keeps no ledger of its own`,
      hint: { zh: '有台账的单位：tiaochu bundle office list', en: 'Who does: tiaochu bundle office list' },
    })
  );
}

export function placeOfOffice({ tree }: Offices, { unit_id }: Pick<Office, 'unit_id'>): UnitTerm {
  const unit = tree.units.get(unit_id);
  if (!unit) throw new Error(`the unit ${unit_id} of an office is not there`);
  return unit;
}

/** What names an office's unit in every ledger. */
export const unitKey = (db: Db, { unit_id }: Pick<Office, 'unit_id'>) => keysIn(db).keyOf('unit', unit_id);
