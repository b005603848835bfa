import { wordList } from '../kernel/text.ts';

/** What an expert answered to an invitation. */
export const ANSWERS = wordList({
  '': { zh: '待答复', en: 'open' },
  accepted: { zh: '应邀', en: 'accepted' },
  declined: { zh: '谢绝', en: 'declined' },
});

export type Answer = keyof typeof ANSWERS;
