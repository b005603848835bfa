import { gathered } from '../kernel/gathered.ts';
import type { Lang, Text } from '../kernel/text.ts';

/** The reasons that a summary names; the rest are summed. */
const MOST_NAMED = 20;
/** The kinds of reasons that are told apart at all: reasons could repeat values of their rows. */
const MOST_KINDS = 1000;

/** How often each reason occurs. */
export class ReasonCounts {
  readonly #counts = new Map<string, { readonly reason: Text; count: number }>();
  /** Problems whose reasons are not told apart. */
  #others = 0;

  /** Counts a reason, told without a row's own values. */
  add(reason: Text): void {
    this.#count(reason, 1);
  }

  addAll(other: ReasonCounts): void {
    for (const { reason, count } of other.#counts.values()) this.#count(reason, count);
    this.#others += other.#others;
  }

  #count(reason: Text, count: number): void {
    const key = `${reason.zh}\n${reason.en}`;
    const found = this.#counts.get(key);
    if (found) found.count += count;
    else if (this.#counts.size < MOST_KINDS) this.#counts.set(key, { reason, count });
    else this.#others += count;
  }

  /** A line for each reason that reads differently, the most frequent first. */
  lines(lang: Lang): Text[] {
    const read = gathered(this.#counts.values(), ({ reason }) => reason[lang]);
    const sorted = [...read.values()]
      .flatMap(same => same.slice(0, 1).map(({ reason }) => ({ reason, count: sumOf(same) })))
      .sort((a, b) => b.count - a.count);
    const rest = sorted.slice(MOST_NAMED);
    const others = this.#others + sumOf(rest);
    const named = sorted.slice(0, MOST_NAMED).map(({ reason, count }) => ({
      zh: `退回 ${count} 处：${reason.zh}`,
      en: `rejected, ${count} ×: ${reason.en}`,
    }));
    const other = { zh: `退回 ${others} 处：其他原因`, en: `rejected, ${others} ×: other reasons` };
    return others === 0 ? named : [...named, other];
  }
}

function sumOf(counts: readonly { readonly count: number }[]): number {
  return counts.reduce((sum, { count }) => sum + count, 0);
}
