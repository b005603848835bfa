import { type Check, queryCheck } from '../register/check.ts';
import { everyVersion } from '../register/simple-store.ts';
import { crowdedHeads } from './rules.ts';
import { postRecord } from './simple-records.ts';
import { siteKinds } from './store.ts';

export const siteChecks: readonly Check[] = [
  queryCheck(
    'site-life',
    { zh: '职务和功能室都在其场所存续期间', en: 'posts and rooms last no longer than their site' },
    `select t.code from (select code, site_id, from_on, to_on from post union all select code, site_id, from_on, to_on from room) t
     join site s on s.id = t.site_id where t.from_on < s.from_on or t.to_on > s.to_on`,
  ),
  queryCheck(
    'site-unit',
    { zh: '场所都在其机构存续期间', en: 'sites last no longer than their unit' },
    `select s.code from site s where s.from_on < (select min(from_on) from unit_term where unit_id = s.unit_id)
     or s.to_on > (select max(to_on) from unit_term where unit_id = s.unit_id)`,
  ),
  queryCheck(
    'site-once',
    { zh: '同一时间一个机构每类场所至多一个', en: 'a unit has at most one site of a kind at a time' },
    `with stands as (select id, code, kind, unit_id, to_on,
       iif(from_on = '0001-01-01', coalesce(founded_on, from_on), from_on) as from_on from site)
     select b.code from stands a join stands b on b.unit_id = a.unit_id and b.kind = a.kind and b.id > a.id
     where a.from_on < b.to_on and b.from_on < a.to_on`,
  ),
  {
    name: 'site-heads',
    title: {
      zh: '一个场所同一时间至多一名负责人（工作小组两名）',
      en: 'a site has at most one head at a time, a working group two',
    },
    find: db => {
      const kinds = siteKinds(db);
      return crowdedHeads(everyVersion(db, postRecord), site => kinds.get(site));
    },
  },
];
