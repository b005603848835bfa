import { agentCached, agentChecks } from '../agents/checks.ts';
import { assessmentChecks, indicatorCached, manualValueCached, schemeCached } from '../assessment/checks.ts';
import { benefitCached } from '../benefits/checks.ts';
import { caseChecks } from '../cases/checks.ts';
import { centreCached, centreChecks } from '../centre/checks.ts';
import { deadlineChecks, holidayCached } from '../deadlines/checks.ts';
import { departmentCached } from '../departments/checks.ts';
import { IN_STOCK } from '../disputes/transitions.ts';
import { disputeCached, disputeChecks, partyCached } from '../disputes/checks.ts';
import { expertCached, expertChecks } from '../experts/checks.ts';
import { guidanceCached, guidanceChecks } from '../guidance/checks.ts';
import { assignmentCached, householdCached, householdChecks } from '../households/checks.ts';
import { campaignCached } from '../ledger/campaign.ts';
import type { Value } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import { actionItemCached, meetingChecks } from '../meetings/checks.ts';
import { meetingRecord } from '../meetings/meeting.ts';
import { needCached, needChecks } from '../needs/checks.ts';
import { outreachCached } from '../outreach/checks.ts';
import { petitionChecks } from '../petitions/checks.ts';
import { IN_STOCK as PETITIONS_IN_STOCK } from '../petitions/transitions.ts';
import { type Cached, type Check, queryCheck } from '../register/check.ts';
import { simpleCached } from '../register/simple-checks.ts';
import { resolutionBalance } from '../reports/resolution/balance.ts';
import { siteCached, siteChecks } from '../sites/checks.ts';
import { cadreCached, pairCached, teamChecks } from '../teams/checks.ts';
import { unitCached, unitChecks } from '../units/checks.ts';
import { villageRuleCached, villageRuleChecks } from '../village-rules/checks.ts';
import { domainCached, visitCached, visitChecks } from '../visits/checks.ts';
import { misfits, type Replayed } from './replay.ts';

const CACHED: readonly Cached[] = [
  unitCached,
  cadreCached,
  pairCached,
  householdCached,
  assignmentCached,
  visitCached,
  domainCached,
  holidayCached,
  departmentCached,
  agentCached,
  disputeCached,
  partyCached,
  ...guidanceCached,
  needCached,
  benefitCached,
  villageRuleCached,
  outreachCached,
  ...centreCached,
  ...expertCached,
  ...siteCached,
  simpleCached(meetingRecord),
  actionItemCached,
  schemeCached,
  indicatorCached,
  manualValueCached,
  campaignCached,
];

const integrity: Check = {
  name: 'integrity',
  title: { zh: 'SQLite 文件完好', en: 'the SQLite file is intact' },
  find: db =>
    (db.pragma('integrity_check') as { integrity_check: string }[]).map(r => r.integrity_check).filter(r => r !== 'ok'),
};

const references: Check = {
  name: 'references',
  title: { zh: '每一处引用都有所指', en: 'every reference points to a row' },
  find: db => (db.pragma('foreign_key_check') as { table: string; rowid: number }[]).map(r => `${r.table} ${r.rowid}`),
};

const replay: Check = {
  name: 'replay',
  title: { zh: '现状与历史一致', en: 'what stands is what the history leads to' },
  find: db => CACHED.flatMap(cached => replayed(db, cached)),
};

const imports = queryCheck(
  'imports',
  { zh: '导入登记的行数与台账相符', en: 'imports added as many visits as they say' },
  `select i.id from import i where i.noun = 'visit' and i.undone_at is null
   and i.added <> (select count(*) from visit v where v.import_id = i.id)`,
);

/** Everything that `tiaochu check` looks at, in order. */
export const CHECKS: readonly Check[] = [
  integrity,
  references,
  replay,
  imports,
  ...unitChecks,
  ...teamChecks,
  ...householdChecks,
  ...visitChecks,
  ...deadlineChecks,
  ...caseChecks([...IN_STOCK, ...PETITIONS_IN_STOCK]),
  ...disputeChecks,
  ...agentChecks,
  ...petitionChecks,
  ...centreChecks,
  ...expertChecks,
  ...siteChecks,
  ...meetingChecks,
  ...assessmentChecks,
  ...guidanceChecks,
  ...needChecks,
  ...villageRuleChecks,
  resolutionBalance,
];

type Event = Replayed & { readonly record_id: number; readonly field: string };

function replayed(db: Db, { noun, fields }: Cached): string[] {
  const events = db
    .prepare(
      'select id, record_id, field, old_value, new_value from event where noun = ? order by record_id, field, id',
    )
    .all(noun) as Event[];
  const present = new Map(Object.entries(fields).map(([field, sql]) => [field, db.prepare(sql).pluck()]));
  const groups = new Map<string, Event[]>();
  for (const event of events) {
    const key = `${event.record_id} ${event.field}`;
    groups.set(key, [...(groups.get(key) ?? []), event]);
  }
  return [...groups.values()].flatMap(group => {
    const [first] = group;
    const value = first && (present.get(first.field)?.get(first.record_id) as Value | undefined);
    return misfits(group, value).map(id => `${noun} ${first?.record_id} ${first?.field} (event ${id})`);
  });
}
