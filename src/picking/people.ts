import { rows, selectFrom } from '../ledger/query.ts';
import { type Candidate, mineFirst, type Scene, type Source, unitName } from './candidate.ts';

/** People of a list with codes and units: agents, mediators, linked leaders. */
export function peopleOf(table: 'agent' | 'mediator' | 'linked_leader'): Source {
  return scene => {
    const { db, day, only } = scene;
    const ever = selectFrom(table as 'agent')
      .select(['code', 'name', 'unit_id'])
      .orderBy('code');
    const query = only ? ever.where('code', 'in', only) : ever.where('from_on', '<=', day).where('to_on', '>', day);
    return mineFirst(rows(db, query), scene, ({ unit_id }) => unit_id).map(({ code, name, unit_id }) => ({
      value: code,
      title: '',
      people: [name],
      about: [unitName(scene, unit_id)],
    }));
  };
}

/** Experts, each with what they are experts in. */
export function experts({ db, day, only }: Scene): readonly Candidate[] {
  const ever = selectFrom('expert').select(['code', 'name', 'specialties']).orderBy('code');
  const query = only ? ever.where('code', 'in', only) : ever.where('from_on', '<=', day).where('to_on', '>', day);
  return rows(db, query).map(({ code, name, specialties }) => ({
    value: code,
    title: '',
    people: [name],
    about: [specialties],
  }));
}
