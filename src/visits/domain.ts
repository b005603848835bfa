import type { Selectable } from 'kysely';
import { covers, type Day } from '../kernel/day.ts';
import { notFound } from '../kernel/failure.ts';
import { wordList } from '../kernel/text.ts';
import type { DomainTable } from '../ledger/schema/visits.ts';

/** A task domain (工作领域): three key works, three main tasks, as many others as the office adds (S-20, S-29). */
export type Domain = Readonly<Omit<Selectable<DomainTable>, 'kind'>>;

/** What a domain is to the campaign (S-20). The published article names the three key works, not the three main tasks. */
export const DOMAIN_KINDS = wordList({
  key: { zh: '重点工作', en: 'key work' },
  main: { zh: '主要任务', en: 'main task' },
  other: { zh: '其他', en: 'other' },
});

/** How many main tasks the campaign has (3项主要任务, S-20); the office enters what they are. */
export const MAIN_TASKS = 3;

/** A visit's domains as a bit mask: domain 1 is bit 0. At most 30 domains fit. */
export function bitOf(domain: Pick<Domain, 'id'>): number {
  return 1 << (domain.id - 1);
}

export const DOMAIN_TITLE = { zh: '工作领域', en: 'task domains', one: 'task domain', list: 'domain list' };

/** The domain with a code or a name, whenever it was in force. */
export function domainNamed(domains: readonly Domain[], text: string): Domain {
  const found = domains.find(({ code, name_zh, name_en }) => [code, name_zh, name_en].includes(text));
  return found ?? notFound(DOMAIN_TITLE, text);
}

export const SEPARATORS = /[;；、,，|]/;

/** The mask for a list like `mediation;政策宣传`, or the first word that is no domain in force on the day. */
export function maskOf(text: string, domains: readonly Domain[], day: Day): number | string {
  let mask = 0;
  for (const word of text.split(SEPARATORS).map(w => w.trim())) {
    if (word === '') continue;
    const domain = domains.find(d => (d.code === word || d.name_zh === word || d.name_en === word) && covers(d, day));
    if (!domain) return word;
    mask |= bitOf(domain);
  }
  return mask;
}

/** The domains of a mask, as codes joined by `;`, the way files write them. */
export function codesOf(mask: number, domains: readonly Domain[], key: 'code' | 'name_zh' = 'code'): string {
  const own = domains.filter(domain => (mask & bitOf(domain)) !== 0);
  return own.map(domain => domain[key]).join(';');
}
