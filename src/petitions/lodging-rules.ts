import type { Day } from '../kernel/day.ts';
import { misuse, refuse } from '../kernel/failure.ts';
import { type Kind, MOST_REPRESENTATIVES, type Petition, type StoredKind } from './petition.ts';

/** Accusations go to discipline organs, litigation to political-legal organs; neither is stored (Art. 22(2)). */
export function storedKind(kind: Kind): StoredKind {
  if (kind === 'accusation')
    refuse(
      {
        zh: '检举控告不在这里登记，内容未保存（信访工作条例第二十二条）',
        en: 'Accusations are not lodged here; nothing was stored (Regulations on Petition Work Art. 22)',
      },
      {
        zh: '请告知当事人向纪检监察机关反映，电话 12388',
        en: 'Refer the person to the discipline inspection organ, telephone 12388',
      },
    );
  if (kind === 'litigation')
    refuse(
      {
        zh: '涉法涉诉事项不在这里登记，内容未保存（信访工作条例第二十二条）',
        en: 'Matters of litigation are not lodged here; nothing was stored (Regulations on Petition Work Art. 22)',
      },
      {
        zh: '请告知当事人向办理案件的法院、检察院、公安或司法行政机关反映',
        en: 'Refer the person to the court, procuratorate, police or justice organ that handles the case',
      },
    );
  return kind;
}

/** At most five representatives come for many (信访工作条例 Art. 20). */
export function checkRepresentatives(count: number): void {
  if (count <= MOST_REPRESENTATIVES) return;
  refuse(
    {
      zh: `多人共同信访，代表不超过 ${MOST_REPRESENTATIVES} 人，现有 ${count} 人（信访工作条例第二十条）`,
      en: `At most ${MOST_REPRESENTATIVES} representatives for a joint petition, not ${count} (Regulations on Petition Work Art. 20)`,
    },
    { zh: '请推选代表，人数写 --people', en: 'Let them choose representatives and give the number with --people' },
  );
}

/** All who are concerned are counted, those who come for them included. */
export function checkPeople(people: number, petitioners: number): void {
  if (people >= petitioners) return;
  misuse(
    { zh: '涉及人数少于信访人', en: 'There are fewer people than petitioners' },
    { zh: '--people 写全部人数，含写出姓名的', en: '--people counts everyone, including those named' },
  );
}

/** A letter of authority was signed, today or before. */
export function checkAuthority(authority: Day | undefined, today: Day): void {
  if (authority === undefined || authority <= today) return;
  refuse(
    {
      zh: `委托书日期 ${authority} 在今天（${today}）之后`,
      en: `The letter of authority is dated ${authority}, after today (${today})`,
    },
    { zh: '请核对 --authority', en: 'Check --authority' },
  );
}

/** What was re-examined is not accepted again on the same facts (信访工作条例 Art. 36). */
export function checkRepeat(earlier: Pick<Petition, 'number' | 'examined' | 'registeredOn'>, on: Day): void {
  if (earlier.examined)
    refuse(
      {
        zh: `${earlier.number} 已经复核，以同一事实和理由再提出的不再受理（信访工作条例第三十六条）`,
        en: `${earlier.number} was re-examined: the same facts are not accepted again (Regulations on Petition Work Art. 36)`,
      },
      {
        zh: '请向信访人解释；有新事实的另行登记，不写 --repeat-of',
        en: 'Explain it; new facts are lodged without --repeat-of',
      },
    );
  if (earlier.registeredOn > on)
    refuse(
      {
        zh: `${earlier.number} 登记在后（${earlier.registeredOn}），不能是它的重复`,
        en: `${earlier.number} was lodged later, on ${earlier.registeredOn}`,
      },
      { zh: '请核对 --repeat-of 和日期', en: 'Check --repeat-of and the day' },
    );
}
