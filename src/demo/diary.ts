import type { Mode } from '../visits/visit.ts';
import { phrases } from './phrases.ts';
import { pick, type Random } from './random.ts';
import { ALL_DOMAINS, type Topic, topicsFor } from './topics.ts';

/** The visit that a diary entry describes. */
export interface Occasion {
  /** How visitors address the head of the household. */
  readonly called: string;
  readonly month: number;
  readonly community: boolean;
  readonly mode: Mode;
  readonly standIn: boolean;
}

const SECOND_DOMAIN = 0.35;

/** A diary entry as cadres write it, with its domains. */
export function writeDiary(random: Random, occasion: Occasion): { readonly domains: string; readonly diary: string } {
  const topic = pick(random, topicsOf(occasion));
  const domains = new Set(topic.domains);
  if (random() < SECOND_DOMAIN) domains.add(pick(random, ALL_DOMAINS));
  const text = occasion.mode === 'absent' ? pick(random, phrases('absent')) : sentences(random, topic, occasion);
  return { domains: [...domains].join(';'), diary: filled(random, occasion, text) };
}

/** A diary entry about a quarrel of which the household spoke, with what comes of it. */
export function writeFinding(
  random: Random,
  occasion: Occasion,
  said: string,
): { readonly domains: string; readonly diary: string } {
  const domains = new Set(['mediation']);
  if (random() < SECOND_DOMAIN) domains.add(pick(random, ALL_DOMAINS));
  const outcome = pick(random, phrases('outcomes of a finding'));
  const text = `${openingFor(random, occasion)}，${said}。${outcome}。`;
  return { domains: [...domains].join(';'), diary: filled(random, occasion, text) };
}

/** Fills the slots of a diary's phrases. */
function filled(random: Random, { called, community }: Occasion, text: string): string {
  const place = community ? 'community' : 'village';
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const word = pick(random, phrases(name, place));
    return name === 'head' ? called + word : word;
  });
}

function openingFor(random: Random, { standIn, mode }: Occasion): string {
  return (standIn ? '代为走访，' : '') + pick(random, phrases('openings', mode));
}

/** Most entries are a single line; a few hold quotation marks, line breaks or half-width commas, which importers must read. */
function sentences(random: Random, topic: Topic, occasion: Occasion): string {
  const opening = openingFor(random, occasion);
  const matter = pick(random, topic.matters);
  const outcome = pick(random, topic.outcomes.length > 0 ? topic.outcomes : phrases('outcomes'));
  const manner = random();
  if (manner < 0.04) return `${opening}，${matter}。户主说："${pick(random, phrases('sayings'))}"${outcome}。`;
  if (manner < 0.07) return `${opening}，${matter}。\n${outcome}。`;
  if (manner < 0.1) return `${opening}, ${matter}, ${outcome}。`;
  return `${opening}，${matter}。${outcome}。`;
}

const topics = new Map<string, readonly Topic[]>();

/** The topics of an occasion, kept for the next of the quarter million visits. */
function topicsOf({ month, community }: Occasion): readonly Topic[] {
  const key = `${month} ${community}`;
  const known = topics.get(key) ?? topicsFor(month, community);
  topics.set(key, known);
  return known;
}
