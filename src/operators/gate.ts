import { type Admission, type Claim, Forbidden, type Gate, type Work } from '../cli/admission.ts';
import type { Duty } from '../kernel/duty.ts';
import type { Db } from '../ledger/sqlite.ts';
import { loadTree } from '../units/store.ts';
import type { UnitTree } from '../units/tree.ts';
import { identified } from './identity-rules.ts';
import { passphraseRefusal, roleRefusal, unitRefusal } from './refusals.ts';
import { mayDo, reach, relationTo } from './rules.ts';
import { allOperators, type Operator } from './store.ts';

/** Who may write: in a ledger with operators one of them, for what his role and his unit allow. */
export const gate: Gate = { admit };

async function admit(db: Db, claim: Claim): Promise<Admission | undefined> {
  const operators = allOperators(db).filter(({ retired_on }) => retired_on === null);
  // The first operator closes the ledger to others.
  if (operators.length === 0) return undefined;
  const found = identified(allOperators(db), claim);
  if ('problem' in found) throw new Forbidden(found.reason, claim.systemUser, found.problem);
  const { operator, isProven } = found;
  if (!isProven) await prove(operator, claim);
  return admission(db, operator, operators);
}

/** A passphrase that was right once need not be typed again in the same run of the program, such as the menu. */
async function prove({ name, passphrase }: Operator, { proven, systemUser, passphrase: asked }: Claim): Promise<void> {
  if (proven.has(name)) return;
  const given = await asked(name);
  const { isPassphrase } = await import('./passphrase.ts');
  if (given === undefined || passphrase === null || !isPassphrase(given, passphrase))
    throw new Forbidden('passphrase', systemUser, passphraseRefusal(name, given === undefined), [name]);
  proven.add(name);
}

function admission(db: Db, operator: Operator, operators: readonly Operator[]): Admission {
  const { name, role } = operator;
  const attended = new Set(operators.map(({ unit_id }) => unit_id));
  let before: readonly number[] = [];
  const demandUnits = (units: readonly number[], duty: Duty, tree: UnitTree) => {
    const other = units.find(unit => !mayDo(role, duty, relationTo(operator.unit_id, unit, attended, tree)));
    if (other === undefined) return;
    const concerned = tree.units.get(other);
    const own = tree.units.get(operator.unit_id)?.name ?? '';
    const refusal = unitRefusal(name, own, concerned?.name ?? '', duty);
    throw new Forbidden('unit', name, refusal, concerned ? [concerned.code] : []);
  };
  const demandDuty = (work: Pick<Work, 'call'>) => {
    const duty = dutyOf(work);
    if (reach(role, duty) === 'nowhere') throw new Forbidden('role', name, roleRefusal(name, role, duty));
  };
  return {
    operator: name,
    demandDuty,
    demandWork: async work => {
      const duty = dutyOf(work);
      demandDuty(work);
      if (reach(role, duty) === 'everywhere') return;
      const { unitsBefore } = await import('./concerned.ts');
      const tree = loadTree(db, work.today);
      before = unitsBefore(db, work, tree);
      demandUnits(before, duty, tree);
    },
    demandWritten: async (work, outcome) => {
      const duty = dutyOf(work);
      if (reach(role, duty) === 'everywhere') return;
      const { unitsAfter } = await import('./concerned.ts');
      const tree = loadTree(db, work.today);
      demandUnits(unitsAfter(db, work, outcome, before, tree), duty, tree);
    },
  };
}

/** A command that writes, or deals with the file of a ledger, and says nothing of its duty is an administrator's. */
function dutyOf({ call: { command, duty } }: Pick<Work, 'call'>): Duty {
  return command.access === 'write' || command.access === 'file' ? (duty ?? 'administration') : 'looking';
}
