import type { CodeRow } from '../cases/codes.ts';
import { derivedNumber } from '../cases/derived-number.ts';
import { partiesIn } from '../cases/old-ledger.ts';
import type { PartyWords } from '../cases/party.ts';
import { readSides, writtenParties } from '../cases/party-sides.ts';
import { trimmed } from '../intake/field.ts';
import { categoryCalled, categoryTitle } from './category-words.ts';
import type { OldDispute } from './old-ledger.ts';

/** What the columns of a row are derived from, besides its own cells. */
export interface DerivingFacts {
  readonly categories: readonly CodeRow[];
  /** The id of the unit that the row names. */
  readonly unit: number | undefined;
  readonly secret: string;
  /** Whether a case with an old number is in the ledger or in an earlier row. */
  isKnown(oldNumber: string): boolean;
}

/** A row with what its list leaves out and other cells say for certain: both sides, the title, the old number. */
export function derivedDispute(given: OldDispute, facts: DerivingFacts): OldDispute {
  const { parties, ...row } = given;
  // Two answers to the same question are for the rules.
  const sided = parties && !row.applicant && !row.respondent ? { ...row, ...sidesOf(parties) } : given;
  const numbered = withNumber(sided, facts);
  // The title of a dispute that is there already is not made anew.
  if (numbered.title !== undefined || facts.isKnown(numbered.old_number)) return numbered;
  const title = titleOf(sided, facts.categories);
  return title === undefined ? numbered : { ...numbered, title };
}

/** A category that goes into the number is named by its code, so that other words for it are no other value. */
function withNumber(row: OldDispute, facts: DerivingFacts): OldDispute {
  if (row.old_number !== undefined) return row;
  const category = categoryCalled(facts.categories, row.category)?.code ?? row.category;
  const old_number = numberOf({ ...row, category }, facts);
  return old_number === undefined ? row : { ...row, category, old_number };
}

function sidesOf(parties: string): Pick<OldDispute, 'applicant' | 'respondent'> {
  const { applicants, respondents } = readSides(parties);
  return { applicant: writtenParties(applicants), respondent: writtenParties(respondents) };
}

/** 敖玉兰与郭海山邻里纠纷; of a dispute without parties the category and how its facts begin. */
function titleOf(row: OldDispute, categories: readonly CodeRow[]): string | undefined {
  const category = categoryTitle(categories, row.category);
  const [applicant, respondent] = [nameOf(partiesIn(row.applicant)), nameOf(partiesIn(row.respondent))];
  if (applicant && respondent) return `${applicant}与${respondent}${category}`;
  if (applicant || respondent) return `${applicant}${respondent}${category}`;
  const [start = ''] = trimmed(row.facts ?? '').split(/[，。；,;\n]/);
  return start === '' ? undefined : `${category}：${[...start].slice(0, MOST_OF_FACTS).join('')}`;
}

const MOST_OF_FACTS = 20;

/** The first of a side. */
function nameOf([first, ...others]: readonly PartyWords[]): string {
  if (!first) return '';
  return others.length > 0 ? `${first.name}等` : first.name;
}

function numberOf(row: OldDispute, { unit, secret }: DerivingFacts): string | undefined {
  if (unit === undefined) return undefined;
  const parties = [...partiesIn(row.applicant), ...partiesIn(row.respondent)].map(({ name }) => name);
  const about = row.facts || row.title || '';
  if (parties.length === 0 && about === '') return undefined;
  return derivedNumber(secret, { unit, on: row.registered_on, category: row.category, parties, about });
}
