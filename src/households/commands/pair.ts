import { type Command, command } from '../../cli/command.ts';
import { argument, demanded, narrowing, option } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../../cli/places.ts';
import { CHANGE } from '../../cli/verbs.ts';
import { covers, endingProblem } from '../../kernel/day.ts';
import { misuse, refuseIf } from '../../kernel/failure.ts';
import { median } from '../../kernel/figures.ts';
import { counted } from '../../kernel/text.ts';
import { column, lines } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { closing } from '../../register/closing.ts';
import { cadreCoded } from '../../teams/cadre-store.ts';
import { endPair, pairCoded, pairRows } from '../../teams/pair-store.ts';
import { inPair, outsidePair } from '../../teams/picked.ts';
import { placesOn } from '../../units/store.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { lastingAssignments, loadOfPairs } from '../assignment-store.ts';
import { lastVisitBy } from '../later-records.ts';
import { replaceMember } from '../replace-member.ts';
import { memberProblem } from '../replacement-rules.ts';
import { assignedProblem, laterVisitProblem } from '../rules.ts';

const load = command({
  name: 'load',
  zh: '户数',
  summary: { zh: '每个结对的包户数（最少、中位、最多）', en: 'households per pair, with min, median and max' },
  example: 'pair load --unit 150722100',
  access: 'read',
  params: { unit: unitParam, on: asOfParam },
  run: (context, input) => {
    const { day, tree, has } = placesOn(context, input);
    const counts = loadOfPairs(context.db, day);
    const pairs = pairRows(context.db).filter(pair => covers(pair, day) && has(pair));
    const rows = pairs.map(({ id, code, unit_id }) => {
      return { pair_code: code, ...placeCells(tree, unit_id), households: counts.get(id) ?? 0 };
    });
    const loads = rows.map(row => row.households).sort((a, b) => a - b);
    return {
      view: {
        shape: 'table',
        columns: [
          column('pair_code', '结对编号', 'Pair', 'code'),
          ...placeColumns,
          column('households', '户数', 'Households', 'integer'),
        ],
        rows,
        totals: { pair_code: { zh: '合计', en: 'Total' }, households: loads.reduce((sum, n) => sum + n, 0) },
        notes: [spreadNote(day, loads)],
      },
    };
  },
});

function spreadNote(day: string, loads: readonly number[]) {
  const [least = 0, most = 0] = [loads.at(0), loads.at(-1)];
  const none = loads.filter(n => n === 0).length;
  const middle = median(loads) ?? 0;
  return {
    zh: `${day}：${loads.length} 个结对，每对最少 ${least} 户、中位 ${middle} 户、最多 ${most} 户；没有包户的 ${none} 对`,
    en: `${day}: ${counted(loads.length, 'pair')}; households per pair: min ${least}, median ${middle}, max ${most}; pairs without any: ${none}`,
  };
}

const pairArgument = named(argument('<code>', { zh: '结对编号', en: 'the pair’s code' }), 'pair');

const change = command({
  ...CHANGE,
  summary: {
    zh: '从某日起更换结对中的一名队员，包户随之转移',
    en: 'replace one cadre of a pair from a day on; its households move with it',
  },
  example: 'pair change 150722100200-P01 --from-cadre 150722100200-C01 --to-cadre 150722100200-C05 --on 2024-01-01',
  params: {
    code: pairArgument,
    fromCadre: demanded(
      () => true,
      narrowing(
        inPair('code'),
        named(option('--from-cadre <code>', { zh: '换下的干部', en: 'who leaves the pair' }), 'cadre'),
      ),
    ),
    toCadre: demanded(
      () => true,
      narrowing(
        outsidePair('code'),
        named(option('--to-cadre <code>', { zh: '换上的干部', en: 'who takes over' }), 'cadre'),
      ),
    ),
    on: onParam,
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, { code, fromCadre, toCadre, on = today, reason }) => {
    if (!fromCadre || !toCadre)
      misuse({ zh: '须写明 --from-cadre 和 --to-cadre', en: 'Name both --from-cadre and --to-cadre' });
    const pair = pairCoded(db, code);
    const from = cadreCoded(db, fromCadre);
    const to = cadreCoded(db, toCadre);
    refuseIf(memberProblem(pair, from, on));
    const done = replaceMember(db, pair, from, to, stamp(on, reason));
    return {
      view: lines(
        { ...done },
        {
          zh: `${done.old_pair} 改为 ${done.new_pair}，转移 ${done.households} 户`,
          en: `${done.old_pair} is now ${done.new_pair}; ${counted(done.households, 'household')} moved`,
        },
      ),
      records: [done.old_pair, done.new_pair],
      counts: { households: done.households },
    };
  },
});

const close = closing({
  noun: 'pair',
  summary: { zh: '解除结对（先交接所包的户）', en: 'end a pair (hand its households over first)' },
  example: 'pair close 150722100200-P01 --on 2024-01-01',
  key: pairArgument,
  end: (db, key, stamp) => {
    const { on } = stamp;
    const pair = pairCoded(db, key);
    refuseIf(endingProblem(key, pair, on) ?? laterVisitProblem(lastVisitBy(db, pair.id), on));
    refuseIf(assignedProblem(key, lastingAssignments(db, 'pair_id', pair.id, on).length));
    endPair(db, pair, stamp);
    return { key, zh: `${key} 自 ${on} 起解除`, en: `${key} is closed from ${on} on` };
  },
});

/** The commands on a pair that also concern its households. */
export const pairHouseholdCommands: readonly Command[] = [load, change, close];
