import type { Duty, RefusalReason } from '../kernel/duty.ts';
import { Failure, type Refusal } from '../kernel/failure.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { Claimed } from './settings.ts';

/** The ledger knows operators, and this is none of them, or one who may not do this (exit 4). The journal keeps that it was tried. */
export class Forbidden extends Failure {
  readonly reason: RefusalReason;
  /** The name of whoever was refused, as far as it is proven. */
  readonly operator: string;
  readonly records: readonly string[];

  constructor(reason: RefusalReason, operator: string, { zh, en, hint }: Refusal, records: readonly string[] = []) {
    super('refused', { zh, en }, hint);
    this.reason = reason;
    this.operator = operator;
    this.records = records;
  }
}

/** Who says he acts, and how he can prove it. */
export interface Claim extends Claimed {
  /** Operators who have proven themselves in this run of the program. */
  readonly proven: Set<string>;
  /** The passphrase of an operator, from a file or a terminal; undefined where there is neither. */
  passphrase(name: string): Promise<string | undefined>;
}

/** What a command is about to do. */
export interface Work {
  readonly call: {
    readonly path: string;
    readonly duty?: Duty | undefined;
    readonly command: { readonly access: string };
  };
  readonly input: Readonly<Record<string, unknown>>;
  readonly today: string;
}

/** The records that a command says it wrote. */
export interface Written {
  readonly records?: readonly string[];
}

/** An operator at work; `demand…` throw a Forbidden. */
export interface Admission {
  readonly operator: string;
  /** Whether this kind of work is for the operator's role at all. */
  demandDuty(work: Pick<Work, 'call'>): void;
  /** Before the command runs: whether it is work for this operator, for the units that it concerns. */
  demandWork(work: Work): Promise<void>;
  /** After it has run: the same for the units whose records it wrote. */
  demandWritten(work: Work, written: Written): Promise<void>;
}

/** Who may write in a ledger: undefined where it has no operators yet. */
export interface Gate {
  admit(db: Db, claim: Claim): Promise<Admission | undefined>;
}
