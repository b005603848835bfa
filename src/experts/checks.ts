import { type Check, queryCheck } from '../register/check.ts';

export const expertChecks: readonly Check[] = [
  queryCheck(
    'expert-specialty',
    { zh: '专家的专长都是纠纷类别', en: 'experts’ specialties are categories of disputes' },
    `select e.code from expert e, json_each('["' || replace(e.specialties, ';', '","') || '"]') s
     where not exists (select 1 from category c where c.code = s.value) order by e.code`,
  ),
  queryCheck(
    'invitation-days',
    {
      zh: '邀请不早于纠纷登记，发出时专家在册，答复不早于邀请',
      en: 'an expert in office is invited no earlier than the registration, and answers no earlier than that',
    },
    `select m.number || ' ' || e.code from invitation i join cases m on m.id = i.case_id
       join expert e on e.id = i.expert_id
     where i.invited_on < m.registered_on or i.invited_on < e.from_on or i.invited_on >= e.to_on
       or i.answered_on < i.invited_on order by m.number, e.code`,
  ),
];
