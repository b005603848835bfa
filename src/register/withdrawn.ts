import type { Day } from '../kernel/day.ts';
import type { Refusal } from '../kernel/failure.ts';
import type { Text } from '../kernel/text.ts';

/** What a withdrawn record is refused with: nothing changes in it any more. */
export function withdrawnSince(on: Day): Text {
  return { zh: `已于 ${on} 撤销`, en: `was withdrawn on ${on}` };
}

/** Nothing is entered under a withdrawn record, and nothing in it changes. */
export function withdrawnProblem(code: string, on: Day | null): Text | undefined {
  if (on === null) return undefined;
  const { zh, en } = withdrawnSince(on);
  return { zh: `${code} ${zh}`, en: `${code} ${en}` };
}

/** Its code stays with it, so that its history can be read and a file that is imported again does not bring it back. */
export const CODE_KEPT: Text = {
  zh: '编号不再使用：改正后的请用另一个编号登记',
  en: 'Its code is not reused: register the corrected record under another code',
};

/** A record is withdrawn once, and the entries under it only on request. */
export function withdrawalProblem(code: string, withdrawnOn: Day | null, under: Text | undefined): Refusal | undefined {
  const already = withdrawnProblem(code, withdrawnOn);
  if (already) return { ...already, hint: CODE_KEPT };
  return (
    under && {
      zh: `${code} 下已登记 ${under.zh}`,
      en: `${code} has ${under.en} entered under it`,
      hint: { zh: '要一并撤销请加 --with-entries', en: 'Add --with-entries to withdraw them with it' },
    }
  );
}
