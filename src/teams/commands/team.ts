import { type Command, command } from '../../cli/command.ts';
import { argument, narrowing, option, picks, required } from '../../cli/param.ts';
import { asOfParam, onParam, reasonParam, unitParam } from '../../cli/places.ts';
import { LIST, SHOW } from '../../cli/verbs.ts';
import { covers, type Span } from '../../kernel/day.ts';
import { refuse, refuseIf } from '../../kernel/failure.ts';
import { column, lines } from '../../kernel/view.ts';
import { named } from '../../naming/named-param.ts';
import { hasTeam } from '../../units/level.ts';
import { loadTree, placesOn } from '../../units/store.ts';
import { isOpen, onTier, teamUnits, type UnitTerm, type UnitTree, unitNamed } from '../../units/tree.ts';
import { placeCells, placeColumns } from '../../units/views.ts';
import { cadreCoded, membershipRows, membershipsOf } from '../cadre-store.ts';
import { leadProblem } from '../leader-rules.ts';
import { allLeaders, leadersOn, putLeader } from '../leader-store.ts';
import { pairRows } from '../pair-store.ts';
import { inTeamOf } from '../picked.ts';
import { cadreColumns, cadreRows } from './cadre.ts';
import { pairColumns, pairRow } from './pair.ts';

const teamColumns = [
  ...placeColumns,
  column('township', '乡镇', 'Township'),
  column('cadres', '干部', 'Cadres', 'integer'),
  column('pairs', '结对', 'Pairs', 'integer'),
  column('leader_code', '队长编号', 'Leader', 'code'),
  column('leader', '队长', 'Name of the leader', 'name'),
] as const;

/** Who leads a team, in the columns of a list. */
function leaderCells(leader: { readonly code: string; readonly name: string } | undefined) {
  return { leader_code: leader?.code, leader: leader?.name };
}

const list = command({
  ...LIST,
  summary: { zh: '列出各村（社区）服务队', en: 'list the service teams, one per village or community' },
  example: 'team list --unit 150722100',
  personal: true,
  params: { unit: unitParam, on: asOfParam },
  run: (context, input) => {
    const { db } = context;
    const { day, tree, has } = placesOn(context, input);
    const cadres = membershipRows(db).filter(row => covers(row, day));
    const pairs = pairRows(db).filter(row => covers(row, day));
    const leaders = leadersOn(db, day);
    const units = teamUnits(tree).filter(unit => isOpen(tree, unit) && has(unit));
    const rows = units.map(unit => ({
      ...placeCells(tree, unit.unit_id),
      township: onTier(tree, unit, 2)?.name ?? '',
      cadres: cadres.filter(({ unit_id }) => unit_id === unit.unit_id).length,
      pairs: pairs.filter(({ unit_id }) => unit_id === unit.unit_id).length,
      ...leaderCells(leaders.get(unit.unit_id)),
    }));
    const totals = {
      unit: { zh: '合计', en: 'Total' },
      cadres: rows.reduce((sum, row) => sum + row.cadres, 0),
      pairs: rows.reduce((sum, row) => sum + row.pairs, 0),
    };
    return { view: { shape: 'table', columns: teamColumns, rows, totals } };
  },
});

/** The village or community whose team is meant. */
function teamNamed(tree: UnitTree, text: string): UnitTerm {
  const unit = unitNamed(tree, text);
  if (hasTeam(unit.level)) return unit;
  return refuse(
    {
      zh: `${unit.name} 不是村或社区，没有服务队`,
      en: `${unit.name} is not a village or community and has no team`,
    },
    { zh: '用 tiaochu team list 查看各服务队', en: 'tiaochu team list shows all teams' },
  );
}

const teamArgument = picks('unit', argument('<code>', { zh: '村或社区代码', en: 'the village’s or community’s code' }));

/** `team lead`: another leader from a day on; the earlier one stays in the history. */
const lead = command({
  name: 'lead',
  zh: '队长',
  summary: { zh: '指定服务队队长，从某日起', en: 'name the leader of a team from a day on' },
  example: 'team lead 150722100200 --cadre 150722100200-C03 --on 2023-12-01 --reason 轮换',
  access: 'write',
  params: {
    unit: teamArgument,
    cadre: required(
      narrowing(
        inTeamOf('unit'),
        named(option('--cadre <code>', { zh: '队长的干部编号', en: 'the leader’s cadre code' }), 'cadre'),
      ),
    ),
    on: onParam,
    reason: reasonParam,
  },
  run: ({ db, stamp, today }, { unit, cadre: code, on = today, reason }) => {
    const team = teamNamed(loadTree(db, on), unit);
    const { id } = cadreCoded(db, code);
    refuseIf(leadProblem({ code, memberships: membershipsOf(db, id) }, team, on, allLeaders(db)));
    putLeader(db, team.unit_id, id, stamp(on, reason));
    return {
      view: lines(
        { team: team.code, leader: code, from_on: on },
        {
          zh: `${team.name}服务队自 ${on} 起由 ${code} 任队长`,
          en: `${code} leads the team of ${team.name} from ${on} on`,
        },
      ),
      records: [team.code],
    };
  },
});

const show = command({
  ...SHOW,
  summary: { zh: '查看一支服务队的干部和结对', en: 'show a team’s cadres and pairs' },
  example: 'team show 150722100200',
  personal: true,
  params: { unit: teamArgument, on: asOfParam },
  run: ({ db, today }, input) => {
    const day = input.on ?? today;
    const tree = loadTree(db, day);
    const unit = teamNamed(tree, input.unit);
    const isOwn = (row: Span & { readonly unit_id: number }) => row.unit_id === unit.unit_id && covers(row, day);
    const rows = cadreRows(db, tree, isOwn);
    const pairs = pairRows(db).filter(isOwn);
    return {
      view: {
        shape: 'card',
        title: { zh: `${unit.name}服务队（${day}）`, en: `Service team of ${unit.name} (${day})` },
        columns: teamColumns.filter(c => c.key !== 'township'),
        row: {
          ...placeCells(tree, unit.unit_id),
          ...{ cadres: rows.length, pairs: pairs.length },
          ...leaderCells(leadersOn(db, day).get(unit.unit_id)),
        },
        tables: [
          { shape: 'table', key: 'members', columns: cadreColumns.filter(c => !c.key.startsWith('unit')), rows },
          {
            shape: 'table',
            key: 'pair_list',
            columns: pairColumns.filter(c => !c.key.startsWith('unit')),
            rows: pairs.map(p => pairRow(p, tree)),
          },
        ],
      },
      records: [unit.code],
    };
  },
});

export const teamCommands: readonly Command[] = [list, show, lead];
