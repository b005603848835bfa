import type { Refusal } from './failure.ts';

const SHORTEST = 8;

/** What is wrong with a new passphrase (NIST SP 800-63B: length, no rules of composition). */
export function passphraseProblem(passphrase: string): Refusal | undefined {
  if ([...passphrase].length >= SHORTEST) return undefined;
  return {
    zh: `口令至少 ${SHORTEST} 个字符`,
    en: `A passphrase has at least ${SHORTEST} characters`,
    hint: {
      zh: '请换一个更长的口令，如几个不相干的词连起来',
      en: 'Take a longer one, such as several words that have nothing to do with each other',
    },
  };
}
