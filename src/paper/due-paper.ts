import { resolve } from 'node:path';
import type { PaperAfter } from '../cli/command.ts';
import { DISPUTE_PAPERS } from './disputes/commands.ts';
import type { Glossary } from './glossary.ts';
import { PETITION_PAPERS } from './petitions/commands.ts';
import type { PaperKind } from './print-command.ts';
import { paperTarget } from './target.ts';
import { fittingForms } from './which-form.ts';

/** The commands after which an office prints a paper at once: the agreement, the registration of a petition, the notice of its acceptance. */
const AFTER: Readonly<Record<string, PaperAfter>> = {
  'dispute settle': dueOf(DISPUTE_PAPERS),
  'petition lodge': dueOf(PETITION_PAPERS),
  'petition accept': dueOf(PETITION_PAPERS),
};

/** Which paper is due after a command on a case; undefined where none is. */
export const paperAfter = (command: string): PaperAfter | undefined => AFTER[command];

/** The paper that the status of a record needs first, and the file in which it would be printed. */
function dueOf<N extends string, G extends Glossary, Facts, Status>(kind: PaperKind<N, G, Facts, Status>): PaperAfter {
  return ({ db, today }, number) => {
    const facts = kind.load(db, number, today);
    const { status } = kind.about(facts);
    const due = fittingForms(kind, facts, status).find(name => kind.fitting[name].first.includes(status));
    if (due === undefined) return undefined;
    const { name } = kind.forms[due];
    const file = resolve(paperTarget({ output: undefined, name: `${name.zh}-${number}` }).path);
    return { name, file, words: [kind.noun, 'print', number, '--form', due, '--output', file] };
  };
}
