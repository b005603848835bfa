import { type Text, wordList } from '../kernel/text.ts';
import type { Dispute } from './dispute.ts';
import { ENDED } from './transitions.ts';

/** How long a file is kept. There is no number for the whole country: what each means is the office's own list. */
export const RETENTIONS = wordList({
  permanent: { zh: '永久', en: 'permanent' },
  long: { zh: '长期', en: 'long' },
  short: { zh: '短期', en: 'short' },
});

export type Retention = keyof typeof RETENTIONS;

/** What the ledger has of a dispute's file: the dispute itself, how often moves were made, its parties, its cover. */
export interface CaseFile {
  readonly dispute: Pick<Dispute, 'status' | 'rightsOn' | 'agreement'>;
  /** How many times each move is in the history, by its name. */
  readonly made: Readonly<Record<string, number>>;
  readonly parties: readonly {
    readonly kind: 'person' | 'organisation';
    readonly id_number: string;
    readonly representative: string;
    readonly authority: string;
  }[];
  readonly cover: { readonly file_number: string; readonly retention: string; readonly filed_by: string };
}

/** How many times each move is in a history. */
export function timesMade(moves: readonly { readonly name: string }[]): Record<string, number> {
  const made: Record<string, number> = {};
  for (const { name } of moves) made[name] = (made[name] ?? 0) + 1;
  return made;
}

/** Whether a paper is in the file, as far as the ledger can tell. */
export type PaperState = 'there' | 'lacking' | 'none' | 'by-hand';

export interface Paper {
  readonly paper: Text;
  /** Required in every file, or needed where there was occasion for it (卷内目录：必须、按需). */
  readonly isRequired: boolean;
  readonly state: PaperState;
  /** What exactly is lacking. */
  readonly note?: Text;
}

type Entry = (file: CaseFile) => Paper;

const required = (paper: Text, state: PaperState, note?: Text): Paper => ({
  ...{ paper, isRequired: true, state },
  ...(note && state === 'lacking' ? { note } : {}),
});
const asNeeded = (paper: Text, state: PaperState, note?: Text): Paper => ({
  ...required(paper, state, note),
  isRequired: false,
});
const thereIf = (isThere: boolean): PaperState => (isThere ? 'there' : 'lacking');
const times = (made: number | undefined): PaperState => ((made ?? 0) > 0 ? 'there' : 'none');

const application: Entry = () =>
  required({ zh: '调解申请书或受理登记表', en: 'application or registration form' }, 'there');

const notice: Entry = ({ dispute }) =>
  required({ zh: '权利义务告知书', en: 'notice of rights and duties' }, thereIf(dispute.rightsOn !== null));

/** Of persons the identity number; of organisations somebody who speaks for them. */
const identity: Entry = ({ parties }) => {
  const lacking = parties.filter(({ kind, id_number, representative }) =>
    kind === 'person' ? id_number === '' : representative === '',
  ).length;
  return required({ zh: '当事人身份证明', en: 'proof of the parties’ identity' }, thereIf(lacking === 0), {
    zh: `${lacking} 名当事人没有身份证号（单位没有代表人）`,
    en: `${lacking} without an identity number (organisations: a representative)`,
  });
};

const sessions: Entry = ({ made }) =>
  required({ zh: '调解记录', en: 'record of mediation' }, thereIf((made.mediate ?? 0) > 0));

/** Where mediation ended without a settlement there is no agreement, but a paper that says why. */
const agreement: Entry = ({ dispute }) => {
  if (ENDED.includes(dispute.status)) return asNeeded({ zh: '终止、撤回等文书', en: 'paper of its end' }, 'by-hand');
  const paper =
    dispute.agreement?.form === 'oral'
      ? { zh: '口头协议登记表', en: 'register form of the oral agreement' }
      : { zh: '调解协议书', en: 'agreement' };
  const isMade = dispute.agreement !== undefined;
  return required(
    paper,
    thereIf(isMade && dispute.agreement?.effectiveOn !== null),
    isMade ? { zh: '签署不全，尚未生效', en: 'it lacks signatures and is not in effect' } : undefined,
  );
};

const cover: Entry = ({ cover: { file_number, retention, filed_by } }) =>
  required(
    { zh: '卷宗封面、封底', en: 'cover' },
    thereIf([file_number, retention, filed_by].every(text => text !== '')),
    { zh: '要有卷号、保管期限、立卷人', en: 'it has the file number, how long it is kept, and who made it up' },
  );

const authority: Entry = ({ parties }) => {
  const represented = parties.filter(({ kind, representative }) => kind === 'person' && representative !== '');
  const lacking = represented.filter(party => party.authority === '').length;
  return asNeeded(
    { zh: '授权委托书', en: 'letter of authority' },
    represented.length === 0 ? 'none' : thereIf(lacking === 0),
    { zh: `${lacking} 名代理人没有委托书日期`, en: `${lacking} without the day of the letter` },
  );
};

const inquiry: Entry = ({ made }) => asNeeded({ zh: '调查笔录', en: 'record of inquiry' }, times(made.investigate));
const evidence: Entry = () => asNeeded({ zh: '证据材料', en: 'evidence' }, 'by-hand');

const performance: Entry = ({ dispute, made }) => {
  const isOwed = dispute.status === 'settled' && dispute.agreement !== undefined;
  const state = (made.perform ?? 0) > 0 && !isOwed ? 'there' : isOwed ? 'lacking' : 'none';
  return asNeeded({ zh: '履行凭证', en: 'proof of performance' }, state);
};

const followUp: Entry = ({ dispute, made }) =>
  asNeeded(
    { zh: '回访记录', en: 'record of the follow-up' },
    dispute.agreement === undefined ? 'none' : thereIf((made['follow-up'] ?? 0) > 0),
  );

const confirmation: Entry = () => asNeeded({ zh: '司法确认材料', en: 'papers of judicial confirmation' }, 'by-hand');
const explanation: Entry = () => asNeeded({ zh: '情况说明', en: 'explanation' }, 'by-hand');

const ENTRIES: readonly Entry[] = [
  ...[application, notice, identity, sessions, agreement, cover],
  ...[authority, inquiry, evidence, performance, followUp, confirmation, explanation],
];

/** The papers of a file in the order of its table of contents, those that every file must have first. */
export function papersOf(file: CaseFile): Paper[] {
  return ENTRIES.map(entry => entry(file));
}

/** What every file must have and this one still lacks. */
export function lackingPapers(papers: readonly Paper[]): Paper[] {
  return papers.filter(({ isRequired, state }) => isRequired && state === 'lacking');
}
