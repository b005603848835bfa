import { lastTermsBy } from '../../households/term-store.ts';
import { covers, type Day, type Span } from '../../kernel/day.ts';
import { isIn } from '../../kernel/period.ts';
import { campaignStart } from '../../ledger/campaign.ts';
import { rows, selectFrom } from '../../ledger/query.ts';
import type { Db } from '../../ledger/sqlite.ts';
import { missedPeriods } from '../../meetings/due.ts';
import { allMeetings, groupReports, groupsOn } from '../../meetings/store.ts';
import { simpleRows } from '../../register/simple-store.ts';
import { postRecord, siteRecord } from '../../sites/simple-records.ts';
import { type UnitTerm, unitLives } from '../../units/tree.ts';
import { includes, type Scope } from '../scope.ts';

/** Who answers for a unit's work: the head of its site, by the post. */
export interface Head {
  readonly code: string;
  readonly holder: string;
  readonly duty_title: string;
}

/** The heads of a unit's sites on a day (S-12, S-16): a village may have a secretary and a director. */
export function headsOf(db: Db, unit: UnitTerm, day: Day): Head[] {
  const sites = (simpleRows(db, siteRecord, day) as unknown as (Span & { code: string; unit_code: string })[])
    .filter(site => site.unit_code === unit.code && covers(site, day))
    .map(({ code }) => code);
  const posts = simpleRows(db, postRecord, day) as unknown as (Head & Span & { site_code: string; role: string })[];
  return posts.filter(post => post.role === 'head' && sites.includes(post.site_code) && covers(post, day));
}

/** The needs that households of the units raised in the period. */
export function needsRaised(scope: Scope) {
  const raised = selectFrom('need as n')
    .innerJoin(lastTermsBy(scope.period.to).as('t'), 't.household_id', 'n.household_id')
    .select(['n.code', 'n.feedback_on', 't.unit_id'])
    .where('n.raised_on', '>=', scope.period.from)
    .where('n.raised_on', '<=', scope.period.to)
    .where('n.withdrawn_on', 'is', null);
  return rows(scope.db, raised).filter(({ unit_id }) => includes(scope, unit_id));
}

/** The dispatch meetings that a township held, and those that were due and not held (S-42, S-43). */
export function meetingsOf({ db, period, today, tree }: Scope, unit: UnitTerm) {
  const meetings = allMeetings(db);
  const held = meetings.filter(({ unit_id, held_on }) => unit_id === unit.unit_id && isIn(period, held_on)).length;
  const life = unitLives(tree.terms).find(({ unit_id }) => unit_id === unit.unit_id) ?? unit;
  const kept = { meetings, reports: groupReports(db), groupsOn: (day: Day) => groupsOn(db, day) };
  const since = { ...unit, from_on: life.from_on };
  return { held, missed: missedPeriods([since], kept, period, today, campaignStart(db)).length };
}

/** The village rules and compacts in force on the period's last day. */
export function rulesInForce(scope: Scope): number {
  const { to } = scope.period;
  const inForce = selectFrom('village_rule').select('unit_id').where('from_on', '<=', to).where('to_on', '>', to);
  return rows(scope.db, inForce).filter(({ unit_id }) => includes(scope, unit_id)).length;
}
