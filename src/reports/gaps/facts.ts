import { lastConfirmations } from '../../deadlines/confirmation-store.ts';
import { allRules } from '../../deadlines/store.ts';
import type { Day } from '../../kernel/day.ts';
import type { Db } from '../../ledger/sqlite.ts';
import type { Member } from '../../mediators/committee-rules.ts';
import { mediatorsOn } from '../../mediators/store.ts';
import { fileValue, valueOn } from '../../register/simple-store.ts';
import type { occupiedOn } from '../../sites/occupancy.ts';
import type { RoomKind } from '../../sites/room.ts';
import { postRecord, siteRecord } from '../../sites/simple-records.ts';
import type { SiteKind } from '../../sites/site.ts';
import type { Step } from '../../village-rules/step.ts';
import type { RuleKind } from '../../village-rules/village-rule.ts';
import { type CitationGap, citationGaps } from './citation-rules.ts';

/** A site on a day, with its heads and rooms. */
export interface SiteFact {
  readonly code: string;
  readonly kind: SiteKind;
  readonly unit_id: number;
  readonly heads: readonly { readonly code: string; readonly duty_title: string }[];
  readonly rooms: ReadonlySet<RoomKind>;
}

/** What is open on the day. */
const OPEN = 'from_on <= @day and to_on > @day';

/** All sites of a day, by code. */
export function siteFacts(db: Db, day: Day): SiteFact[] {
  const all = <T>(sql: string) => db.prepare(sql).all({ day }) as (T & { readonly site_id: number })[];
  const sites = all<SiteFact>(
    `select id as site_id, code, kind, unit_id from site t
     where ${fileValue(siteRecord, 'from_on')} <= @day and to_on > @day order by code`,
  );
  const heads = all<SiteFact['heads'][number]>(
    `select site_id, code, ${valueOn(postRecord, 'duty_title', '@day')} as duty_title from post t
     where ${valueOn(postRecord, 'role', '@day')} = 'head' and ${OPEN} order by code`,
  );
  const rooms = all<{ readonly kind: RoomKind }>(`select site_id, kind from room where ${OPEN}`);
  return sites.map(site => ({
    ...site,
    heads: heads.filter(head => head.site_id === site.site_id),
    rooms: new Set(rooms.filter(room => room.site_id === site.site_id).map(room => room.kind)),
  }));
}

/** Rules of a village or a compact of a community, and when they were filed with the township. */
export interface RuleFact {
  readonly code: string;
  readonly unit_id: number;
  readonly kind: RuleKind;
  readonly filed_on: Day | null;
  readonly version: number;
}

/** The rules and compacts in force on a day. */
export function rulesInForce(db: Db, day: Day): RuleFact[] {
  const rules = `select code, unit_id, kind, filed_on, version from village_rule where ${OPEN} order by code`;
  return db.prepare(rules).all({ day }) as RuleFact[];
}

/** A step of an edition of village rules. */
export interface StepFact {
  readonly unit_id: number;
  readonly version: number;
  readonly step: Step;
}

/** The steps that were taken by a day, but for those of repealed rules; a vote only where it carried the edition. */
export function stepsBy(db: Db, day: Day): StepFact[] {
  const steps = `select unit_id, version, step from village_rule_step s where done_on <= @day and withdrawn_on is null
    and (step <> 'vote' or votes_for > coalesce(votes_against, 0)) and not exists (
      select 1 from village_rule r where r.unit_id = s.unit_id and r.version = s.version and r.to_on <= @day)`;
  return db.prepare(steps).all({ day }) as StepFact[];
}

/** The mediators of a unit's committee, of those units that keep a roster. */
export interface CommitteeFact {
  readonly unit_id: number;
  readonly members: readonly Member[];
}

export function committeesOn(db: Db, day: Day): CommitteeFact[] {
  const all = mediatorsOn(db, day);
  const units = new Set(all.map(({ unit_id }) => unit_id));
  return [...units].map(unit_id => ({ unit_id, members: all.filter(member => member.unit_id === unit_id) }));
}

/** An establishment on a day: how many posts it has, filled and vacant. */
export type Vacancy = ReturnType<typeof occupiedOn>[number];

/** A main task of the campaign, which the office named. */
export interface MainTask {
  readonly code: string;
  readonly name_zh: string;
}

export function mainTasksOn(db: Db, day: Day): MainTask[] {
  const tasks = `select code, name_zh from domain where kind = 'main' and ${OPEN} order by id`;
  return db.prepare(tasks).all({ day }) as MainTask[];
}

/** The units whose teams have members on a day and no leader. */
export function leaderless(db: Db, day: Day): ReadonlySet<number> {
  const teams = `select distinct unit_id from team_member where ${OPEN}
    except select unit_id from team_leader where ${OPEN}`;
  return new Set(db.prepare(teams).pluck().all({ day }) as number[]);
}

/** The units whose people were told about the petition agency by a day. */
export function toldOfAgency(db: Db, day: Day): ReadonlySet<number> {
  const told = `select distinct unit_id from outreach where subject = 'agency' and held_on <= @day and withdrawn_on is null`;
  return new Set(db.prepare(told).pluck().all({ day }) as number[]);
}

/** Every code that a site, post, room, village rule, mediator or publicity event has or had. */
export function codesInUse(db: Db): string[] {
  const all = ['site', 'post', 'room', 'village_rule', 'mediator', 'outreach']
    .map(table => `select code from ${table}`)
    .join(' union all ');
  return db.prepare(all).pluck().all() as string[];
}

/** The citations of a day that nobody has confirmed for a year. */
export function citationGapsOn(db: Db, day: Day): CitationGap[] {
  return citationGaps(allRules(db), lastConfirmations(db, day), day);
}
