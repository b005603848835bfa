import { type Check, queryCheck } from '../register/check.ts';

export const teamChecks: readonly Check[] = [
  queryCheck(
    'cadre-one-team',
    { zh: '一名干部同时只在一支服务队', en: 'a cadre is in one team at a time' },
    `select c.code from team_member a join team_member b on a.id < b.id and a.cadre_id = b.cadre_id
     and a.from_on < b.to_on and b.from_on < a.to_on join cadre c on c.id = a.cadre_id`,
  ),
  queryCheck(
    'team-leader',
    {
      zh: '队长任期内是本队队员，一队同时至多一名队长',
      en: 'a leader is in the team, and a team has one leader at a time',
    },
    `select c.code from team_leader l join cadre c on c.id = l.cadre_id where not exists (select 1 from team_member m
       where m.cadre_id = l.cadre_id and m.unit_id = l.unit_id and m.from_on <= l.from_on and m.to_on >= l.to_on)
     union select c.code from team_leader a join team_leader b on a.id < b.id and a.unit_id = b.unit_id
       and a.from_on < b.to_on and b.from_on < a.to_on join cadre c on c.id = b.cadre_id`,
  ),
  queryCheck(
    'pair-members',
    { zh: '结对是同一服务队的两名不同干部', en: 'a pair is two different cadres of one team' },
    `select p.code from pair p where p.cadre_a = p.cadre_b
     or not exists (select 1 from team_member m where m.cadre_id = p.cadre_a and m.unit_id = p.unit_id
       and m.from_on <= p.from_on and m.to_on >= p.to_on)
     or not exists (select 1 from team_member m where m.cadre_id = p.cadre_b and m.unit_id = p.unit_id
       and m.from_on <= p.from_on and m.to_on >= p.to_on)`,
  ),
  queryCheck(
    'pair-once',
    { zh: '同样两名干部同时只有一个结对', en: 'the same two cadres are one pair at a time' },
    `select b.code from pair a join pair b on a.id < b.id
     and min(a.cadre_a, a.cadre_b) = min(b.cadre_a, b.cadre_b) and max(a.cadre_a, a.cadre_b) = max(b.cadre_a, b.cadre_b)
     and a.cadre_a in (b.cadre_a, b.cadre_b) and a.from_on < b.to_on and b.from_on < a.to_on`,
  ),
];
