import type { Refusal } from '../kernel/failure.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import type { Card } from './card.ts';

interface KnownOffice extends Card {
  readonly unit_id: number;
  readonly is_own: 0 | 1;
}

interface Adding {
  readonly unit: UnitTerm;
  readonly card: Card;
  readonly isOwn: boolean;
}

/** The banner's office is the first and the only one that registers others: what it registers reaches them with its bundles. */
export function addingProblem(known: readonly KnownOffice[], tree: UnitTree, adding: Adding): Refusal | undefined {
  const { unit, card, isOwn } = adding;
  return ownProblem(known, unit, isOwn) ?? registrarProblem(known, tree) ?? takenProblem(known, tree, unit, card);
}

function ownProblem(known: readonly KnownOffice[], unit: UnitTerm, isOwn: boolean): Refusal | undefined {
  const own = known.some(({ is_own }) => is_own === 1);
  if (isOwn && own)
    return {
      zh: '本台账已登记为一个单位的台账',
      en: 'This ledger is an office’s already',
      hint: { zh: '查看：tiaochu bundle office list', en: 'See tiaochu bundle office list' },
    };
  if (isOwn ? unit.level === 'banner' : own) return undefined;
  return {
    zh: isOwn ? `${unit.name}的台账由旗里的台账登记` : '须先把旗里的台账登记为本单位的台账',
    en: isOwn
      ? `The ledger of ${unit.name} is registered in the banner’s`
      : 'The banner’s own ledger is registered first',
    hint: isOwn
      ? {
          zh: '请把 tiaochu bundle card 打印的名片交给旗里，再导入旗里给的数据包',
          en: 'Give the banner the card that tiaochu bundle card prints, then import the bundle that comes back',
        }
      : {
          zh: '在旗里的台账上：tiaochu bundle office add 旗代码 --own',
          en: 'In the banner’s ledger: tiaochu bundle office add CODE --own',
        },
  };
}

/** Only the banner's ledger says which offices there are. */
export function registrarProblem(known: readonly KnownOffice[], tree: UnitTree): Refusal | undefined {
  const own = known.find(({ is_own }) => is_own === 1);
  const unit = own && tree.units.get(own.unit_id);
  if (!unit || unit.parent_id === null) return undefined;
  return {
    zh: `${unit.name}的台账不登记单位`,
    en: `The ledger of ${unit.name} registers no offices`,
    hint: { zh: '由旗里的台账登记，随数据包下发', en: 'The banner’s ledger does, and its bundles inform the others' },
  };
}

function takenProblem(known: readonly KnownOffice[], tree: UnitTree, unit: UnitTerm, card: Card): Refusal | undefined {
  const nameOf = ({ unit_id }: KnownOffice) => tree.units.get(unit_id)?.name ?? '';
  const same = known.find(({ unit_id }) => unit_id === unit.unit_id);
  if (same)
    return {
      zh: `${unit.name}已有自己的台账`,
      en: `${unit.name} keeps a ledger of its own already`,
      hint: {
        zh: '换了密钥的，用 tiaochu bundle office change',
        en: 'If its key is another now: tiaochu bundle office change',
      },
    };
  return keyProblem(
    known.find(({ public_key }) => public_key === card.public_key),
    nameOf,
  );
}

/** A key belongs to one office, or nobody could tell whose a bundle is. */
export function keyProblem<O extends KnownOffice>(
  same: O | undefined,
  nameOf: (office: O) => string,
): Refusal | undefined {
  if (!same) return undefined;
  return {
    zh: `这张名片是${nameOf(same)}的`,
    en: `This is the card of ${nameOf(same)}`,
    hint: {
      zh: '每个台账有自己的密钥：请在对方的台账上运行 tiaochu bundle card',
      en: 'Each ledger has a key of its own: run tiaochu bundle card on the other office’s ledger',
    },
  };
}

/** An office that still has offices below it goes after them; the banner's goes last, and with it everything is one ledger again. */
export function removalProblem(known: readonly KnownOffice[], office: KnownOffice): Refusal | undefined {
  if (office.is_own === 0 || known.length === 1) return undefined;
  return {
    zh: '还有其他单位的台账，本单位的不能先撤',
    en: 'Other offices still keep ledgers, so this one’s own cannot go first',
    hint: {
      zh: '先撤其他单位的：tiaochu bundle office list',
      en: 'Remove the others first: tiaochu bundle office list',
    },
  };
}
