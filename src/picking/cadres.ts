import { rows, selectFrom } from '../ledger/query.ts';
import { type Candidate, mineFirst, type Scene, unitName } from './candidate.ts';

/** The cadres of the teams of the day, each with unit and duty. */
export function cadres(scene: Scene): readonly Candidate[] {
  const { db, day, only } = scene;
  const ever = selectFrom('cadre as c')
    .innerJoin('team_member as m', 'm.cadre_id', 'c.id')
    .select(['c.code', 'c.name', 'c.duty', 'm.unit_id'])
    .orderBy('c.code')
    .orderBy('m.from_on', 'desc');
  const query = only ? ever.where('c.code', 'in', only) : ever.where('m.from_on', '<=', day).where('m.to_on', '>', day);
  return mineFirst(rows(db, query), scene, ({ unit_id }) => unit_id).map(({ code, name, duty, unit_id }) => ({
    value: code,
    title: '',
    people: [name],
    about: [unitName(scene, unit_id), duty],
  }));
}

/** The pairs of the day by either cadre. */
export function pairs(scene: Scene): readonly Candidate[] {
  const { db, day, only } = scene;
  const ever = selectFrom('pair as p')
    .innerJoin('cadre as a', 'a.id', 'p.cadre_a')
    .innerJoin('cadre as b', 'b.id', 'p.cadre_b')
    .select(['p.code', 'p.unit_id', 'a.name as first', 'b.name as second'])
    .orderBy('p.code');
  const query = only ? ever.where('p.code', 'in', only) : ever.where('p.from_on', '<=', day).where('p.to_on', '>', day);
  return mineFirst(rows(db, query), scene, ({ unit_id }) => unit_id).map(({ code, first, second, unit_id }) => ({
    value: code,
    title: '',
    people: [first, second],
    about: [unitName(scene, unit_id)],
  }));
}
