import type { Loaded } from '../../cases/carry-out.ts';
import type { ActOf } from '../../cases/case.ts';
import { type Condition, choice, demanded, type MeaningPlace, narrowing, required } from '../../cli/param.ts';
import { misuse } from '../../kernel/failure.ts';
import type { PetitionAct } from '../acts.ts';
import { KINDS_IN, NOTICE_KINDS, type NoticeKind, SERVICES } from '../notice.ts';
import { type Issuer, nextNotice } from '../notice-store.ts';
import type { Petition } from '../petition.ts';
import { reviewerOf } from '../reviewer.ts';
import { loadPetition } from '../store.ts';
import { departmentParam, moveCommand, namedDepartment } from './move-params.ts';

const own = moveCommand('notice', {
  summary: {
    zh: '登记送达信访人的告知（编号）：受理、不予受理、转送、延期、处理意见；部门告知的写 --department',
    en: 'enter a numbered notice that reached the petitioner: acceptance, refusal, transfer, extension, opinion; --department for a department’s',
  },
  options: '--kind acceptance --how in-person',
  params: {
    kind: demanded(
      (at, given) => kindsFor(at, given).length > 1,
      narrowing(
        (at, given) => ({ within: kindsFor(at, given) }),
        choice(
          '--kind <kind>',
          { zh: '告知的内容（办结后默认处理意见）', en: 'what is told (once concluded: the opinion)' },
          NOTICE_KINDS,
        ),
      ),
    ),
    how: required(choice('--how <way>', { zh: '送达方式', en: 'how it was served' }, SERVICES)),
    department: departmentParam,
  },
  act: ({ kind, how, department }, loaded) => ({
    kind: kind ?? onlyKind(loaded.caseFile),
    how,
    ...(department === undefined ? {} : namedDepartment(loaded, department)),
  }),
  complete: (act, _, loaded) => {
    const issuer = issuerOf(act, loaded);
    // What an organ above the ledger decides has a number of that organ's own.
    if (issuer.isOutside) return { ...act, by: issuer.name };
    const { serial, number } = nextNotice(loaded.context.db, issuer, Number(act.on.slice(0, 4)));
    loaded.explain({ zh: `编号 ${number}`, en: `It has the number ${number}` });
    return { ...act, number, serial, unit: issuer.unit };
  },
});

/** The older word for serving the opinion still works. */
export const notice = { ...own, formerly: ['送达', 'notify'] };

interface NoticeIssuer extends Issuer {
  readonly isOutside?: boolean;
}

/** The holder, a department that is named, or the organ whose opinion on a review it is. */
function issuerOf(act: ActOf<PetitionAct, 'notice'>, { caseFile, scene }: Loaded<Petition>): NoticeIssuer {
  const { actor, tree } = scene;
  if (act.departmentId !== undefined)
    return { unit: actor.unit_id, department: act.departmentId, name: act.department ?? '' };
  if (act.kind !== 'opinion' || !caseFile.reviewed) return { unit: actor.unit_id, name: actor.name };
  const decided = reviewerOf(caseFile, caseFile.examined ? 're-examine' : 'review', tree);
  const unit = decided?.unit ?? actor.unit_id;
  if (decided?.isOutside && caseFile.reviewOrgan !== undefined)
    return { unit, name: caseFile.reviewOrgan, isOutside: true };
  return { unit, name: tree.units.get(unit)?.name ?? actor.name };
}

/** What can be told of a petition as it stands. */
function kindsFor({ db }: MeaningPlace, { number }: Parameters<Condition>[1]): readonly NoticeKind[] {
  return KINDS_IN[loadPetition(db, String(number)).status] ?? [];
}

/** Where only one thing can be told, it need not be named. */
function onlyKind({ status }: Petition): NoticeKind {
  const [only, ...others] = KINDS_IN[status] ?? [];
  if (only !== undefined && others.length === 0) return only;
  misuse({ zh: '须用 --kind 写明告知的内容', en: '--kind must say what the notice is about' });
}
