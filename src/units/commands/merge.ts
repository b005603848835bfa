import { command } from '../../cli/command.ts';
import { argumentList, type Narrowing, narrowing, option, picks, required } from '../../cli/param.ts';
import { onParam, reasonParam } from '../../cli/places.ts';
import { asName } from '../../cli/values.ts';
import type { Day } from '../../kernel/day.ts';
import { refuseIf } from '../../kernel/failure.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Row, type Table } from '../../kernel/view.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { CODE_LENGTH } from '../level.ts';
import { FATES, type Merger, type MergerPart } from '../merger.ts';
import { leftProblem, mergerProblem } from '../merger-rules.ts';
import type { OpenWork } from '../open-work.ts';
import { termProblem } from '../rules.ts';
import { loadTree, mergeUnit, presentTerm } from '../store.ts';
import { isUnit, onTier, openBelow, type UnitTerm, unitNamed } from '../tree.ts';

const MOST_NAMED = 5;

/** The villages and communities of the township of the one that ends, which alone can take it in. */
const besideMerged: Narrowing = ({ db, day }, { units = [] }) => {
  const tree = loadTree(db, day);
  const merged = [units].flat().flatMap(text => (isUnit(tree, String(text)) ? [unitNamed(tree, String(text))] : []));
  const township = merged[0] && onTier(tree, merged[0], 2);
  const codes = (some: readonly UnitTerm[]) => some.map(({ code }) => code);
  return { ...(township ? { within: codes(openBelow(tree, township)) } : {}), except: codes(merged) };
};

const params = {
  units: {
    ...picks('unit', argumentList('<unit...>', { zh: '被撤并的村、社区', en: 'the villages or communities that end' })),
    ofLengths: [CODE_LENGTH.village],
  },
  into: required(
    narrowing(
      besideMerged,
      picks('unit', option('--into <code>', { zh: '并入的村、社区', en: 'the one that goes on' }, asName)),
    ),
  ),
  on: onParam,
  reason: reasonParam,
} as const;

/** `unit merge`: `load` brings what other areas do with the records of a unit, `openWork` what must be done before. */
export const merge = (load: () => Promise<readonly MergerPart[]>, openWork: readonly OpenWork[]) =>
  command({
    name: 'merge',
    zh: '合并',
    summary: {
      zh: '从某日起把村、社区并入另一个：户、服务队、未结案件转入，原机构停用',
      en: 'merge villages or communities into another from a day on: households, team and open cases move, the unit closes',
    },
    example: 'unit merge 150722100201 --into 150722100200 --on 2023-07-01 --reason 撤并村 --yes',
    access: 'write',
    confirm: 'always',
    params,
    run: async ({ db, stamp, today }, { units, on = today, reason, ...input }) => {
      const tree = loadTree(db, on);
      const into = unitNamed(tree, input.into);
      const merged = [...new Set(units)].map(text => unitNamed(tree, text));
      for (const from of merged) check(db, from, into, on, today);
      const made = stamp(on, reason);
      const parts = await load();
      const rows = merged.flatMap(from => mergeOne(db, { from, into, stamp: made, today }, parts, openWork));
      return {
        view: mergerTable(merged, into, on, rows),
        records: [into.code, ...merged.map(({ code }) => code)],
        counts: { units: merged.length },
      };
    },
  });

const COLUMNS = [
  column('unit_code', '机构代码', 'Unit code'),
  column('unit', '机构', 'Unit', 'label'),
  column('what', '内容', 'What'),
  column('fate', '去向', 'Fate', 'word'),
  column('count', '数量', 'Count', 'integer'),
  column('records', '记录', 'Records'),
];

/** What moved and what ended. */
function mergerTable(merged: readonly UnitTerm[], into: UnitTerm, on: Day, rows: readonly Moved[]): Table {
  const names = merged.map(({ name }) => name);
  return {
    shape: 'table',
    title: {
      zh: `${names.join('、')}自 ${on} 起并入${into.name}`,
      en: `${names.join(', ')} merged into ${into.name} from ${on} on`,
    },
    columns: COLUMNS,
    rows: rows.map(({ remark: _, ...row }) => row),
    notes: notesOf(rows),
  };
}

function check(db: Db, from: UnitTerm, into: UnitTerm, on: Day, today: Day): void {
  refuseIf(mergerProblem(from, into, on, today));
  const late = termProblem(presentTerm(db, from.unit_id), on);
  refuseIf(late && { zh: `${from.name} ${late.zh}`, en: `${from.name} ${late.en}` });
}

interface Moved extends Row {
  readonly remark: Text | undefined;
}

/** Merges one unit: all that it has moves or ends, and nothing is left. */
function mergeOne(db: Db, merger: Merger, parts: readonly MergerPart[], openWork: readonly OpenWork[]): Moved[] {
  const { from, stamp } = merger;
  mergeUnit(db, merger);
  const rows = parts.flatMap(({ what, fate, remark, carry }): Moved[] => {
    const records = carry(db, merger);
    if (records.length === 0) return [];
    const more = records.length > MOST_NAMED ? ' …' : '';
    const first = records.slice(0, MOST_NAMED);
    const named = { zh: `${first.join('、')}${more}`, en: `${first.join(', ')}${more}` };
    const { code: unit_code, name: unit } = from;
    return [{ unit_code, unit, what, fate: FATES[fate], count: records.length, records: named, remark }];
  });
  const left = openWork.map(({ count, ...words }) => ({ ...words, count: count(db, from.unit_id, stamp.on) }));
  refuseIf(leftProblem(from, left, stamp.on));
  return rows;
}

function notesOf(rows: readonly Moved[]): Text[] {
  const remarks = [...new Set(rows.flatMap(({ remark }) => remark ?? []))];
  const history: Text = {
    zh: '已结案件和以前的走访留在原机构的历史中；以后要办的已结案件，先用 succeed（承接）',
    en: 'Closed cases and past visits stay with the history of the unit that ends; a closed case that is acted on again is first moved with succeed',
  };
  return [history, ...remarks];
}
