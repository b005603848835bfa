import { counted, type Text } from '../kernel/text.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { KnownRows } from '../register/simple-record.ts';
import type { NeedRow } from './need.ts';
import { nextNeedCode } from './rules.ts';
import { villageOf } from './store.ts';

/** How codes are written; what has other characters, such as a name with a phone behind it, is none. */
const CODE = /^[\x21-\x7e]*[A-Za-z0-9][\x21-\x7e]*$/;

/** A need with its owner in one column: a code that was given as the owner is one, and a new owner replaces the former. */
export function owned(row: NeedRow, known: KnownRows<NeedRow>): NeedRow {
  const before = row.code ? known.keyed(row.code) : undefined;
  const { owner = '', owner_code = '' } = row;
  const isNew = (column: 'owner' | 'owner_code') =>
    row[column] !== undefined && row[column] !== (before?.[column] ?? '');
  if (isNew('owner') && owner !== '') {
    const code = known.codeOf('owner_code', owner) ?? (CODE.test(owner) ? owner : undefined);
    if (code !== undefined) return { ...row, owner: '', owner_code: code };
    return isNew('owner_code') ? row : { ...row, owner_code: '' };
  }
  return isNew('owner_code') && owner_code !== '' ? { ...row, owner: '' } : row;
}

/** A need with its code: that of the same need where it is in the ledger already, or else the next of its village and year. */
export function coded(row: NeedRow, known: KnownRows<NeedRow>, db: Db): NeedRow {
  if (row.code) return row;
  const all = known.all();
  const same = all.find(
    other =>
      other.household_code === row.household_code &&
      other.raised_on === row.raised_on &&
      other.category === row.category &&
      other.content === row.content,
  );
  if (same) return { ...row, code: same.code };
  const village = villageOf(db, row.household_code, row.raised_on);
  const codes = all.map(({ code }) => code);
  return { ...row, code: nextNeedCode(village ?? row.household_code.slice(0, 12), row.raised_on, codes) };
}

/** New needs whose owner is a name that the ledger does not have: they are on nobody’s list. */
export function unownedText(added: readonly NeedRow[]): Text[] {
  const named = added.filter(({ owner, feedback_on }) => owner && !feedback_on);
  if (named.length === 0) return [];
  return [
    {
      zh: `提醒：${named.length} 条需求的承办人只写了姓名，没有写部门、干部或代办员的代码，不会列入任何人的待办`,
      en: `note: the owner of ${counted(named.length, 'need')} is given by name and not by the code of a department, a cadre or an agent: it is on nobody’s list`,
    },
  ];
}
