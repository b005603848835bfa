import { type Command, command } from '../../cli/command.ts';
import { argument, option } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../../cli/places.ts';
import { covers, endingProblem } from '../../kernel/day.ts';
import { misuse, notFound, refuse } from '../../kernel/failure.ts';
import { counted } from '../../kernel/text.ts';
import { column, lines } from '../../kernel/view.ts';
import { CADRE_TITLE } from '../../teams/cadre.ts';
import { PAIR_TITLE } from '../../teams/pair.ts';
import { cadreByCode, endPair, pairByCode, pairRows } from '../../teams/store.ts';
import { loadTree } from '../../units/store.ts';
import { unitsWithin } from '../../units/tree.ts';
import { replaceMember } from '../replace-member.ts';
import { visitedLater } from '../rules.ts';
import { assignmentsOfPair, lastVisitBy, loadOfPairs } from '../store.ts';

const pairArgument = argument('<code>', { zh: '结对编号', en: 'the pair’s code' });

const load = command({
  name: 'load',
  zh: '户数',
  summary: { zh: '每个结对包多少户（最少、中位、最多）', en: 'households per pair, with min, median and max' },
  example: 'pair load --unit 150722100',
  access: 'read',
  params: { unit: unitParam, on: asOfParam },
  run: async ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const wanted = unitsWithin(tree, input.unit);
    const counts = await loadOfPairs(db, day);
    const rows = pairRows(db)
      .filter(pair => covers(pair, day) && (!wanted || wanted.has(pair.unit_id)))
      .map(pair => {
        const unit = tree.units.get(pair.unit_id);
        return { pair_code: pair.code, unit_code: unit?.code, unit: unit?.name, households: counts.get(pair.id) ?? 0 };
      });
    const sorted = rows.map(row => row.households).sort((a, b) => a - b);
    const [least = 0, most = 0] = [sorted.at(0), sorted.at(-1)];
    const middle = median(sorted);
    const none = sorted.filter(n => n === 0).length;
    return {
      view: {
        shape: 'table',
        columns: [
          column('pair_code', '结对编号', 'Pair'),
          column('unit_code', '村代码', 'Unit code'),
          column('unit', '村（社区）', 'Unit'),
          column('households', '户数', 'Households', 'integer'),
        ],
        rows,
        totals: { pair_code: { zh: '合计', en: 'Total' }, households: sorted.reduce((sum, n) => sum + n, 0) },
        notes: [
          {
            zh: `${day}：${rows.length} 个结对，每对最少 ${least} 户、中位 ${middle} 户、最多 ${most} 户；没有户的 ${none} 对`,
            en: `${day}: ${counted(rows.length, 'pair')}; households per pair: min ${least}, median ${middle}, max ${most}; pairs without any: ${none}`,
          },
        ],
      },
    };
  },
});

const change = command({
  name: 'change',
  zh: '修改',
  summary: {
    zh: '从某日起换结对中的一名队员，包户随之转移',
    en: 'replace one of a pair from a day on; its households go along',
  },
  example: 'pair change 150722100200-P01 --from-cadre 150722100200-C01 --to-cadre 150722100200-C05 --on 2024-01-01',
  access: 'write',
  params: {
    code: pairArgument,
    fromCadre: option('--from-cadre <code>', { zh: '换下的干部', en: 'who leaves the pair' }),
    toCadre: option('--to-cadre <code>', { zh: '换上的干部', en: 'who takes over' }),
    on: onParam,
    reason: reasonParam,
  },
  run: async ({ db, stamp, today }, input) => {
    if (!input.fromCadre || !input.toCadre)
      misuse({ zh: '须写明 --from-cadre 和 --to-cadre', en: 'Name both --from-cadre and --to-cadre' });
    const on = input.on ?? today;
    const pair = (await pairByCode(db, input.code)) ?? notFound(PAIR_TITLE, input.code);
    const from = (await cadreByCode(db, input.fromCadre)) ?? notFound(CADRE_TITLE, input.fromCadre);
    const to = (await cadreByCode(db, input.toCadre)) ?? notFound(CADRE_TITLE, input.toCadre);
    if (![pair.cadre_a, pair.cadre_b].includes(from.id) || !covers(pair, on))
      refuse({
        zh: `${from.code} 在 ${on} 不在结对 ${pair.code} 中`,
        en: `${from.code} is not in pair ${pair.code} on ${on}`,
      });
    const done = await replaceMember(db, pair, from, to, stamp(on, input.reason));
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

const close = command({
  name: 'close',
  zh: '停用',
  summary: { zh: '解除结对（先交接所包的户）', en: 'end a pair (hand its households over first)' },
  example: 'pair close 150722100200-P01 --on 2024-01-01',
  access: 'write',
  params: { code: pairArgument, on: onParam, reason: reasonParam },
  run: async ({ db, stamp, today }, input) => {
    const on = input.on ?? today;
    const pair = (await pairByCode(db, input.code)) ?? notFound(PAIR_TITLE, input.code);
    const wrong = endingProblem(pair.code, pair, on);
    if (wrong) refuse(wrong);
    const late = visitedLater(lastVisitBy(db, pair.id), on);
    if (late) refuse(late);
    const held = assignmentsOfPair(db, pair.id, on).length;
    if (held > 0)
      refuse(
        { zh: `${pair.code} 还包着 ${held} 户`, en: `${pair.code} still looks after ${counted(held, 'household')}` },
        {
          zh: '先用 handover（交接）或 assignment change 把户转给别人',
          en: 'Move them first: handover, or assignment change',
        },
      );
    endPair(db, pair, on, stamp(on, input.reason));
    return {
      view: lines(
        { pair: pair.code, to_on: on },
        { zh: `${pair.code} 自 ${on} 起解除`, en: `${pair.code} is ended from ${on} on` },
      ),
      records: [pair.code],
    };
  },
});

/** What concerns a pair together with its households. */
export const pairHouseholdCommands: readonly Command[] = [load, change, close];

function median(sorted: readonly number[]): number {
  const half = sorted.length / 2;
  return ((sorted[Math.ceil(half) - 1] ?? 0) + (sorted[Math.floor(half)] ?? 0)) / 2;
}
