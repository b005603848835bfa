/** How the unit of a record is found: its table, the column that names it, and an expression over its row `t` for the unit's id. */
interface Place {
  readonly table: string;
  readonly key: string;
  readonly unit: string;
}

const ofHousehold = (id: string) =>
  `(select unit_id from household_term where household_id = ${id} order by from_on desc limit 1)`;
const ofVisit = (id: string) =>
  `(select ${ofHousehold('v.household_id')} from (select id, household_id from visit union all
    select id, household_id from withdrawn_visit) v where v.id = ${id})`;
const ofCadre = (id: string) =>
  `(select unit_id from team_member where cadre_id = ${id} order by from_on desc limit 1)`;
const ofSite = (id: string) => `(select unit_id from site where id = ${id})`;
const ofWindow = (id: string) => `(select ${ofSite('w.site_id')} from window w where w.id = ${id})`;
const ofMeeting = (id: string) => `(select unit_id from meeting where id = ${id})`;
/** Who receives a return is the unit above the one that delivers it. */
const above = (unit: string) =>
  `(select parent_id from unit_term where unit_id = ${unit} order by from_on desc limit 1)`;

const coded = (table: string, unit: string): Place => ({ table, key: 'code', unit });

/** Where the records of a noun belong. A noun that is not here belongs to the banner. */
export const PLACES: Readonly<Record<string, Place>> = {
  unit: coded('unit_term', 't.unit_id'),
  cadre: coded('cadre', ofCadre('t.id')),
  pair: coded('pair', 't.unit_id'),
  household: coded('household', ofHousehold('t.id')),
  visit: { table: 'visit', key: 'id', unit: ofHousehold('t.household_id') },
  'withdrawn-visit': { table: 'withdrawn_visit', key: 'id', unit: ofHousehold('t.household_id') },
  diary: { table: 'diary', key: 'id', unit: ofVisit('t.visit_id') },
  reading: coded('reading', ofVisit('t.visit_id')),
  dispute: { table: 'cases', key: 'number', unit: 't.unit_id' },
  petition: { table: 'cases', key: 'number', unit: 't.unit_id' },
  agent: coded('agent', 't.unit_id'),
  mediator: coded('mediator', 't.unit_id'),
  site: coded('site', 't.unit_id'),
  post: coded('post', ofSite('t.site_id')),
  room: coded('room', ofSite('t.site_id')),
  window: coded('window', ofSite('t.site_id')),
  stationing: coded('stationing', ofWindow('t.window_id')),
  service: coded('service', ofWindow('t.window_id')),
  need: coded('need', ofHousehold('t.household_id')),
  benefit: coded('benefit', ofHousehold('t.household_id')),
  'village-rule': coded('village_rule', 't.unit_id'),
  'village-rule-step': coded('village_rule_step', 't.unit_id'),
  outreach: coded('outreach', 't.unit_id'),
  meeting: coded('meeting', 't.unit_id'),
  'action-item': coded('action_item', ofMeeting('t.meeting_id')),
  receipt: coded('receipt', above('t.unit_id')),
};

const { unit: _, ...OF_UNITS } = PLACES;

/** Assignments have no code: a row of an import leads to its household. Units themselves are the banner's to import. */
export const IMPORTED: Readonly<Record<string, Place>> = {
  ...OF_UNITS,
  assignment: { table: 'assignment', key: 'id', unit: ofHousehold('t.household_id') },
};

/** Which records a command names by its parameters, and those that it says it wrote; by its path, or by its area. */
interface NamedRecords {
  readonly params: Readonly<Record<string, string>>;
  readonly written: string;
}

const OTHERS: Readonly<Record<string, NamedRecords>> = {
  assignment: {
    params: { household: 'household', household_code: 'household', key: 'household' },
    written: 'household',
  },
  handover: { params: { from: 'cadre', to: 'cadre' }, written: 'cadre' },
  'team lead': { params: { unit: 'unit' }, written: 'unit' },
  'meeting report': { params: { meeting: 'meeting' }, written: 'meeting' },
  'meeting item add': { params: { meeting: 'meeting' }, written: 'action-item' },
  'meeting item change': { params: { item: 'action-item' }, written: 'action-item' },
  'meeting item done': { params: { item: 'action-item' }, written: 'action-item' },
  'village-rule step': { params: { unit: 'unit' }, written: 'village-rule-step' },
  'visit read': { params: { id: 'visit' }, written: 'reading' },
  'import undo': { params: { id: 'import' }, written: '' },
  'import all': { params: {}, written: 'import' },
  bundle: { params: {}, written: '' },
};

/** What every other command names: a record of its own noun, which is called like its area. */
export function namedBy(path: string): NamedRecords {
  const [noun = '', verb] = path.split(' ');
  if (verb === 'import' && noun !== 'bundle') return { params: {}, written: 'import' };
  const params = { code: noun, key: noun, id: noun };
  return OTHERS[path] ?? OTHERS[noun] ?? { params, written: noun };
}
