import type { Step } from '../cases/case.ts';
import type { PartyWords } from '../cases/party.ts';
import { partyWriter } from '../cases/store.ts';
import { caseWriter } from '../cases/writer.ts';
import type { Day } from '../kernel/day.ts';
import { refuse } from '../kernel/failure.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import { type Kind, MOST_REPRESENTATIVES, type Petition, type StoredKind } from './petition.ts';
import { type NewPetition, petitionInserter } from './store.ts';
import type { Status } from './transitions.ts';

/** A petition to be lodged. */
export interface Lodged extends Omit<NewPetition, 'id'> {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly petitioners: readonly PartyWords[];
  readonly oldNumber: string | null;
}

/** Accusations go to discipline organs, litigation to political-legal organs; neither is stored (Art. 22(2)). */
export function storedKind(kind: Kind): StoredKind {
  if (kind === 'accusation')
    refuse(
      {
        zh: '检举控告不在这里登记，内容没有保存（信访工作条例第二十二条）',
        en: 'Accusations are not taken here; nothing was stored (Regulations on Petition Work Art. 22)',
      },
      {
        zh: '请告知当事人向纪检监察机关反映，电话 12388',
        en: 'Tell the person to turn to the discipline inspection organ, telephone 12388',
      },
    );
  if (kind === 'litigation')
    refuse(
      {
        zh: '涉法涉诉事项不在这里登记，内容没有保存（信访工作条例第二十二条）',
        en: 'Matters of litigation are not taken here; nothing was stored (Regulations on Petition Work Art. 22)',
      },
      {
        zh: '请告知当事人向办理案件的法院、检察院、公安或司法行政机关反映',
        en: 'Tell the person to turn to the court, procuratorate, police or justice organ that handles the case',
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

/** What was re-examined is not accepted again on the same facts (信访工作条例 Art. 36). */
export function checkRepeat(
  earlier: { readonly number: string; readonly examined: boolean; readonly registeredOn: Day },
  on: Day,
): void {
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

/** Lodges petitions: the number, the petition's own row, its petitioners, the first move; the 15 days for the notice run. */
export function petitionLodger(db: Db, tree: UnitTree) {
  const writer = caseWriter(db, tree);
  const insert = petitionInserter(db);
  const addParty = partyWriter(db);
  const lodge = (lodged: Lodged, stamp: Stamp, details: Readonly<Record<string, unknown>> = {}): Petition => {
    const { unit, on, oldNumber, petitioners, ...own } = lodged;
    const caseFile = { kind: 'petition', unit: unit.unit_id, unitCode: unit.code, on, status: 'lodged' } as const;
    const { id, number } = writer.register({ ...caseFile, oldNumber, importId: stamp.importId });
    insert({
      id,
      channel: own.channel,
      kind: own.kind,
      demand: own.demand,
      category_id: own.category_id,
      people: own.people,
      repeat_of: own.repeat_of,
      external_no: own.external_no,
      authority_on: own.authority_on,
    });
    for (const words of petitioners) addParty(id, 'petitioner', words);
    const step: Step<Status> = { status: 'lodged', starts: [{ code: 'XF_NOTICE_15', unit: unit.unit_id }] };
    const made = { name: 'lodge', unit: unit.unit_id, details, settled: false, inStock: true };
    const state = fresh(id, number, unit.unit_id, on);
    writer.move(state, made, step, { ...stamp, on });
    return state;
  };
  return { lodge, writer };
}

function fresh(id: number, number: string, unit: number, on: Day): Petition {
  return {
    kind: 'petition',
    id,
    number,
    status: 'lodged',
    holder: unit,
    unit,
    registeredOn: on,
    lastOn: on,
    offer: undefined,
    sender: undefined,
    agent: undefined,
    conferred: false,
    awaited: [],
    handleDue: undefined,
    extended: false,
    objectDue: undefined,
    notifiedOn: null,
    reviewed: false,
    stage: undefined,
    applyDue: undefined,
    rating: '',
    mediated: false,
  };
}
