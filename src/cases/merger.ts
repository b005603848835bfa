import type { Text } from '../kernel/text.ts';
import { rows, selectFrom } from '../ledger/query.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Merger, MergerPart } from '../units/merger.ts';
import { loadTree } from '../units/store.ts';
import type { CaseArea } from './area.ts';
import { type Case, type CaseAct, SUCCEED } from './case.ts';
import { caseRecorder } from './record.ts';

/** The open cases of one kind that a unit holds move to the one into which it is merged; offers that wait for an answer are recalled. */
export function caseMerger<C extends Case, A extends CaseAct>(
  area: CaseArea<C, A>,
  open: readonly string[],
  what: Text,
): readonly MergerPart[] {
  return [
    {
      what: { zh: `${what.zh}（未答复的移交）`, en: `${what.en} with an unanswered offer` },
      fate: 'ends',
      remark: {
        zh: '撤并村移出或移交给它的案件，未答复的移交已收回，请重新移交',
        en: 'Unanswered offers by or to the unit that ends were recalled; offer these cases again',
      },
      carry: (db, merger) => act(area, db, merger, 'recall', offered(db, area.kind, merger.from.unit_id)),
    },
    {
      what,
      fate: 'moves',
      carry: (db, merger) => act(area, db, merger, SUCCEED, heldBy(db, area.kind, merger.from.unit_id, open)),
    },
  ];
}

/** The successor acts in the place of the unit that ends. */
function act<C extends Case, A extends CaseAct>(
  area: CaseArea<C, A>,
  db: Db,
  { into, stamp, today }: Merger,
  move: string,
  numbers: readonly string[],
): readonly string[] {
  const tree = loadTree(db, stamp.on);
  const recorder = caseRecorder(area, db, tree);
  for (const number of numbers) {
    const made = { move, on: stamp.on, reason: stamp.reason ?? '' } as A;
    const caseFile = area.load(db, number);
    const holder = tree.units.get(caseFile.holder);
    const actor = holder && holder.to_on > stamp.on ? holder : into;
    recorder.act(caseFile, made, { actor, tree, today }, stamp);
  }
  return numbers;
}

function heldBy(db: Db, kind: Case['kind'], unitId: number, open: readonly string[]): string[] {
  const held = selectFrom('cases').select('number').where('kind', '=', kind).where('holder_id', '=', unitId);
  return rows(db, held.where('status', 'in', open).orderBy('number')).map(({ number }) => number);
}

function offered(db: Db, kind: Case['kind'], unitId: number): string[] {
  const waiting = selectFrom('offer as o')
    .innerJoin('cases as m', 'm.id', 'o.case_id')
    .select('m.number')
    .where('m.kind', '=', kind)
    .where('o.ending', '=', '')
    .where(({ eb, or }) => or([eb('o.from_unit', '=', unitId), eb('o.to_unit', '=', unitId)]))
    .orderBy('m.number');
  return rows(db, waiting).map(({ number }) => number);
}
