import type { ActOf } from '../cases/case.ts';
import { commandHint } from '../cases/case-hint.ts';
import type { Condition } from '../cases/life.ts';
import { refuse } from '../kernel/failure.ts';
import type { PetitionAct } from './acts.ts';
import { KINDS_IN, NOTICE_KINDS } from './notice.ts';
import type { Petition } from './petition.ts';

type Notice = ActOf<PetitionAct, 'notice'>;
type OfAct = Condition<Petition, Notice>;

/** The reply must have reached the petitioner before a rating, a review or closing. */
export const notified: Condition<Petition, unknown> = petition => {
  if (petition.notifiedOn) return;
  refuse(
    {
      zh: `${petition.number} 的答复尚未送达信访人`,
      en: `The reply to ${petition.number} has not reached the petitioner`,
    },
    commandHint(petition, 'notice # --kind opinion --how … --on …', '先登记送达：$', 'Enter that first: $'),
  );
};

/** A review can be requested only after a reply was served, and decided only after it was requested. */
export const reviewedOrNotified: Condition<Petition, unknown> = (petition, act, scene) => {
  if (petition.status !== 'under_review') notified(petition, act, scene);
};

/** Something is left to tell: an opinion is served once, until a review brings the next; a transfer is told where there is one. */
export const somethingToTell: Condition<Petition, unknown> = petition => {
  const kinds = KINDS_IN[petition.status] ?? [];
  if (kinds.includes('opinion') && petition.notifiedOn) refuseAgain(petition, 'opinion', petition.notifiedOn);
  if (kinds.includes('refusal')) notTwice(petition, 'refusal', undefined);
  if (petition.status === 'lodged') wasTransferred(petition);
};

function wasTransferred(petition: Petition): void {
  const { number, tasks, offer } = petition;
  if (tasks.length > 0 || offer) return;
  refuse(
    { zh: `${number} 没有转送、交办`, en: `${number} was not transferred to anybody` },
    commandHint(petition, 'show #', '现状用 $ 查看', 'See it with $'),
  );
}

/** What is told follows from where the petition is: an acceptance once it is accepted, an opinion once it is concluded. */
export const tellsWhatHappened: OfAct = (petition, { kind }) => {
  const kinds = KINDS_IN[petition.status] ?? [];
  if (kinds.includes(kind)) return;
  const fits = kinds.map(one => ({ zh: `${one} ${NOTICE_KINDS[one].zh}`, en: one }));
  refuse(
    {
      zh: `${petition.number} 现在没有可以告知的${NOTICE_KINDS[kind].zh}`,
      en: `${petition.number} has no ${NOTICE_KINDS[kind].en} to give notice of now`,
    },
    {
      zh: `现在可以告知：${fits.map(fit => fit.zh).join('、')}`,
      en: `What there is to give notice of: ${fits.map(fit => fit.en).join(', ')}`,
    },
  );
};

/** A department gives notice of what it accepted; a transfer is told where there was one, an extension where it was approved. */
export const hasGround: OfAct = (petition, { kind, departmentId, department = '' }) => {
  const { number, tasks } = petition;
  const own = tasks.filter(task => task.department === departmentId);
  if (departmentId !== undefined && kind === 'acceptance' && !own.some(task => task.acceptedOn !== null))
    refuse(
      { zh: `${department}尚未受理 ${number}`, en: `${department} has not accepted ${number}` },
      commandHint(petition, `accept # --department ${department}`, '先登记受理：$', 'Enter that first: $'),
    );
  if (kind === 'transfer') wasTransferred(petition);
  const extended = departmentId === undefined ? petition.extended : own.some(task => task.extended);
  if (kind === 'extension' && !extended)
    refuse(
      { zh: `${number} 没有延期`, en: `${number} was not extended` },
      commandHint(petition, 'extend # --approver … --reason …', '先登记延期：$', 'Enter that first: $'),
    );
};

/** Whether something is left to tell: of what an accepted petition can have, what there is and was not told. */
export function hasNotice(petition: Petition): boolean {
  const { status, tasks, offer, extended } = petition;
  if (status !== 'accepted') return true;
  const isLeft = (kind: Notice['kind'], department?: number) => toldBefore(petition, kind, department) === undefined;
  return isLeft('acceptance') || (extended && isLeft('extension')) || tasks.length > 0 || offer !== undefined;
}

const ONCE: readonly Notice['kind'][] = ['acceptance', 'refusal', 'extension'];

/** What can happen only once is told once, by each unit and department. */
export const notToldBefore: OfAct = (petition, { kind, departmentId }) => {
  if (ONCE.includes(kind)) notTwice(petition, kind, departmentId);
};

function notTwice(petition: Petition, kind: Notice['kind'], department: number | undefined): void {
  const before = toldBefore(petition, kind, department);
  if (before) refuseAgain(petition, kind, before.servedOn);
}

function toldBefore({ notices, holder }: Petition, kind: Notice['kind'], department: number | undefined) {
  return notices.find(notice => notice.kind === kind && notice.department === department && notice.unit === holder);
}

function refuseAgain(petition: Petition, kind: Notice['kind'], on: string): never {
  refuse(
    kind === 'opinion'
      ? {
          zh: `${petition.number} 的答复已于 ${on} 送达`,
          en: `The reply to ${petition.number} reached the petitioner on ${on}`,
        }
      : {
          zh: `${petition.number} 的${NOTICE_KINDS[kind].zh}已于 ${on} 送达`,
          en: `The notice of ${NOTICE_KINDS[kind].en} of ${petition.number} was served on ${on}`,
        },
    commandHint(petition, 'show #', '现状用 $ 查看', 'See it with $'),
  );
}
