/** A deadline that the program starts and watches. Its length, name and article are rows of `deadline_rule`. */
interface Deadline {
  /** The moves that start it. */
  readonly startedBy: readonly string[];
  /** The moves that answer it: then it is done, in time or late. What ends otherwise is without object. */
  readonly metBy: readonly string[];
  /**
   * Whom it binds: the holder, whoever that becomes; the holder for this stay only; the unit to which the case is offered
   * (the holder, where it is not); the organ that handles a petition, which a village that carries it is not; the organ
   * above, which reviews.
   */
  readonly binds: 'holder' | 'stay' | 'addressee' | 'organ' | 'reviewer';
  /** A right of the parties, or of the unit addressed to object: it lapses, but no unit is late when it does. */
  readonly rightOf?: 'parties' | 'addressee';
  /** What the to-do list proposes while it runs, by the kind of case. */
  readonly next?: { readonly dispute?: string; readonly petition?: string };
}

const tierLimit = {
  startedBy: ['dispute register', 'dispute accept', 'dispute reopen'],
  metBy: ['dispute accept', 'dispute settle'],
  binds: 'stay',
  next: { dispute: 'mediate' },
} as const satisfies Deadline;

/** Every deadline there is, by its code. A code that is not here does not compile, and throws where it is read. */
export const DEADLINES = {
  // Office practice, for disputes and petitions alike.
  OFFER_3: {
    startedBy: [
      ...['dispute register', 'dispute escalate', 'dispute hand-down', 'dispute return'],
      ...['petition escalate', 'petition hand-down', 'petition return'],
    ],
    metBy: [
      ...['dispute accept', 'dispute return', 'dispute settle'],
      ...['petition accept', 'petition return', 'petition object'],
    ],
    binds: 'addressee',
    next: { dispute: 'accept', petition: 'accept' },
  },
  HANDDOWN_DUE: {
    startedBy: ['dispute accept', 'petition accept'],
    metBy: ['dispute settle', 'petition conclude'],
    binds: 'stay',
    next: { dispute: 'settle', petition: 'conclude' },
  },
  TIER_VILLAGE: tierLimit,
  TIER_TOWNSHIP: tierLimit,
  TIER_BANNER: tierLimit,

  // Mediation, and what follows an agreement.
  TJ_1M: {
    startedBy: ['dispute accept', 'dispute mediate', 'dispute resume', 'dispute reopen'],
    metBy: ['dispute settle'],
    binds: 'holder',
    next: { dispute: 'mediate' },
  },
  PERFORM_BY: {
    startedBy: ['dispute settle'],
    metBy: ['dispute perform'],
    binds: 'holder',
    next: { dispute: 'perform' },
  },
  FOLLOWUP_30: {
    startedBy: ['dispute settle', 'dispute sign'],
    metBy: ['dispute follow-up'],
    binds: 'holder',
    next: { dispute: 'follow-up' },
  },
  // Court: the joint application for judicial confirmation.
  SFQR_30: { startedBy: ['dispute settle', 'dispute sign'], metBy: [], binds: 'holder', rightOf: 'parties' },
  // What a court delegates is mediated within 30 days, unless both parties agree to more.
  ODR_30: {
    startedBy: ['dispute accept', 'dispute mediate', 'dispute resume'],
    metBy: ['dispute settle'],
    binds: 'holder',
    next: { dispute: 'mediate' },
  },

  // A village that carries a petition: office practice.
  CARRY_ACCEPT_15: {
    startedBy: ['petition lodge'],
    metBy: ['petition accept', 'petition decline'],
    binds: 'addressee',
    next: { petition: 'accept' },
  },
  CARRY_60: {
    startedBy: ['petition accept'],
    metBy: ['petition conclude'],
    binds: 'stay',
    next: { petition: 'conclude' },
  },

  // The organs that handle it: a unit, or a department that has a task.
  XF_NOTICE_15: {
    startedBy: ['petition lodge', 'petition accept', 'petition route', 'petition confer'],
    metBy: ['petition notice', 'petition accept', 'petition decline'],
    binds: 'organ',
    next: { petition: 'notice' },
  },
  XF_OBJECT_5WD: {
    startedBy: ['petition hand-down', 'petition route', 'petition confer'],
    metBy: ['petition object', 'petition task-object'],
    binds: 'addressee',
    rightOf: 'addressee',
    next: { petition: 'object' },
  },
  XF_HANDLE_60: {
    startedBy: ['petition accept', 'petition task-accept', 'petition classify'],
    metBy: ['petition conclude', 'petition report'],
    binds: 'organ',
    next: { petition: 'conclude' },
  },
  XF_REVIEW_APPLY_30: {
    startedBy: ['petition notice'],
    metBy: ['petition review'],
    binds: 'holder',
    rightOf: 'parties',
  },
  XF_REVIEW_DECIDE_30: {
    startedBy: ['petition review'],
    metBy: ['petition review'],
    binds: 'reviewer',
    next: { petition: 'review' },
  },
  XF_RECHECK_APPLY_30: {
    startedBy: ['petition notice'],
    metBy: ['petition re-examine'],
    binds: 'holder',
    rightOf: 'parties',
  },
  XF_RECHECK_DECIDE_30: {
    startedBy: ['petition re-examine'],
    metBy: ['petition re-examine'],
    binds: 'reviewer',
    next: { petition: 're-examine' },
  },
} as const satisfies Readonly<Record<string, Deadline>>;

export type DeadlineCode = keyof typeof DEADLINES;

const TABLE: Readonly<Record<DeadlineCode, Deadline>> = DEADLINES;
export const DEADLINE_CODES = Object.keys(DEADLINES) as DeadlineCode[];

/** The code of a row of the ledger. Throws if the program does not define it. */
export function deadlineCode(text: string): DeadlineCode {
  return DEADLINE_CODES.find(code => code === text) ?? unknown(text);
}

function unknown(text: string): never {
  throw new Error(`there is no deadline with the code ${text}`);
}

/** Whether a deadline is a right, which lapses and is never overdue. */
export const isRight = (code: DeadlineCode): boolean => TABLE[code].rightOf !== undefined;

export const RIGHTS: readonly DeadlineCode[] = DEADLINE_CODES.filter(isRight);

/** The rights of the parties: nobody in an office has to do anything about them. */
export const PARTIES_RIGHTS: readonly DeadlineCode[] = DEADLINE_CODES.filter(code => TABLE[code].rightOf === 'parties');

/**
 * Rules that ledgers have and nothing starts: no petition office (信访部门) enters what it receives here, and no decision on
 * land tenure is kept. They were shown as if somebody watched them; their rows stay in the ledger.
 */
export const RETIRED: readonly string[] = ['XF_REGISTER_15', 'TD_SUE_30'];

/** What goes with a case to its new holder; a unit's own limits end with its stay. */
export const FOLLOWING_THE_CASE: readonly DeadlineCode[] = DEADLINE_CODES.filter(
  code => TABLE[code].binds === 'holder',
);

/** What goes with a petition from organ to organ, and stays with the last of them while a village carries it. */
export const FOLLOWING_THE_ORGAN: readonly DeadlineCode[] = DEADLINE_CODES.filter(
  code => TABLE[code].binds === 'organ',
);

/** The unit's own limit for handling a case, by its tier. */
export const TIER_DEADLINES = {
  1: 'TIER_BANNER',
  2: 'TIER_TOWNSHIP',
  3: 'TIER_VILLAGE',
} as const satisfies Readonly<Record<number, DeadlineCode>>;

/** The unit that a running deadline waits for; `unit` is the one that its row names. */
export function boundUnit(
  code: DeadlineCode,
  { unit, holder, offered }: { readonly unit: number; readonly holder: number; readonly offered: number | null },
): number {
  const { binds } = TABLE[code];
  if (binds === 'reviewer' || binds === 'organ') return unit;
  return binds === 'addressee' ? (offered ?? holder) : holder;
}

/** The move that the to-do list proposes while a deadline runs. */
export function nextMove(code: DeadlineCode, kind: 'dispute' | 'petition'): string | undefined {
  return TABLE[code].next?.[kind];
}
