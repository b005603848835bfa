import type { Day } from '../kernel/day.ts';
import type { Stamp } from '../ledger/events.ts';
import type { Db } from '../ledger/sqlite.ts';
import type { UnitTerm, UnitTree } from '../units/tree.ts';
import type { CaseArea } from './area.ts';
import type { Case, Step } from './case.ts';
import { type CaseAct, detailsOf, type Scene } from './case.ts';
import { factsAfter, offerAfter } from './facts.ts';
import { decide } from './life.ts';
import { caseWriter } from './writer.ts';

/** A case as it is registered: where, on which day, with which first details and step. */
export interface Registration<C extends Case> {
  readonly unit: UnitTerm;
  readonly on: Day;
  readonly oldNumber: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly step: Step<C['status']>;
}

/**
 * The one way in which cases begin and move, for commands and imports alike: an act is decided, written into the history,
 * folded into the facts, and what it changed is saved.
 */
export function caseRecorder<C extends Case, A extends CaseAct>(area: CaseArea<C, A>, db: Db, tree: UnitTree) {
  const { life } = area;
  const writer = caseWriter(db, tree, life);
  const save = area.saver(db);

  /** Registers a case; `describe` writes its own rows before its first move and completes its facts. */
  const begin = (registration: Registration<C>, stamp: Stamp, describe: (facts: C) => C): C => {
    const { unit, on, oldNumber, details, step } = registration;
    const place = { kind: area.kind, unit: unit.unit_id, unitCode: unit.code, on };
    const { id, number } = writer.register(place, step.status, oldNumber, stamp.importId);
    const facts = describe(life.begin({ id, number, unit: unit.unit_id, on }, details));
    writer.move(facts, { name: life.firstMove, unit: unit.unit_id, details }, step, { ...stamp, on });
    return { ...facts, offer: offerAfter(facts, step, on) };
  };

  /**
   * Makes a move; throws the refusal where it cannot be made. `complete` does what an act brings about elsewhere, such as
   * registering a dispute, once it is decided; `id` is the number of a move that is entered again.
   */
  const act = (
    before: C,
    made: A,
    scene: Scene,
    stamp: Stamp,
    complete = (same: A, _: Step<C['status']>): A => same,
    id?: number,
  ): C => {
    const step = decide(life, before, made, scene, code => writer.rule(code, made.on));
    const done = complete(made, step);
    const { move: name, on, reason } = done;
    const row = { id, name, unit: scene.actor.unit_id, details: detailsOf(done) };
    const moveId = writer.move(before, row, step, { ...stamp, on, reason });
    const after = factsAfter(life.facts, before, done, step);
    save(before, after, done, moveId, stamp);
    return after;
  };
  return { begin, act, warnings: writer.warnings };
}
