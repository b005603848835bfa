import { percent } from '../../kernel/figures.ts';
import { hiddenIn, knownWords } from '../../kernel/hiding.ts';
import type { Text } from '../../kernel/text.ts';
import { column, type Known, type Row } from '../../kernel/view.ts';
import type { Scope } from '../scope.ts';
import { type Find, findsIn, type Person, partiesOfFinds } from './finds.ts';
import { sentenceNaming } from './sentence.ts';

/** The visit that found a dispute, its day, and the sentence of its diary that says so. */
export const EVIDENCE_COLUMNS = [
  column('visit', '走访号', 'Visit'),
  column('visited_on', '走访日期', 'Visited on', 'day'),
  column('sentence', '民情日记原句', 'Diary says'),
] as const;

/** How far the evidence of a find reaches. */
export type Reach = 'complete' | 'without_visit' | 'not_named';

export interface Evidence {
  readonly find: Find;
  readonly reach: Reach;
  /** The diary's sentence, with names and numbers hidden unless they are revealed. */
  readonly sentence: string | undefined;
}

/** The settled finds of a period, each with what the visit's diary says of it. */
export function evidenceIn(scope: Scope, reveal: boolean): Evidence[] {
  const parties = partiesOfFinds(scope);
  return findsIn(scope).map(find => {
    const said = sentenceNaming(find.diary ?? '', { title: find.name, facts: find.facts });
    const sentence = said === undefined || reveal ? said : hiddenIn(said, peopleIn(find, parties.get(find.case_id)));
    return { find, sentence, reach: reachOf(find, said) };
  });
}

function reachOf({ visit }: Find, sentence: string | undefined): Reach {
  if (visit === null) return 'without_visit';
  return sentence === undefined ? 'not_named' : 'complete';
}

/** Whom the diary of the visit can name: the head of the household, and the parties. */
function peopleIn({ head_name, phone }: Find, parties: readonly Person[] = []): Known {
  return knownWords([head_name, phone, ...parties.flatMap(party => [party.name, party.phone, party.id_number])]);
}

/** A find in the columns of its evidence. */
export function evidenceRow({ find, sentence }: Evidence): Row {
  const { code, name, settled_on, visit, visited_on } = find;
  return { code, name, settled_on, visit, visited_on, sentence };
}

/** The share without a visit, to stand beside the figure of disputes found and settled. */
export function withoutVisitText(finds: readonly Pick<Find, 'visit'>[]): Text[] {
  const all = finds.length;
  if (all === 0) return [];
  const without = finds.filter(({ visit }) => visit === null).length;
  const share = percent(without / all);
  return [
    {
      zh: `主动排查化解的 ${all} 件次中，没有关联走访的 ${without} 件次（${share}），逐件见 tiaochu report screening`,
      en: `Of the ${all} disputes found and settled, ${without} (${share}) without a visit on record; report screening lists them one by one.`,
    },
  ];
}
